"""Whose act it is: parties, speaker and addressee of an outcome."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ..drafts import EntityDraft, OrganizationDraft, PersonDraft, RegionDraft, SpeechDraft
from ..knowledge.frames import OutcomesLexicon
from ..nlp.words import fold
from ..persons.represent import represents
from .addressees import Addressees
from .antecedents import person_meant
from .behalf import promised_for
from .contacts import Contact, able, related, spoken_for
from .doers import Doers
from .found import Found
from .ministries import within_state
from .slots import fill
from .treaties import bound
from .view import View
from .voices import speaker_of_both, speaker_of_one
from .wording import between, in_deal, joined

_PAIR = 2


@dataclass
class Parties:
    """Who is bound, who said it, to whom; ``faced`` where the other side stands without a name.

    ``named`` is how many of the parties the clause itself names, ``stated`` whether it names
    the addressee.
    """

    parties: list[EntityDraft] = field(default_factory=list)
    speaker: EntityDraft | None = None
    addressee: list[EntityDraft] = field(default_factory=list)
    faced: bool = False
    named: int = 0
    stated: bool = False


class PartyFinder:
    """Finds the parties of a matched outcome from its clause, the speech around it, the contact."""

    def __init__(self, lexicon: OutcomesLexicon, capitals: Iterable[str] = ()) -> None:
        """``capitals`` are the names of the states' capitals."""
        self._lexicon = lexicon
        self._addressees = Addressees(lexicon)
        self._capitals = frozenset(map(fold, capitals))

    def others(self, view: View, found: Found, speech: SpeechDraft | None) -> list[EntityDraft]:
        """The other side where the frame says it stands."""
        return self._addressees.named(view, found, speech)

    def doers(self, view: View, found: Found, speech: SpeechDraft | None) -> Doers:
        """Who the text says did it; see ``Doers``."""
        return Doers.of(view, found, speech, self._lexicon)

    def find(
        self,
        view: View,
        found: Found,
        doers: Doers,
        speech: SpeechDraft | None,
        contact: Contact | None,
    ) -> Parties:
        """The parties; empty where neither text nor contact tells them."""
        if doers.strange:
            return Parties()
        who = self._find(view, found, doers, speech, contact)
        sides = [*who.parties, *who.addressee]
        parties = dict.fromkeys(self._as_state(view, e, sides) for e in who.parties)
        others = dict.fromkeys(self._as_state(view, e, sides) for e in who.addressee)
        if who.stated:
            others = {o: None for o in others if o not in parties}
        everybody = [*parties, *others]
        people = [
            *doers.entities,
            *self._addressees.people(view, found),
            *(contact.people if contact else ()),
        ]
        own = (within_state(view.document, e, everybody, people) for e in parties)
        theirs = (within_state(view.document, e, everybody, people) for e in others)
        return replace(who, parties=list(own), addressee=list(theirs))

    def _as_state(self, view: View, side: EntityDraft, sides: list[EntityDraft]) -> EntityDraft:
        """A capital that faces another state is its own state, if that is named and nobody is
        told of who speaks for the city.
        """
        if not isinstance(side, RegionDraft) or fold(side.name) not in self._capitals:
            return side
        facing = any(
            (isinstance(o, RegionDraft) and o.level == "country" and o.country != side.country)
            or (isinstance(o, OrganizationDraft) and o.kind == "international")
            for o in sides
        )
        regions = view.document.regions()
        state = next(
            (r for r in regions if r.level == "country" and r.country == side.country), None
        )
        own = any(side in represents(p) for p in view.document.people())
        return state if facing and state is not None and not own else side

    def _find(
        self,
        view: View,
        found: Found,
        doers: Doers,
        speech: SpeechDraft | None,
        contact: Contact | None,
    ) -> Parties:
        if found.frame.treaty:
            bind = bound(view, found.trigger)
            return Parties(bind, named=len(bind))
        if found.frame.parties == "superior":
            return self._superior(view, found, doers, contact)
        if contact is None:
            own = able(spoken_for(e) for e in doers.entities)
        else:
            trade = found.frame.trade or found.frame.act == "cooperates"
            sides = (spoken_for(e) if trade else contact.side_of(e) for e in doers.entities)
            own = able(sides, contact.sides)
        if found.frame.parties == "both":
            others = self.others(view, found, speech)
            told = between(view, found) if found.frame.act == "cooperates" else []
            if told:
                speaker = speaker_of_both(doers, others, speech, told, found.frame.act)
                return Parties(told, speaker, named=len(told))
            if found.frame.act == "signed" and len(own) + len(others) < 2:
                others = [*others, *self._in_title(view, found)] or bound(view, found.head)
            if found.frame.act == "agreed" and contact is None and not others:
                others = in_deal(view, found)
            parties = self._both_sides(own, others, doers, contact)
            parties = joined(view, found, parties)
            if found.frame.act == "cooperates" and len(parties) == 1 and contact is not None:
                parties = [*parties, *contact.at_home(parties[0])]
            speaker = speaker_of_both(doers, others, speech, parties, found.frame.act)
            return Parties(parties, speaker, named=len(able([*own, *others])))
        return self._one_sided(view, found, doers, speech, contact, own)

    def _one_sided(
        self,
        view: View,
        found: Found,
        doers: Doers,
        speech: SpeechDraft | None,
        contact: Contact | None,
        own: list[EntityDraft],
    ) -> Parties:
        """Who proposes, promises, refuses, and to whom."""
        if found.frame.act == "offered" and all(isinstance(e, PersonDraft) for e in own):
            own = promised_for(view, found) or own
        others, parties = self.others(view, found, speech), own
        if not own and contact is not None and doers.both:
            # «Киеву предлагается отвести войска»: it is the other side that does so.
            parties = contact.other_than(others) or list(contact.sides)
        others = others or self._addressees.around(view, found, parties)
        told = self._addressees.people(view, found) if others and others == parties else []
        if _are_people(doers.entities, told):
            # «Посол США попросила президента»: two of one state, each for himself.
            parties, others = list(doers.entities), told
        others = [o for o in others if o not in parties]
        stated = bool(others)
        if not parties and others and contact is not None:
            parties = contact.other_than(others)
        others = others or self._addressees.told_to(view, found, speech, parties, contact)
        speaker = speaker_of_one(view, found, doers, speech, parties)
        faced = self._addressees.counterpart(view, found)
        return Parties(parties, speaker, others, faced, stated=stated)

    def _in_title(self, view: View, found: Found) -> list[EntityDraft]:
        """Whom the words for a document bind: «договор между A и B», «договор с A»."""
        bound: list[EntityDraft] = []
        for actor in view.actors.within(found.first, found.last):
            if actor.entity is not None and view.tree.preposition(actor.head) in (
                "между",
                "с",
                "со",
            ):
                group = view.actors.group(actor.head)
                bound += [spoken_for(a.entity) for a in group if a.entity is not None]
        return able(bound)

    def _superior(self, view: View, found: Found, doers: Doers, contact: Contact | None) -> Parties:
        """The superior and those told; a person who gives orders does so in person.

        Where nobody is said to order («поручено»), a body that sat did.
        """
        named = able(doers.entities)[:1] or _sat(contact)
        told: list[EntityDraft] = []
        stated = False
        for slot in found.frame.addressee:
            for head in fill(view, slot, found.trigger, found.carrier):
                stated = True
                group = [a.entity for a in view.actors.group(head) if a.entity is not None]
                him = person_meant(view, head, set(named)) if _is_pronoun(view, head) else None
                told += group or ([him] if him is not None else [])
        if not doers.stated and any(n in told for n in named):
            return Parties()
        speaker = named[0] if named else None
        return Parties(able([*named, *told]), speaker, faced=stated)

    def _both_sides(
        self,
        own: list[EntityDraft],
        others: list[EntityDraft],
        doers: Doers,
        contact: Contact | None,
    ) -> list[EntityDraft]:
        parties = able([*own, *others], contact.sides if contact is not None else ())
        if len(parties) >= 2 or contact is None:
            return parties
        if parties and not any(contact.holds(p) for p in [*parties, *doers.entities]):
            return parties
        sides = [s for s in contact.sides if doers.fits(s)] or list(contact.sides)
        if others and not doers.entities and len(sides) > _PAIR:
            # «С послом речь шла о …», where several met: with whom the article is about.
            sides = sides[:1]
        known = [s for s in sides if not any(s is not p and related(s, p) for p in parties)]
        return able([*parties, *known], contact.sides)


def _are_people(doers: list[EntityDraft], told: list[EntityDraft]) -> bool:
    """Whether one person speaks to another."""
    both = [*doers, *told]
    apart = bool(doers and told) and not set(doers) & set(told)
    return apart and all(isinstance(e, PersonDraft) for e in both)


def _is_pronoun(view: View, head: int) -> bool:
    return view.tokens[head].lemma in ("он", "она")


def _sat(contact: Contact | None) -> list[EntityDraft]:
    """The body whose sitting the contact was."""
    if contact is None or contact.meeting is None or contact.meeting.kind != "session":
        return []
    bodies: list[EntityDraft] = [s for s in contact.sides if isinstance(s, OrganizationDraft)]
    return bodies[:1]
