"""Whose a post is, where the text says so elsewhere.

«Губернатор Александр Беглов» in a release about Петербург is Петербург's governor: the post of a
region's head without an owner belongs to the subject most spoken of that nobody else heads; a
president or premier likewise to the country. A governor named only by post first («губернатор
Сахалинской области …») is the one whom the rest of the article is about. A minister received «в
Кабинете Министров Узбекистана» is of that cabinet, «глава партии» of the party named before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container

from schemas.entities import OrganizationKind, RegionLevel

from ..document import Document, Sentence
from ..drafts import (
    EntityDraft,
    OrganizationDraft,
    PersonDraft,
    PositionDraft,
    RegionDraft,
    RoleDraft,
)
from ..knowledge.titles import OwnerNoun, TitlesLexicon
from ..nlp.words import fold
from ..persons.standing import stand
from .roles import RoleLinker
from .territories import only_beside, owned_beside

_NEAR = 3
_LEAST = {False: 2, True: 3}
"""How often a region must be named to be the article's own; a country, so often told, more."""
_FEDERAL_CITIES = frozenset({"RU-MOW", "RU-SPE", "UA-40"})
_STEM = 5
_PUBLIC: tuple[OrganizationKind, ...] = ("government", "company", "education", "other")


class OwnerLinker:
    """Fills ``of`` of posts that stand without an owner."""

    def __init__(self, roles: RoleLinker, lexicon: TitlesLexicon) -> None:
        self._roles = roles
        self._nouns = {w: n for n in lexicon.owner_noun for w in n.lemmas}
        self._abroad = {w for t in lexicon.territory if t.abroad for w in t.words}
        self._standing = frozenset(lexicon.standing)

    def link(self, document: Document) -> None:
        """Owners by a common noun, by the article, by the body in the sentence; in that order."""
        self._adopt(document)
        for role in document.roles:
            if role.of or role.person is None:
                continue
            owner = self._owner(document, role, role.person)
            if owner is not None:
                _own(role, owner)
                if role.title.split()[0] in self._standing:
                    # «Владелец предприятия N» has no office there, yet speaks for it.
                    stand(role.person, owner)

    def _owner(
        self, document: Document, role: RoleDraft, person: PersonDraft
    ) -> EntityDraft | None:
        noun = self._noun(document, role)
        if noun is not None:
            lemma, means = noun
            if means.kinds:
                return _organization(document, role, lemma, means)
            if means.levels[0] == "country":
                return self._country(document, role, person)
            fit = [r for r in document.regions() if r.level in means.levels]
            beside = only_beside(document, role, fit) if len(means.levels) > 1 else None
            others = self._headed_beside(document, role) if role.attached else set()
            found = beside or self._headed(
                document, None, means.levels[0], word=lemma, owned=others
            )
            if "country" in means.levels and not _is_called(found, lemma):
                return self._foreign(document, role, person)
            return found
        if not role.attached or role.former or _goes_on(document, role):
            return None
        return self._by_class(document, role, person)

    def _by_class(
        self, document: Document, role: RoleDraft, person: PersonDraft
    ) -> EntityDraft | None:
        """The region, country or body that a post of its class is of."""
        title = document.tokens_in(role.title_start, role.title_stop)
        if any(t.lemma in self._abroad for t in title):
            # «Губернатор аймака»: by its rank, of no region of ours.
            return None
        classes = self._roles.classes(document, role)
        if "region" in classes:
            if person.speaks_for:
                return None
            subjects = [r for r in document.regions() if r.level == "subject"]
            beside = only_beside(document, role, subjects)
            return beside or self._headed(document, person, "subject")
        body = None
        if _is_its(document, role):
            return _body_beside(document, role, *_PUBLIC)
        if classes & {"cabinet", "minister", "deputy"}:
            body = _body_beside(document, role)
        if body is None and fold(role.title) == "министр":
            body = _ministry_before(document, role)
        if body is None and classes & {"state", "cabinet"} and not person.speaks_for:
            return self._country(document, role, person)
        return body

    def _headed_beside(self, document: Document, role: RoleDraft) -> set[EntityDraft]:
        """«встреча мэра города N с бургомистром Гамбурга»: whose the like posts beside are."""
        mine = self._roles.classes(document, role)
        owned = owned_beside(document, role)
        alike = (r for r in document.roles if mine & self._roles.classes(document, r))
        return owned & {o for r in alike for o in r.of}

    def _noun(self, document: Document, role: RoleDraft) -> tuple[str, OwnerNoun] | None:
        """The last noun of the title, if it is a common one for an owner."""
        tokens = document.tokens_in(role.title_start, role.title_stop)
        nouns = [t for t in tokens if t.pos == "NOUN"][1:]
        if not nouns or nouns[-1].lemma not in self._nouns:
            return None
        return nouns[-1].lemma, self._nouns[nouns[-1].lemma]

    def _adopt(self, document: Document) -> None:
        """Give a head's post that no name holds to the protagonist who has none."""
        for role in document.roles:
            if role.person is not None or role.plural or not role.of:
                continue
            if "region" not in self._roles.classes(document, role):
                continue
            bare = [
                p
                for p in document.people()
                if not p.positions and not p.speaks_for and not _faces(document, role, p)
            ]
            if not any(_is_told_beside(document, role, p) for p in bare):
                continue
            bare.sort(key=lambda p: -len(p.mentions))
            first = bool(bare) and len(bare[0].mentions) >= 2
            if first and (len(bare) == 1 or len(bare[0].mentions) > len(bare[1].mentions)):
                role.person = bare[0]
                bare[0].add(role.start, role.stop, "role")
                bare[0].positions.append(
                    PositionDraft(role.title, role.title_start, role.title_stop, list(role.of))
                )
                return

    def _headed(
        self,
        document: Document,
        person: PersonDraft | None,
        level: RegionLevel,
        word: str = "",
        owned: Container[EntityDraft] = (),
    ) -> RegionDraft | None:
        """The region of the level spoken of most, if it stands out; of those that have the
        ``word`` in their names («республика»), where any has.

        For a ``person`` said to head it, only those that nobody else heads; none of the ``owned``.
        """
        heads = {"subject": {"region"}, "country": {"state", "cabinet"}}.get(level, {"mayor"})
        headed = {
            o
            for r in document.roles
            if person is not None
            and r.person is not person
            and heads & self._roles.classes(document, r)
            for o in r.of
        }
        guests = {o for p in document.people() if p is not person for o in p.speaks_for}
        fits = [
            r for r in document.regions() if _is_of_level(r, level) and r not in headed | guests
        ]
        fits = [r for r in fits if r not in owned]
        named = [r for r in fits if word and word in fold(r.name)]
        counts = Counter({region: len(region.mentions) for region in named or fits})
        best = counts.most_common(2)
        least = _LEAST[level == "country"] if person is not None else 1
        if not best or best[0][1] < least:
            return None
        return best[0][0] if len(best) == 1 or best[0][1] > best[1][1] else None

    def _foreign(
        self, document: Document, role: RoleDraft, person: PersonDraft
    ) -> RegionDraft | None:
        """The country near, else the one abroad that the article names most."""
        near = self._country(document, role, person)
        if near is not None and near.country != "RU":
            return near
        abroad = [r for r in document.regions() if r.level == "country" and r.country != "RU"]
        counts = Counter({r: len(r.mentions) for r in abroad}).most_common(2)
        if not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
            return None
        return counts[0][0]

    def _country(
        self, document: Document, role: RoleDraft, person: PersonDraft
    ) -> RegionDraft | None:
        """The only country named in the sentence or the one before, else the article's."""
        here = document.sentence_at(role.start)
        near = [
            r
            for r in document.regions()
            if r.level == "country" and any(_is_near(document, here, m.start) for m in r.mentions)
        ]
        if len(near) == 1:
            return near[0]
        return None if near else self._headed(document, person, "country")


def _is_called(region: RegionDraft | None, noun: str) -> bool:
    """Whether a region is what the noun says: no «область» is meant by «республика»."""
    return region is not None and (region.level == "country" or noun in fold(region.name))


def _is_of_level(region: RegionDraft, level: RegionLevel) -> bool:
    """Moscow, St Petersburg and Sevastopol are cities as well as subjects."""
    return region.level == level or (level == "city" and region.code in _FEDERAL_CITIES)


def _is_near(document: Document, here: Sentence | None, offset: int) -> bool:
    there = document.sentence_at(offset)
    return here is not None and there is not None and 0 <= here.index - there.index <= 1


def _is_told_beside(document: Document, role: RoleDraft, person: PersonDraft) -> bool:
    """Whether the person is named in the post's sentence or in one of the two after it."""
    here = document.sentence_at(role.start)
    if here is None:
        return False
    told = [s for m in person.mentions if (s := document.sentence_at(m.start)) is not None]
    return any(0 <= s.index - here.index < _NEAR for s in told)


def _faces(document: Document, role: RoleDraft, person: PersonDraft) -> bool:
    """«Лопатин встретился с главой Вельска»: who is told beside the post as another."""
    here = document.sentence_at(role.start)
    verbs = [
        t
        for m in person.mentions
        if here is not None and m.kind == "name" and here.start <= m.start < here.stop
        for t in document.tokens_in(min(m.stop, role.stop), max(m.start, role.start))
        if t.pos == "VERB"
    ]
    return bool(verbs)


def _goes_on(document: Document, role: RoleDraft) -> bool:
    """Whether a name that we do not know follows the title: «лидер Аль-Кайды»."""
    after = [t for t in document.tokens if t.start >= role.stop][:1]
    named = {m.start for p in document.people() for m in p.mentions}
    return any(t.text[0].isupper() and t.pos != "PUNCT" and t.start not in named for t in after)


def _organization(
    document: Document, role: RoleDraft, lemma: str, means: OwnerNoun
) -> OrganizationDraft | None:
    """The body named last before the role that the noun can mean: by its own word, else by kind."""
    here = document.sentence_at(role.start)
    told: dict[OrganizationDraft, int] = {}
    for body in document.organizations():
        before = [m.start for m in body.mentions if m.start < role.start]
        if before:
            told[body] = max(before)
    own = [o for o in told if lemma[:_STEM] in fold(o.name)]
    kind = [o for o in told if o.kind in means.kinds]
    for found in (own, kind):
        if len(found) == 1:
            return found[0]
        near = sorted(found, key=lambda o: -told[o])[:1]
        for body in near:
            sentence = document.sentence_at(told[body])
            if here and sentence and here.index - sentence.index < _NEAR:
                return body
    return None


def _own(role: RoleDraft, owner: EntityDraft) -> None:
    role.of = [owner]
    assert role.person is not None
    for position in role.person.positions:
        if position.start == role.title_start and not position.of:
            position.of = [owner]


def _ministry_before(document: Document, role: RoleDraft) -> OrganizationDraft | None:
    """«Начал с Минтранса. С министром N сверили часы»: the only one of the sentence before."""
    here = document.sentence_at(role.start)
    if here is None or here.index == 0:
        return None
    before = document.sentences[here.index - 1]
    found = {
        o
        for o in document.organizations()
        for m in o.mentions
        if before.start <= m.start < before.stop and fold(o.name).startswith("мин")
    }
    return found.pop() if len(found) == 1 and before.zone == here.zone else None


def _is_its(document: Document, role: RoleDraft) -> bool:
    """«в палате … с её президентом»: the post is of what was named before."""
    first, _ = document.token_range(role.start, role.stop)
    return first > 0 and document.tokens[first - 1].folded in ("его", "ее", "их")


def _body_beside(
    document: Document, role: RoleDraft, *kinds: OrganizationKind
) -> OrganizationDraft | None:
    """The body of government (of one of ``kinds``) named last in the role's sentence before it."""
    sentence = document.sentence_at(role.start)
    if sentence is None:
        return None
    told = [
        (m.start, o)
        for o in document.organizations()
        if o.kind in (kinds or ("government",))
        for m in o.mentions
        if sentence.start <= m.start < role.start
    ]
    return max(told, key=lambda t: t[0])[1] if told else None
