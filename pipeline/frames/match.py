"""A matched frame with all that is known of whose act it is and of what went before."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import combinations

from schemas import Act

from ..drafts import EntityDraft, OrganizationDraft, OutcomeDraft, PersonDraft, SpeechDraft
from ..nlp.tree import is_participle
from ..nlp.words import fold
from .contacts import (
    Contact,
    apart,
    is_official,
    is_state,
    land_of,
    one_side,
    related,
    spoken_for,
)
from .doers import Doers
from .found import Found
from .parties import Parties
from .view import View
from .when import dates_in

_NEAR = 6
"""How many sentences after a meeting was told an act still belongs to it."""
_RIGHT_BEFORE = 3
_SEVERAL = 2
_JOINT = frozenset({"совместный", "совместно", "вместе", "сообща", "двусторонний", "взаимный"})
_PLACES = frozenset({"регион", "область", "край", "республика", "город", "страна", "провинция"})
_EARLIER = frozenset({"ранее", "прежде"})
_SETTLING = frozenset({"signed", "agreed"})


@dataclass(frozen=True)
class Private:
    """Posts, bodies and matters that are no public affair of a side, and offices that are;
    ``common`` are nouns for a side that was named before.
    """

    posts: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    matters: frozenset[str] = frozenset()
    crowds: frozenset[str] = frozenset()
    pointing: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Match:
    """A matched frame with all that is known of whose act it is; ``told`` are the acts before."""

    view: View
    found: Found
    doers: Doers
    who: Parties
    contact: Contact | None
    told: Sequence[OutcomeDraft]
    speech: SpeechDraft | None = None
    private: Private = Private()
    recalled: bool = False

    @property
    def came_of_contact(self) -> bool:
        """Whether a party or the speaker was one of the contact's sides."""
        sides = [*self.who.parties, self.who.speaker]
        return self.contact is not None and any(self.contact.holds(p) for p in sides)

    @property
    def met(self) -> bool:
        """Whether the contact was a meeting."""
        return self.came_of_contact and self.contact is not None and bool(self.contact.meeting)

    @property
    def apart(self) -> bool:
        """Whether the act came of no meeting that the article tells of."""
        treaty = self.found.frame.treaty
        return not self.met or self.of_others or self.recalled or treaty

    @property
    def of_others(self) -> bool:
        """Whether one of several named doers was no side of the contact."""
        doers = self.doers.entities
        if self.contact is None or len(doers) < _SEVERAL:
            return False
        return any(
            not self.contact.holds(d) and not self.contact.holds(spoken_for(d)) for d in doers
        )

    @property
    def near_meeting(self) -> bool:
        """Whether a meeting is told of within the few sentences before."""
        here = self.found.sentence.index
        meetings = self.view.document.contacts
        return any(0 <= here - s <= _NEAR for m in meetings for s in m.sentences)

    @property
    def amid_meetings(self) -> bool:
        """Whether a meeting is told of within a few sentences before or after."""
        here, meetings = self.found.sentence.index, self.view.document.contacts
        return any(abs(here - s) <= _NEAR for m in meetings for s in m.sentences)

    @property
    def official(self) -> list[EntityDraft]:
        """The parties and addressees that act in public."""
        sides = dict.fromkeys([*self.who.parties, *self.who.addressee])
        return [e for e in sides if self._is_official(e) and not self._private(e)]

    def _is_official(self, entity: EntityDraft) -> bool:
        partisan = self.found.frame.partisan and isinstance(entity, OrganizationDraft)
        return partisan or is_official(entity, self.private.posts, self.private.offices)

    @property
    def facing(self) -> bool:
        """Whether an official party faces an official side that is not of its own."""
        official = self.official
        own = [p for p in self.who.parties if p in official]
        in_person = self.in_person
        return any(
            o in official and (in_person or not one_side(o, p)) for o in self._others for p in own
        )

    @property
    def in_person(self) -> bool:
        """Whether one named person is said to speak to another, though of the same state."""
        sides = [*self.who.parties, *self.who.addressee]
        return self.who.stated and all(isinstance(e, PersonDraft) for e in sides)

    @property
    def between_states(self) -> bool:
        """Whether two states, or bodies of them or above them, are told as its sides."""
        sides = [*self.who.parties, *self.who.addressee]
        lands = {land_of(s) for s in sides}
        return len(sides) > 1 and len(lands) > 1 and None not in lands

    @property
    def of_one_land(self) -> bool:
        """Whether one side faces another of its own country: «губернатор просил об отставке».

        A body that is asked has its say: «президент предложил парламенту Чечни рассмотреть».
        """
        if self.in_person or any(isinstance(e, OrganizationDraft) for e in self.who.addressee):
            return False
        sides = [*self.who.parties, *self.who.addressee]
        lands = {land_of(s) for s in sides}
        return len(sides) > 1 and len(lands) == 1 and None not in lands

    @property
    def inside_one_side(self) -> bool:
        """Whether all who act, are addressed or met are of one state, and two at least are told."""
        sides = dict.fromkeys([*self.who.parties, *self.who.addressee])
        if self.met and self.contact is not None:
            sides |= dict.fromkeys(self.contact.sides)
        return (
            len(sides) > 1
            and all(is_state(s) for s in sides)
            and all(one_side(a, b) for a, b in combinations(sides, 2))
        )

    @property
    def to_a_crowd(self) -> bool:
        """Whether it is said to citizens, voters and the like."""
        objects = self.view.tree.children(self.found.trigger, "obj", "iobj", "obl")
        return any(
            t.lemma in self.private.crowds and not self.found.inside(t.index) for t in objects
        )

    @property
    def only_points(self) -> bool:
        """Whether the content has no word of its own: «этот и другие вопросы»."""
        words = self.view.tokens[self.found.first : self.found.last]
        return all(t.lemma in self.private.pointing for t in words)

    @property
    def private_matter(self) -> bool:
        """Whether the content speaks of posts, courts and the like, by lemma or by form."""
        words = self.view.tokens[self.found.first : self.found.last]
        return any({t.lemma, fold(t.text)} & self.private.matters for t in words)

    @property
    def of_private(self) -> bool:
        """Whether the content speaks of somebody with a private post: a coach, a prosecutor."""
        words = self.view.tokens[self.found.first : self.found.last]
        return any(t.lemma in self.private.posts for t in words)

    @property
    def _others(self) -> list[EntityDraft]:
        return [*self.who.addressee, *self.who.parties[1:]]

    @property
    def private_doer(self) -> bool:
        """Whether all who do it are people with private posts: «лидер оппозиции призвал»."""
        doers = self.doers.entities
        return bool(doers) and all(self._privately_employed(d) for d in doers)

    def _privately_employed(self, entity: EntityDraft) -> bool:
        if not isinstance(entity, PersonDraft):
            return False
        titles = [set(p.title.split()) for p in entity.positions if not p.former]
        return bool(titles) and all(words & self.private.posts for words in titles)

    @property
    def all_private(self) -> bool:
        """Whether every party is a body that is no side: a court, a party, a club."""
        return bool(self.who.parties) and all(self._private(p) for p in self.who.parties)

    def _private(self, entity: EntityDraft) -> bool:
        if self.found.frame.partisan:
            return False
        words = {fold(w) for w in entity.name.split()}
        return isinstance(entity, OrganizationDraft) and bool(words & self.private.bodies)

    def follows(self, acts: Container[Act] | None = None) -> bool:
        """Whether an act (one of ``acts``) is told of right before."""
        here = self.found.sentence.index
        return any(
            0 <= here - d.sentences[-1] <= _RIGHT_BEFORE
            for d in self.told
            if acts is None or d.act in acts
        )

    @property
    def among_officials(self) -> bool:
        """Whether the article has told of an act that two sides shared, or lately of a meeting."""
        told = ([*d.parties, *d.addressee] for d in self.told)
        return self.near_meeting or any(
            not one_side(a, b) for sides in told for a, b in combinations(sides, 2)
        )

    @property
    def names_other_side(self) -> bool:
        """Whether the content names a side of the contact other than the doer's."""
        if self.contact is None:
            return False
        others = self.contact.other_than(self.doers.entities)
        within = self.view.actors.within(self.found.first, self.found.last)
        return any(related(a.entity, o) for a in within for o in others if a.entity is not None)

    @property
    def names_a_side(self) -> bool:
        """Whether the content names a side of the contact, or a place of one."""
        within = self.view.actors.within(self.found.first, self.found.last)
        return any(self.contact and self.contact.holds(a.entity) for a in within)

    @property
    def across(self) -> bool:
        """Whether the content names two places or bodies, one of them a side, or says «совместный».

        «Регион» and the like stand for a side that is not named, «стороны» for all.
        """
        words = self.view.tokens[self.found.first : self.found.last]
        lemmas = {t.lemma for t in words}
        sides = any(t.lemma == "сторона" and t.rel.startswith("nsubj") for t in words)
        if sides or lemmas & _JOINT:
            return True
        if self.contact is None:
            return False
        named = apart([e for t in words for e in self.view.actors.spoken_of(t.index)])
        side = any(self.contact.holds(e) for e in named)
        return side and len(named) + bool(lemmas & _PLACES) >= _SEVERAL

    @property
    def sides_act(self) -> bool:
        """Whether the clause itself says that several sides act: by name, as sides, «вместе»."""
        doers = self.doers
        # «Будем вместе строить»: the adverb stands before what is told.
        how = self.view.tree.children(self.found.trigger, "advmod")
        words = [*how, *self.view.tokens[self.found.first : self.found.last]]
        together = any(t.lemma in _JOINT for t in words) and bool(doers.both or doers.entities)
        plural = self.view.tokens[self.found.trigger].feats.get("Number") != "Sing"
        several = len(doers.entities) > 1 or (doers.both and bool(doers.stated))
        return (several and plural) or together

    @property
    def beside(self) -> bool:
        """Whether the clause names the other side beside the doer: «A построит вместе с B»."""
        return "together" in self.found.frame.addressee and self.who.named >= _SEVERAL

    @property
    def person_acts(self) -> bool:
        """Whether the subject is a named person: «Иванов покинет город»."""
        heads = self.view.clauses.subjects(self.found.trigger)
        actors = [self.view.actors.at(h) for h in heads]
        return any(a is not None and isinstance(a.entity, PersonDraft) for a in actors)

    @property
    def plural(self) -> bool:
        """Whether several are said to act, though not all could be named."""
        found, clauses = self.found, self.view.clauses
        verb = found.trigger if found.carrier is None else found.carrier
        feats = self.view.tokens[verb].feats
        finite = feats.get("Number") == "Plur" and feats.get("VerbForm") == "Fin"
        return finite and not clauses.is_passive(verb) and bool(clauses.subjects(verb))


def is_recalled(view: View, found: Found, contact: Contact | None) -> bool:
    """Whether an act is told with the year of an earlier one: «в 2019 году был подписан»."""
    here, document = found.sentence, view.document
    meeting = contact.meeting if contact is not None else None
    if found.frame.act not in _SETTLING or found.status != "done":
        return False
    if is_participle(view.tokens[found.trigger]) and view.has_child(found.trigger, _EARLIER):
        # «Ранее заключённый контракт остаётся в силе».
        return True
    if meeting is None or here.index in meeting.sentences:
        return False
    now = meeting.date.value[:4] if meeting.date is not None else ""
    return any(
        document.text[d.start].lower() == "в" and d.precision == "year" and d.value != now
        for d in dates_in(document, here.start, here.stop)
    )
