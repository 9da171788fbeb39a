"""A bare post («губернатор», «глава региона») tied to the person who holds it."""

from __future__ import annotations

from collections.abc import Container

from ..document import Document, Sentence
from ..drafts import (
    EntityDraft,
    OrganizationDraft,
    PersonDraft,
    PositionDraft,
    RegionDraft,
    RoleDraft,
)
from ..knowledge.titles import TitlesLexicon
from ..nlp.words import fold
from .nearness import nearest, of_gender, place, within_reach

_NEAR = 2
_ACTING = frozenset({"врио", "ио", "и.о", "и.о.", "вр.и.о"})
_MAYORS = frozenset({"мэр", "градоначальник"})
_GOVERNORS = frozenset({"губернатор"})
_NAMED_NEXT = {"region", "rector"}
_HEADS = {"state", "cabinet"}
_LEADERS = {"region", "state", "cabinet"}


class RoleLinker:
    """Links the roles of one document in text order."""

    def __init__(self, lexicon: TitlesLexicon) -> None:
        self._lemmas: dict[str, set[str]] = {}
        self._phrases: dict[str, set[str]] = {}
        for entry in lexicon.title_class:
            for lemma in entry.lemmas:
                self._lemmas.setdefault(lemma, set()).add(entry.id)
            for phrase in entry.phrases:
                self._phrases.setdefault(phrase, set()).add(entry.id)
        self._generic = frozenset(lexicon.generic_owners)
        self._peers = frozenset(lexicon.peers)

    def link(self, document: Document, known: Container[PersonDraft] = ()) -> None:
        """Give each bare singular role its person, and the person a ``role`` mention.

        Of ``known`` leaders everybody knows the post: «Путин … Президент» needs no title.
        """
        named = (r for r in document.roles if r.attached or r.person is not None)
        held = [(r, self.classes(document, r)) for r in named]
        held = [(r, self._rank(document, r, classes, held)) for r, classes in held]
        for role in document.roles:
            if role.attached and role.person is not None:
                continue
            if role.plural or _is_clutter(document, role):
                continue
            if not role.of and (owners := self._unnamed_before(document, role)):
                role.of = owners
                continue
            person = (
                self._holder(document, role, held)
                or self._named_next(document, role, held)
                or self._leader(document, role, held, known)
            )
            if person is not None:
                role.person = person
                person.add(role.start, role.stop, "role")
                if not role.of:
                    role.of = _owners(person, role)
                else:
                    _give(person, role)
                words = document.text[role.start : role.stop]
                document.note("coreference", role.start, role.stop, f"{words} is {person.name}")

    def _leader(
        self,
        document: Document,
        role: RoleDraft,
        held: list[tuple[RoleDraft, set[str]]],
        known: Container[PersonDraft],
    ) -> PersonDraft | None:
        """The one leader known to all, where a state's head is told of and no other has a name."""
        mine = self.classes(document, role) & _HEADS
        if not mine or role.of or any(mine & classes for _, classes in held):
            return None
        leaders = [p for p in document.people() if p in known and not p.positions]
        return (
            leaders[0] if len(leaders) == 1 and within_reach(document, role, leaders[0]) else None
        )

    def _unnamed_before(self, document: Document, role: RoleDraft) -> list[EntityDraft]:
        """«Президент компании «Луч» рассказал … Президент подписал …»: whose the like post is.

        That of one without a name, told of just before as a subject.
        """
        here = place(document, role.start)
        head = _nouns(document, role)[:1]
        for other in reversed([r for r in document.roles if r.start < role.start]):
            if here - place(document, other.start) > 1 or other.plural:
                return []
            if _nouns(document, other)[:1] == head:
                subject = document.tokens_in(other.title_start, other.title_stop)[0]
                bare = other.person is None and subject.rel.startswith("nsubj")
                return list(other.of) if bare and other.of else []
        return []

    def classes(self, document: Document, role: RoleDraft) -> set[str]:
        """The classes of posts that the role's words can name."""
        head, *governed = _nouns(document, role) or [""]
        found = set(self._lemmas.get(head, ()))
        # «Глава правительства Армении»: the body that owns the post is a word of it.
        bodies = [fold(o.name).split() for o in role.of if isinstance(o, OrganizationDraft)]
        for other in [*governed, *(words[0] for words in bodies if words)]:
            found |= self._phrases.get(f"{head} {other}", set())
        if not found and not set(governed) & self._generic:
            found = set(self._phrases.get(head, ()))
        return found

    def _named_next(
        self, document: Document, role: RoleDraft, held: list[tuple[RoleDraft, set[str]]]
    ) -> PersonDraft | None:
        """«Губернатор принял посла. Глеб Орлов пригласил …»: the only bare name after the post."""
        mine = self.classes(document, role) & _NAMED_NEXT
        at = document.sentence_at(role.start)
        if not mine or at is None or any(mine & c for _, c in held):
            return None
        after = document.sentences[at.index + 1 : at.index + 1 + _NEAR]
        found = [
            p
            for p in document.people()
            if not p.positions and not any(m.start < at.stop for m in p.mentions)
        ]
        near = [p for p in found if any(_acts(document, p, s) for s in after)]
        return near[0] if len(near) == len(found) == 1 else None

    def _holder(
        self, document: Document, role: RoleDraft, held: list[tuple[RoleDraft, set[str]]]
    ) -> PersonDraft | None:
        mine = self.classes(document, role)
        exact = fold(role.title)
        fits = [
            r
            for r, classes in held
            if r.person is not None
            and not _is_beside(document, r, role)
            and not self._is_later_peer(r, role)
            and (fold(r.title) == exact or bool(mine & classes))
            and (
                _owners_agree(role.of, r.of)
                or (not r.of and _is_same_office(r, role, mine))
                or (fold(r.title) == exact != "глава" and _is_in_land(r.of, role.of))
            )
            and (bool(role.of) or not r.former)
        ]
        fits = _of_the_right_level(document, role, fits)
        people = list(dict.fromkeys(r.person for r in fits if r.person is not None))
        if not people and mine & _LEADERS and role.of:
            people = [
                p
                for p in document.people()
                if set(p.speaks_for) & set(role.of)
                and not self._is_peer_only(p, role, held)
                and not self._is_peer_of_another_rank(p, mine, held)
            ]
        if not people and mine & _LEADERS and not role.of:
            # «Делегация области во главе с A … Глава региона»: the one said to speak for a place.
            spoken = [
                p
                for p in document.people()
                if p.speaks_for and not p.positions and not self._is_peer_only(p, role, held)
            ]
            people = spoken if len(spoken) == 1 else []
        if not people:
            return _untitled(document, role) if mine & _LEADERS else None
        if len(people) == 1:
            return people[0] if within_reach(document, role, people[0]) else None
        if set(_nouns(document, role)[1:]) & self._generic:
            often = sorted(people, key=lambda p: -len(p.mentions))
            if len(often[0].mentions) >= 2 * len(often[1].mentions):
                return often[0]
        head = _nouns(document, role)[:1]
        same = [
            r.person
            for r in fits
            if r.person is not None and (fold(r.title) == exact or _nouns(document, r)[:1] == head)
        ]
        named = list(dict.fromkeys(same)) if same else people
        return nearest(document, role, of_gender(document, role, named))

    def _is_later_peer(self, held: RoleDraft, bare: RoleDraft) -> bool:
        """«Президент принял …, министр с коллегой N»: N is not the president told of before."""
        return held.title.split()[0] in self._peers and held.start > bare.start

    def _rank(
        self,
        document: Document,
        role: RoleDraft,
        classes: set[str],
        held: list[tuple[RoleDraft, set[str]]],
    ) -> set[str]:
        """«Министр встретился с коллегой N»: a peer's post is of the class of those beside it."""
        if role.title.split()[0] not in self._peers:
            return classes
        here = place(document, role.start)
        beside = [
            c for r, c in held if r.person is not role.person and place(document, r.start) == here
        ]
        return classes & set().union(*beside) or classes

    def _is_peer_of_another_rank(
        self, person: PersonDraft, mine: set[str], held: list[tuple[RoleDraft, set[str]]]
    ) -> bool:
        """«Министр встретился с коллегой из Ирана. Президент Ирана …»: no president."""
        return any(
            r.person is person and r.title.split()[0] in self._peers and not mine & classes
            for r, classes in held
        )

    def _is_peer_only(
        self, person: PersonDraft, bare: RoleDraft, held: list[tuple[RoleDraft, set[str]]]
    ) -> bool:
        """Whether a person stands for a side only as somebody's colleague told of later."""
        return any(r.person is person and self._is_later_peer(r, bare) for r, _ in held)


def _is_clutter(document: Document, role: RoleDraft) -> bool:
    """Headlines of other articles tell of other people."""
    sentence = document.sentence_at(role.start)
    return sentence is not None and sentence.zone == "boilerplate"


def _acts(document: Document, person: PersonDraft, sentence: Sentence) -> bool:
    """Whether a person, by first name and surname, is the subject of a sentence."""
    inside = [m for m in person.mentions if sentence.start <= m.start < sentence.stop]
    tokens = [t for m in inside for t in document.tokens_in(m.start, m.stop)]
    return len(tokens) > 1 and any(t.rel == "nsubj" for t in tokens)


def _nouns(document: Document, role: RoleDraft) -> list[str]:
    """The lemmas of the title's nouns, its head first; «врио губернатора» is a governor."""
    tokens = document.tokens_in(role.title_start, role.title_stop)
    nouns = [t.lemma for t in tokens if t.pos in ("NOUN", "PROPN")]
    return nouns[1:] if len(nouns) > 1 and nouns[0] in _ACTING else nouns


def _owners_agree(bare: list[EntityDraft], full: list[EntityDraft]) -> bool:
    if not bare:
        return True
    wide = {o for f in full for o in (f, _owner(f)) if o is not None}
    return any(o in wide or _owner(o) in wide for o in bare)


def _is_in_land(held: list[EntityDraft], bare: list[EntityDraft]) -> bool:
    """«Иранский губернатор» is the governor of a province told of before."""
    lands = {o.country for o in bare if isinstance(o, RegionDraft) and o.level == "country"}
    return any(isinstance(o, RegionDraft) and o.country in lands - {None} for o in held)


def _is_same_office(held: RoleDraft, bare: RoleDraft, classes: set[str]) -> bool:
    """«президент Росси» and «президент Италии»: one title of a state's head, told twice.

    «Министр энергетики» without a country is the one whom the text calls «России» elsewhere.
    """
    home = any(isinstance(o, RegionDraft) and o.country == "RU" for o in bare.of)
    same = fold(held.title) == fold(bare.title)
    return same and (bool(classes & {"state", "cabinet"}) or (home and " " in held.title))


def _of_the_right_level(
    document: Document, bare: RoleDraft, fits: list[RoleDraft]
) -> list[RoleDraft]:
    """«мэр» is the head of a town before a governor, «губернатор» of no town, if one can be."""
    head = (_nouns(document, bare) or [""])[0]
    if head not in _MAYORS | _GOVERNORS:
        return fits
    levels = ("city", "settlement", "district")
    if head in _GOVERNORS:
        # The head of a cabinet or of a firm is no governor.
        fits = [r for r in fits if not r.of or any(isinstance(o, RegionDraft) for o in r.of)]
    towns = [r for r in fits if any(isinstance(o, RegionDraft) and o.level in levels for o in r.of)]
    others = [r for r in fits if r not in towns]
    return (towns if head in _MAYORS else others) or fits


def _is_beside(document: Document, held: RoleDraft, bare: RoleDraft) -> bool:
    """«Президент встретился с главой Чувашии N»: who gets another post right behind is another."""
    if fold(held.title) == fold(bare.title) or held.start < bare.stop:
        return False
    if place(document, held.start) != place(document, bare.start):
        return False
    return any(t.pos == "VERB" for t in document.tokens_in(bare.stop, held.start))


def _untitled(document: Document, role: RoleDraft) -> PersonDraft | None:
    """«Меркель прибыла в Пекин. Вечером канцлер …»: the one subject just before without a post.

    Everybody knows whom the text speaks of, so it gives the post by the way.
    """
    at = place(document, role.start)
    head = document.tokens_in(role.title_start, role.title_stop)[0]
    if role.former or not head.rel.startswith("nsubj"):
        return None
    posted = {r.person for r in document.roles if r.person is not None}
    spoken = set()
    for person in document.people():
        names = [m for m in person.mentions if m.kind == "name" and m.start < role.start]
        near = [m for m in names if 0 < at - place(document, m.start) <= _NEAR]
        tokens = [t for m in near for t in document.tokens_in(m.start, m.stop)]
        if any(t.rel.startswith("nsubj") for t in tokens):
            spoken.add(person)
        if any(m.start >= document.sentences[at].start for m in names):
            return None
    return spoken.pop() if len(spoken) == 1 and not spoken & posted else None


def _owner(entity: EntityDraft | None) -> EntityDraft | None:
    return entity.owner if isinstance(entity, OrganizationDraft) else None


def _owners(person: PersonDraft, role: RoleDraft) -> list[EntityDraft]:
    return next((list(p.of) for p in person.positions if p.title == role.title), [])


def _give(person: PersonDraft, role: RoleDraft) -> None:
    """«Министр энергетики N … Министр энергетики России»: the land of the post told before.

    Of whom no post is told holds the one that he is known by.
    """
    for position in person.positions:
        if fold(position.title) == fold(role.title) and not position.of and not position.former:
            position.of = list(role.of)
    if not (person.positions or person.speaks_for or role.former):
        post = PositionDraft(role.title, role.title_start, role.title_stop, list(role.of))
        person.positions.append(post)
