"""Whose act it is: parties, speaker and addressee of an outcome."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ..document import Token
from ..drafts import EntityDraft, OrganizationDraft, RegionDraft, SpeechDraft
from ..knowledge.frames import OutcomesLexicon
from ..nlp.words import fold
from ..persons.represent import represents
from .antecedents import person_meant
from .contacts import Contact, able, related, spoken_for
from .doers import Doers
from .focus import author
from .found import Found
from .ministries import within_state
from .slots import fill
from .treaties import bound
from .view import View
from .voices import listener, speaker_of_both, speaker_of_one
from .wording import between, in_deal, joined

_PAIR = 2
_US = frozenset({"мы", "я"})
_FACING = frozenset({"с", "со", "против", "от", "для", "к", "перед", "между"})


@dataclass
class Parties:
    """Who is bound, who said it, to whom; ``faced`` where the other side stands without a name.

    ``named`` is how many of the parties the clause itself names.
    """

    parties: list[EntityDraft] = field(default_factory=list)
    speaker: EntityDraft | None = None
    addressee: list[EntityDraft] = field(default_factory=list)
    faced: bool = False
    named: int = 0


class PartyFinder:
    """Finds the parties of a matched outcome from its clause, the speech around it, the contact."""

    def __init__(self, lexicon: OutcomesLexicon, capitals: Iterable[str] = ()) -> None:
        """``capitals`` are the names of the states' capitals."""
        self._lexicon = lexicon
        self._capitals = frozenset(map(fold, capitals))

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
        everybody = [*parties, *others]
        people = [
            *doers.entities,
            *self._addressed(view, found),
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
        others = self.others(view, found, speech)
        if found.frame.parties == "both":
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
        parties = own or (list(contact.sides) if contact and doers.both else [])
        others = [o for o in others if o not in parties]
        if not parties and others and contact is not None:
            parties = contact.other_than(others)
        others = others or self._told_to(view, found, speech, parties, contact)
        speaker = speaker_of_one(view, found, doers, speech, parties)
        return Parties(parties, speaker, others, self._counterpart(view, found))

    def _told_to(
        self,
        view: View,
        found: Found,
        speech: SpeechDraft | None,
        parties: list[EntityDraft],
        contact: Contact | None,
    ) -> list[EntityDraft]:
        """To whom a one-sided act is said where the frame's own slot is empty."""
        others: list[EntityDraft] = []
        if found.frame.act == "offered":
            others = [o for o in self._given(view, found) if o not in parties]
        if not others and contact is not None:
            others = listener(speech, parties, contact) or contact.other_than(parties)
        if not others and not (contact is not None and contact.meeting is not None):
            others = [o for o in self._faced(view, found) if o not in parties]
        return others

    def _counterpart(self, view: View, found: Found) -> bool:
        """Whether somebody in the dative is told without a name: «предложил соседям»."""
        first, last = min(found.trigger, found.first), max(found.trigger, found.last)
        return any(
            t.lemma in self._lexicon.both_sides
            and (t.feats.get("Case") == "Dat" or not found.inside(t.index))
            and t.feats.get("Case") in ("Dat", "Acc", "Ins")
            and t.rel in ("iobj", "obl", "obj")
            for t in view.tokens[first:last]
        )

    def others(self, view: View, found: Found, speech: SpeechDraft | None) -> list[EntityDraft]:
        """The other side where the frame says it stands; «нам» is the speaker's."""
        if found.other is not None:
            there = view.actors.group(found.other)
            return able(spoken_for(a.entity) for a in there if a.entity is not None)
        others: list[EntityDraft] = []
        for slot in found.frame.addressee:
            for head in fill(view, slot, found.trigger, found.carrier):
                if found.inside(head) and (
                    slot not in (":Dat", "от:Gen") or _is_citizen(view.tokens[head])
                ):
                    continue
                group = [a.entity for a in view.actors.group(head) if a.entity is not None]
                if view.tokens[head].lemma in _US:
                    us = speech.speaker if speech is not None else author(view.document)
                    others += [spoken_for(us)] if us is not None else []
                owner = view.actors.owner(head) if not group else None
                others += [spoken_for(e) for e in group] or ([owner] if owner else [])
        return able(others)

    def _addressed(self, view: View, found: Found) -> list[EntityDraft]:
        """Who stands where the frame says the other side does."""
        heads = [
            h
            for slot in found.frame.addressee
            for h in fill(view, slot, found.trigger, found.carrier)
        ]
        return [a.entity for h in heads for a in view.actors.group(h) if a.entity is not None]

    def _faced(self, view: View, found: Found) -> list[EntityDraft]:
        """Whom the content names as the one it is done for, with or against."""
        for actor in view.actors.within(found.first, found.last):
            entity = actor.entity
            if entity is None or not isinstance(entity, (RegionDraft, OrganizationDraft)):
                continue
            if isinstance(entity, RegionDraft) and _is_citizen(view.tokens[actor.head]):
                continue
            case, preposition = view.actors.case(actor), view.tree.preposition(actor.head)
            if preposition in _FACING or (case == "Dat" and not preposition):
                return able([spoken_for(entity)])
        return []

    def _given(self, view: View, found: Found) -> list[EntityDraft]:
        """«Выделить миссии ООН автомобили»: to whom the content says it is given."""
        for child in view.tree.children(found.head, "iobj", "obl"):
            actor = view.actors.named(child.index)
            named = actor is not None and isinstance(actor.entity, (RegionDraft, OrganizationDraft))
            if actor is None or not named or view.tree.preposition(child.index):
                continue
            if child.feats.get("Case") == "Dat" and found.inside(child.index):
                group = [a.entity for a in view.actors.group(actor.head) if a.entity is not None]
                return able(spoken_for(e) for e in group)
        return []

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


def _is_pronoun(view: View, head: int) -> bool:
    return view.tokens[head].lemma in ("он", "она")


def _sat(contact: Contact | None) -> list[EntityDraft]:
    """The body whose sitting the contact was."""
    if contact is None or contact.meeting is None or contact.meeting.kind != "session":
        return []
    bodies: list[EntityDraft] = [s for s in contact.sides if isinstance(s, OrganizationDraft)]
    return bodies[:1]


def _is_citizen(token: Token) -> bool:
    """«Предоставит убежище американцу»: one of a nation is not the nation."""
    return token.feats.get("Animacy") == "Anim" and token.feats.get("Number") == "Sing"
