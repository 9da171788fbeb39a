"""Whose act it is: parties, speaker and addressee of an outcome."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..drafts import (
    EntityDraft,
    MeetingDraft,
    OrganizationDraft,
    PersonDraft,
    RegionDraft,
    SpeechDraft,
)
from ..persons.represent import represents
from .actors import Actor
from .outcome_matcher import Found
from .slots import fill
from .view import View

_OURS = frozenset({"мы", "я", "наш", "мой"})


@dataclass
class Parties:
    """Who is bound, who said it, to whom."""

    parties: list[EntityDraft] = field(default_factory=list)
    speaker: EntityDraft | None = None
    addressee: list[EntityDraft] = field(default_factory=list)


def spoken_for(entity: EntityDraft) -> EntityDraft:
    """The region or body a leader speaks for; any other entity speaks for itself."""
    if isinstance(entity, PersonDraft):
        return next(iter(represents(entity)), entity)
    return entity


class PartyFinder:
    """Finds the parties of a matched outcome from its clause, the speech around it, the meeting."""

    def find(
        self,
        view: View,
        found: Found,
        speech: SpeechDraft | None,
        meeting: MeetingDraft | None,
    ) -> Parties:
        """The parties; empty where neither text nor meeting tells them."""
        doers = self._doers(view, found)
        speaker = self._speaker(doers, speech, found)
        own = [spoken_for(a.entity) for a in doers if a.entity is not None]
        own = own or self._owners(view, found)
        if not own and speaker is not None and self._in_person(view, found, speech):
            own = [spoken_for(speaker)]
        others = self._others(view, found)
        mode = found.frame.parties
        if mode == "superior":
            return self._superior(doers, speaker, view, found)
        if mode == "both":
            return self._both_sides(own, others, speaker, meeting)
        return self._one_side(own, others, speaker, meeting)

    def _doers(self, view: View, found: Found) -> list[Actor]:
        """The actors whose deed the trigger is."""
        if found.frame.pos == "noun":
            heads = view.clauses.obliques(found.trigger, "", "Gen")
            heads = [h for h in heads if not found.inside(h)]
            named = [a for h in heads for a in view.actors.group(h)]
            if named:
                return named
            if found.carrier is None:
                return []
            heads = view.clauses.subjects(found.carrier)
            heads = [h for h in heads if h != found.trigger]
        else:
            heads = fill(view, found.frame.doer, found.trigger, found.carrier)
        heads = [h for h in heads if not found.inside(h)]
        return [a for h in heads for a in view.actors.group(h)]

    def _owners(self, view: View, found: Found) -> list[EntityDraft]:
        """«петербургские предприятия готовы»: the region to whom the subject belongs."""
        heads = fill(view, found.frame.doer, found.trigger, found.carrier)
        if found.frame.pos == "noun" and found.carrier is not None:
            heads = view.clauses.subjects(found.carrier)
        owners = [view.actors.owner(h) for h in heads if not found.inside(h)]
        return [o for o in owners if o is not None]

    def _in_person(self, view: View, found: Found, speech: SpeechDraft | None) -> bool:
        """Whether an act without a named doer is the speaker's own."""
        if speech is None or _is_press(speech.speaker):
            return False
        subjects = fill(view, "subject", found.trigger, found.carrier)
        if not subjects:
            return True
        words = {view.tokens[s].lemma for s in subjects}
        words |= {t.lemma for s in subjects for t in view.tree.children(s, "det", "amod")}
        return bool(words & _OURS) or found.frame.parties == "subject"

    def _speaker(
        self, doers: list[Actor], speech: SpeechDraft | None, found: Found
    ) -> EntityDraft | None:
        if speech is not None and speech.speaker is not None:
            return speech.speaker
        if found.frame.parties != "both":
            return next((a.entity for a in doers if isinstance(a.entity, PersonDraft)), None)
        return None

    def _others(self, view: View, found: Found) -> list[EntityDraft]:
        others: list[EntityDraft] = []
        for slot in found.frame.addressee:
            for head in fill(view, slot, found.trigger, found.carrier):
                if found.inside(head) and slot != ":Dat":
                    continue
                group = [a.entity for a in view.actors.group(head) if a.entity is not None]
                owner = view.actors.owner(head) if not group else None
                others += [spoken_for(e) for e in group] or ([owner] if owner else [])
        return others

    def _superior(
        self, doers: list[Actor], speaker: EntityDraft | None, view: View, found: Found
    ) -> Parties:
        named = [a.entity for a in doers if a.entity is not None][:1]
        if not named and speaker is not None:
            named = [speaker]
        told: list[EntityDraft] = []
        for slot in found.frame.addressee:
            for head in fill(view, slot, found.trigger, found.carrier):
                told += [a.entity for a in view.actors.group(head) if a.entity is not None]
        return Parties(_unique([*named, *told]), named[0] if named else None, [])

    def _both_sides(
        self,
        own: list[EntityDraft],
        others: list[EntityDraft],
        speaker: EntityDraft | None,
        meeting: MeetingDraft | None,
    ) -> Parties:
        parties = _unique([*own, *others])
        if len(parties) < 2 and meeting is not None:
            sides = sides_of(meeting)
            if not parties or any(p in sides for p in parties):
                parties = _unique([*parties, *sides])
        return Parties(parties, speaker, [])

    def _one_side(
        self,
        own: list[EntityDraft],
        others: list[EntityDraft],
        speaker: EntityDraft | None,
        meeting: MeetingDraft | None,
    ) -> Parties:
        parties = _unique(own)
        if not others and meeting is not None:
            sides = sides_of(meeting)
            if any(p in sides for p in parties):
                others = [s for s in sides if s not in parties]
        return Parties(parties, speaker, [o for o in _unique(others) if o not in parties])


def _is_press(entity: EntityDraft | None) -> bool:
    return isinstance(entity, OrganizationDraft) and entity.kind == "media"


def sides_of(meeting: MeetingDraft) -> list[EntityDraft]:
    """The regions and bodies that met, each once; the person where nobody is spoken for.

    Where two sides are known, people of neither («с участием …») are not a third.
    """
    spoken = _unique([next(iter(p.represents), p.entity) for p in meeting.participants])
    sides = [e for e in spoken if not isinstance(e, PersonDraft)]
    return sides if len(sides) >= 2 else spoken


def _unique(entities: list[EntityDraft]) -> list[EntityDraft]:
    kept = [e for e in entities if isinstance(e, (PersonDraft, RegionDraft, OrganizationDraft))]
    return list(dict.fromkeys(kept))
