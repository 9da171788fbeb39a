"""Where a candidate meeting took place: a venue, a body's seat, else the smallest place told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ..document import Document, Sentence, Token
from ..drafts import EntityDraft, FacilityDraft, MentionDraft, OrganizationDraft, RegionDraft
from ..knowledge.setting import SettingLexicon
from ..naming import NounPhrases, phrase_nominative
from ..nlp.words import fold, parses
from .candidate import Candidate
from .reach import Reach
from .view import View
from .when import dates_in

_IN = frozenset({"в", "во", "на"})
# «прибудет с поездкой в Ставрополь», «на площадке форума в Сочи»: so far above the place stands the
# verb of motion, or the noun that is itself a scene.
_MOVED = 2
_VENUE, _SEAT, _COUNTRY = 0, 1, 6
_LEVELS = {"settlement": 2, "city": 2, "district": 3, "subject": 4, "federal_district": 5}


@dataclass(frozen=True, slots=True)
class Locative:
    """A place in a sentence: the token that carries its preposition, and how exact it is."""

    token: Token
    entity: EntityDraft
    size: int


@dataclass(frozen=True, slots=True)
class Travel:
    """Who is, or with ``ahead`` will be, in a place from ``start`` of the telling on.

    ``aside`` says that only a participle tells it («с делегацией, прибывшей в Москву»).
    """

    start: int
    sentence: int
    place: RegionDraft
    who: frozenset[EntityDraft]
    ahead: bool
    aside: bool


class Places:
    """Finds the places that «в» or «на» makes the scene of something."""

    def __init__(self, lexicon: SettingLexicon) -> None:
        self._indoors = frozenset([*lexicon.rooms, *lexicon.seats])
        self._seats = frozenset(lexicon.seats)
        self._grounds = frozenset(lexicon.grounds)
        self._moves = frozenset([*lexicon.moves, *lexicon.trips])
        self._away = frozenset([*lexicon.moves, *lexicon.stays, *lexicon.trips])
        self._visits = frozenset(lexicon.visits)
        self._welcoming = frozenset(lexicon.welcoming)
        self._beginning = frozenset(lexicon.beginning)
        self._carry = frozenset([*lexicon.trips, *lexicon.gatherings])

    def of(self, view: View, candidate: Candidate) -> EntityDraft | None:
        """The most exact place of the meeting's own clause, else of one that leads to it."""
        reach = Reach(view, candidate)
        taken = {i for s in candidate.sides for i in range(s.actor.first, s.actor.last)}
        met = {a.entity for a in candidate.actors}
        found: list[tuple[bool, int, int, int]] = []
        places = self.told(view, candidate.sentence.first, candidate.sentence.last)
        for number, place in enumerate(places):
            if place.token.index in taken or place.entity in met:
                continue
            rank = None if _is_anothers(view, candidate, place) else self._rank(view, reach, place)
            if rank is not None:
                far = abs(place.token.index - candidate.trigger)
                found.append((rank == 2, place.size, far, number))
        return places[min(found)[-1]].entity if found else self._welcomed(view, candidate)

    def _welcomed(self, view: View, candidate: Candidate) -> EntityDraft | None:
        """«Заседание совета примет Абакан»: the town that takes in a gathering."""
        verb = candidate.carrier
        if candidate.frame.pos != "noun" or verb is None:
            return None
        if view.tokens[verb].lemma not in self._welcoming:
            return None
        hosts = [view.actors.named(t.index) for t in view.tree.children(verb, "nsubj", "obj")]
        towns = [h.entity for h in hosts if h is not None and h.role is None]
        return next((t for t in towns if isinstance(t, RegionDraft)), None)

    def told(self, view: View, first: int, last: int) -> list[Locative]:
        """The places of tokens ``[first, last)`` in text order."""
        return sorted(self._told(view, first, last), key=lambda p: p.token.index)

    def _told(self, view: View, first: int, last: int) -> Iterator[Locative]:
        document = view.document
        start, stop = document.tokens[first].start, document.tokens[last - 1].stop
        covered: set[int] = set()
        for entity, mention in document.mentions("name", "alias", "role"):
            size = _size(entity)
            if size is None or not start <= mention.start < stop:
                continue
            token = _head(view, mention)
            covered.update(t.index for t in document.tokens_in(mention.start, mention.stop))
            if self._is_scene(view, token, mention.start) and not _in_post(document, mention):
                yield Locative(token, entity, size)
        for index in range(first, last):
            if index not in covered and document.tokens[index].lemma in self._indoors:
                yield from self._room(view, index)

    def scenes(self, view: View, sentence: Sentence) -> list[Locative]:
        """The places where what a sentence tells goes on.

        A place that belongs to a noun («завод в Воткинске») or to what is still to be done is none.
        """
        told = self.told(view, sentence.first, sentence.last)
        return [p for p in told if self._goes_on_at(view, p)]

    def _goes_on_at(self, view: View, place: Locative) -> bool:
        head = view.tree.head(place.token.index)
        if head is None or head.feats.get("VerbForm") == "Inf":
            return head is None
        return head.pos not in ("NOUN", "PROPN") or self._may_hang_on(view, head, place)

    def travels(self, view: View) -> list[Travel]:
        """Who the text says went where, in text order: «прибыл в Казань», «визит в Минск»."""
        found: list[Travel] = []
        for sentence in view.telling():
            for place in self.told(view, sentence.first, sentence.last):
                if isinstance(place.entity, RegionDraft):
                    travel = self._travel(view, sentence.index, place.token, place.entity)
                    found += [travel] if travel is not None else []
        return found

    def _travel(self, view: View, sentence: int, token: Token, place: RegionDraft) -> Travel | None:
        above = list(islice(view.tree.ancestors(token.index), _MOVED))
        verb = next((t for t in above if t.pos == "VERB"), None)
        if verb is None or not any(t.lemma in self._away for t in above):
            return None
        subjects = [a for i in view.clauses.subjects(verb.index) for a in view.actors.group(i)]
        who = frozenset(a.entity for a in subjects if a.entity is not None)
        ahead = verb.feats.get("Tense") == "Fut" or verb.feats.get("VerbForm") == "Inf"
        aside = verb.feats.get("VerbForm") == "Part"
        return Travel(token.start, sentence, place, who, ahead, aside)

    def _room(self, view: View, index: int) -> Iterator[Locative]:
        """A hall, a stand, an embassy without a name: a venue by the words that tell whose."""
        document, phrases = view.document, NounPhrases(view.document)
        first = phrases.modifiers(index)
        if not self._is_scene(view, document.tokens[index], document.tokens[first].start):
            return
        last = phrases.quotation(index + 1)
        last = last if last > index + 1 else phrases.genitives(index + 1, coordinate=False)
        # «принял в здании правительства посла Громова»: a person named is no part of the room.
        named = (i for i in range(index + 1, last) if _is_named_official(view, i))
        last = min(last, next(named, last))
        described = first < index or last > index + 1
        if not described and document.tokens[index].lemma not in self._seats:
            return
        start, stop = document.tokens[first].start, document.tokens[last - 1].stop
        name = phrase_nominative(document, first, index, last)
        draft = FacilityDraft(name, [MentionDraft(start, stop)])
        yield Locative(document.tokens[index], draft, _VENUE)

    def _is_scene(self, view: View, token: Token, start: int) -> bool:
        """Whether «в» or «на» with the locative, or a verb of motion, makes a scene of it."""
        first = view.document.token_range(start, start + 1)[0]
        before = view.tokens[first - 1].lemma if first else ""
        head = view.tree.head(token.index)
        if before in ("с", "со") and head is not None and head.lemma in self._beginning:
            return True
        if before in self._grounds and first > 1 and view.tokens[first - 2].lemma in _IN:
            return True
        if before not in _IN and view.tree.preposition(token.index) not in _IN:
            return _is_object(token) and head is not None and head.lemma in self._visits
        case = token.feats.get("Case", "Loc")
        if case == "Acc" and before in _IN and not _never_declines(token.text):
            above = islice(view.tree.ancestors(token.index), _MOVED)
            return any(t.lemma in self._moves for t in above)
        return case in ("Loc", "Gen", "Dat", "Acc")

    def _rank(self, view: View, reach: Reach, place: Locative) -> int | None:
        """As ``Reach.rank``; a place that belongs to a noun of its own is none of the meeting's."""
        if reach.is_reporting(place.token.index):
            return None
        visited = _is_object(place.token) and not view.tree.preposition(place.token.index)
        if visited and not isinstance(place.entity, RegionDraft):
            return None
        head = view.tree.head(place.token.index)
        nominal = head is not None and head.pos in ("NOUN", "PROPN") and head.index not in reach.own
        if nominal and head is not None and not self._may_hang_on(view, head, place):
            return None
        return reach.rank(place.token.index)

    def _may_hang_on(self, view: View, head: Token, place: Locative) -> bool:
        """Parsers hang a scene on the people beside it, or on the larger place before it."""
        nouns = [head, *islice(view.tree.ancestors(head.index), _MOVED)]
        if head.lemma in self._carry or any(view.tree.preposition(t.index) in _IN for t in nouns):
            return True
        actor = view.actors.named(head.index)
        return actor is not None and place.size < _LEVELS["district"]


def _is_named_official(view: View, index: int) -> bool:
    actor = view.actors.named(index)
    return actor is not None and actor.is_person and actor.role is not None and actor.role.attached


def _is_object(token: Token) -> bool:
    """An object; «Ижевск посетила делегация» is parsed as if it had two subjects."""
    return token.rel == "obj" or (token.rel == "nsubj" and token.feats.get("Case") == "Acc")


def _never_declines(word: str) -> bool:
    """«на Фиджи», «в Тбилиси»: where and whither look the same."""
    return any("Fixd" in p.tag for p in parses(word))


def _is_anothers(view: View, candidate: Candidate, place: Locative) -> bool:
    """«5 мая в Туле встретился с A, а 6 мая в Орле — с B»: a second day has its own place."""
    start = view.tokens[candidate.trigger].stop
    dates = dates_in(view.document, candidate.sentence.start, place.token.start)
    days = [d.start for d in dates if d.precision == "day"]
    return any(d > start for d in days) and any(d < start for d in days)


def known_venue(document: Document, venue: FacilityDraft) -> FacilityDraft:
    """The document's venue of this name, which takes its mentions; itself if it is new."""
    for known in document.facilities():
        if fold(known.name) == fold(venue.name):
            for mention in venue.mentions:
                known.add(mention.start, mention.stop, mention.kind)
            return known
    document.entities.append(venue)
    return venue


def is_finer(place: EntityDraft, other: EntityDraft) -> bool:
    """Whether a place tells more exactly where than another does."""
    return (_size(place) or 0) < (_size(other) or 0)


def is_town(place: EntityDraft) -> bool:
    """Whether a place is a city, town or village."""
    return isinstance(place, RegionDraft) and _size(place) == _LEVELS["city"]


def _size(entity: EntityDraft) -> int | None:
    """How large a place is, venues first; None for what is no place."""
    match entity:
        case FacilityDraft():
            return _VENUE
        case OrganizationDraft():
            return _SEAT
        case RegionDraft():
            return _LEVELS.get(entity.level, _COUNTRY)
    return None


def _head(view: View, mention: MentionDraft) -> Token:
    tokens = view.document.tokens_in(mention.start, mention.stop)
    inside = {t.index for t in tokens}
    return next((t for t in tokens if t.head not in inside), tokens[0])


def _in_post(document: Document, mention: MentionDraft) -> bool:
    """«посол Армении в России» is a post, not a scene."""
    return any(r.start < mention.start and mention.stop <= r.stop for r in document.roles)
