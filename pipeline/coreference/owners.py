"""Whose a post is, where the text says so elsewhere.

«Губернатор Александр Беглов» in a release about Петербург is Петербург's governor: the post of a
region's head without an owner belongs to the subject most spoken of that nobody else heads; a
president or premier likewise to the country. A governor named only by post first («губернатор
Сахалинской области …») is the one whom the rest of the article is about. A minister received «в
Кабинете Министров Узбекистана» is of that cabinet, «глава партии» of the party named before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Set

from schemas.entities import OrganizationKind, RegionLevel

from ..document import Document, Sentence, Token
from ..drafts import (
    EntityDraft,
    PersonDraft,
    PositionDraft,
    RegionDraft,
    RoleDraft,
)
from ..knowledge.titles import OwnerNoun, TitlesLexicon
from ..nlp.words import fold
from ..persons.standing import stand
from .bodies import body_beside, is_its, ministry_before, organization, own
from .roles import RoleLinker
from .territories import is_called, is_elsewhere, only_beside, owned_beside

_NEAR = 3
_LEAST = {False: 2, True: 3}
"""How often a region must be named to be the article's own; a country, so often told, more."""
_STATE = frozenset({"state", "cabinet"})
_FEDERAL_CITIES = frozenset({"RU-MOW", "RU-SPE", "UA-40"})
_PUBLIC: tuple[OrganizationKind, ...] = ("government", "company", "education", "other")


class OwnerLinker:
    """Fills ``of`` of posts that stand without an owner."""

    def __init__(self, roles: RoleLinker, lexicon: TitlesLexicon) -> None:
        self._roles = roles
        self._nouns = {w: n for n in lexicon.owner_noun for w in n.lemmas}
        self._abroad = {w for t in lexicon.territory if t.abroad for w in t.words}
        self._standing = frozenset(lexicon.standing)
        self._bodies = {w: tuple(b.stems) for b in lexicon.office_body for w in b.words}

    def link(self, document: Document, known: Mapping[PersonDraft, str] | None = None) -> None:
        """Owners by a common noun, by the article, by the body in the sentence; in that order.

        ``known`` are the countries (codes) of those whom everybody knows: theirs is no other.
        """
        known = known or {}
        self._adopt(document)
        for role in document.roles:
            if role.of or role.person is None:
                continue
            owner = self._owner(document, role, role.person)
            if owner is not None and not is_elsewhere(owner, known.get(role.person)):
                own(role, owner)
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
                return organization(document, role, lemma, means)
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
            return found if found is not None and is_called(found, lemma) else None
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
        if is_its(document, role):
            return body_beside(document, role, *_PUBLIC)
        if classes & {"cabinet", "minister", "deputy"}:
            body = body_beside(document, role, stems=self._stems(title))
        if body is None and fold(role.title) == "министр":
            body = ministry_before(document, role)
        if body is None and classes & _STATE and not person.speaks_for:
            return self._country(document, role, person)
        return body

    def _stems(self, title: list[Token]) -> tuple[str, ...]:
        """How the names of bodies begin that an office can be in: no premier is of a ministry."""
        heads = (t.lemma for t in title if t.pos in ("NOUN", "PROPN"))
        return self._bodies.get(next(heads, ""), ("",))

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
        heads = {"subject": {"region"}, "country": _STATE}.get(level, {"mayor"})
        headed = self._heads_of(document, person, heads) if person is not None else set()
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

    def _heads_of(
        self, document: Document, person: PersonDraft, heads: Set[str] = _STATE
    ) -> set[EntityDraft]:
        """Whose like posts others than the person hold: Kazakhstan's president is not Russia's."""
        others = (r for r in document.roles if r.person is not person)
        return {o for r in others if heads & self._roles.classes(document, r) for o in r.of}

    def _foreign(
        self, document: Document, role: RoleDraft, person: PersonDraft
    ) -> RegionDraft | None:
        """The country near, else the one abroad that the article names most."""
        near = self._country(document, role, person)
        if near is not None and near.country != "RU" and _is_named(near):
            return near
        abroad = [r for r in document.regions() if r.level == "country" and r.country != "RU"]
        abroad = [r for r in abroad if _is_named(r)]
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
        mine = self._roles.classes(document, role) & _STATE
        headed = self._heads_of(document, person, mine)
        free = [r for r in near if r not in headed and not _is_in_posts(document, r, role)]
        if len(free) == 1 and not self._is_one_of_two(document, role):
            return free[0]
        return None if near else self._headed(document, person, "country")

    def _is_one_of_two(self, document: Document, role: RoleDraft) -> bool:
        """«Президент A и канцлер B обсудили Сирию»: two heads, so that the land is of neither."""
        here = document.sentence_at(role.start)
        others = (
            r
            for r in document.roles
            if r.attached and not r.former and r.person not in (None, role.person)
        )
        return any(
            document.sentence_at(r.start) is here
            and self._roles.classes(document, r) & _STATE
            and not r.of
            for r in others
        )


def _is_named(region: RegionDraft) -> bool:
    """Whether a place is told of by more than an adjective: «китайский Харбин» is no host."""
    return any(m.kind != "adjective" for m in region.mentions)


def _is_in_posts(document: Document, country: RegionDraft, role: RoleDraft) -> bool:
    """«принял посла Китая», «служил послом в Китае»: named only in the posts of others."""
    here = document.sentence_at(role.start)
    posts = [r for r in document.roles if r is not role]
    near = [m for m in country.mentions if _is_near(document, here, m.start)]
    return all(any(r.start <= m.start < r.stop for r in posts) for m in near)


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
