"""The participants of a matched trigger, slot by slot, with the evidence for each."""

from __future__ import annotations

from dataclasses import dataclass

from ..drafts import OrganizationDraft, PersonDraft, RegionDraft
from ..knowledge.frames import MeetingFrame
from .antecedents import guests_leader, people_meant, person_meant
from .chunks import Actor
from .modality import Carried
from .screening import Screen
from .slots import How, locate
from .view import View

_PRONOMINAL = frozenset({"subject", "support", "host", "object", "с:Ins", "у:Gen", "к:Dat", ":Dat"})
_BESIDE = frozenset({"host", "together", "sought"})
_OTHERS = frozenset({":Gen", "между:Ins", "adjective"})
_HUBS = frozenset({"support", ":Gen", "между:Ins", "adjective"})


@dataclass(frozen=True, eq=False)
class Side:
    """An actor in a slot; ``how`` says whether tree, word order or context put it there."""

    slot: str
    actor: Actor
    how: How


class Gatherer:
    """Fills the slots of a frame."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def gather(
        self, view: View, frame: MeetingFrame, trigger: int, carried: Carried, *, background: bool
    ) -> tuple[list[Side], str]:
        """The sides in the frame's order, or the reason why this is no meeting."""
        sides: list[Side] = []
        pronouns: list[tuple[str, int]] = []
        for slot in frame.slots:
            hosted = slot == "у:Gen" and bool(view.clauses.obliques(trigger, "у", "Gen"))
            if not hosted and not self._is_open(frame, slot, carried, sides, background=background):
                continue
            filled = locate(view, slot, trigger, carried.verb)
            for head in filled.heads:
                if head == trigger or _is_of_a_part(view, slot, head):
                    continue
                if slot == "host" and frame.destination and not _is_nearby(view, head, trigger):
                    continue
                refusal = self._screen.refusal(view, head)
                if refusal and slot not in _BESIDE:
                    return [], refusal
                if not refusal:
                    sat = slot == "host" and self._sat(frame, sides)
                    sat = sat and _is_on_one_line(view, trigger, head, carried.verb)
                    sat = sat and not is_to_be(view, trigger)
                    group = self._group(view, frame, slot, head, filled.how, sat=sat)
                    sides += group
                    pronouns += [] if group else [(slot, head)]
        # Whom «он» means is none of those the clause names, wherever they stand.
        for slot, head in pronouns:
            sides += _pronoun(view, slot, head, sides, frame)
        return _surest(self._without_judge(_without_third(sides, carried), frame, carried)), ""

    def _without_judge(
        self, sides: list[Side], frame: MeetingFrame, carried: Carried
    ) -> list[Side]:
        """«Песков назвал полезной встречу»: who judges others' meeting, or tells of it, is no side.

        Nor is who only holds a private post («политолог назвал …»).
        """
        if carried.governor is None or carried.governor.status != "judged":
            return sides
        others = frame.destination or any(
            s.slot in _OTHERS and s.actor.entity is not None for s in sides
        )
        return [
            s
            for s in sides
            if s.slot != "support" or not (others or self._screen.tells_of_others(s.actor.entity))
        ]

    def _is_open(
        self,
        frame: MeetingFrame,
        slot: str,
        carried: Carried,
        sides: list[Side],
        *,
        background: bool,
    ) -> bool:
        """Whether the slot can hold a participant, given what carries the trigger."""
        if slot == "support":
            return carried.takes_part or bool(frame.carried)
        if slot == "с:Ins" and any(s.slot == "между:Ins" for s in sides):
            return False
        if slot == "besides":
            return frame.joins or (carried.governor is not None and carried.governor.id == "attend")
        if slot == "addressed":
            return background and {s.slot for s in sides} == {"host"}
        if slot in (":Dat", "для:Gen") and not frame.destination and frame.pos == "noun":
            # «предложил Ирану переговоры», but «на встрече с B вручил C награду».
            return carried.takes_part and all(s.slot == "support" for s in sides)
        if slot == "spoke":
            # Whose sitting it is is told, or stood before: «на заседании совета A напомнил …».
            own = [s for s in sides if s.slot in (":Gen", "у:Gen") and s.actor.entity is not None]
            return frame.joins or bool(own)
        if slot == "adjective":
            return not any(s.actor.entity is not None for s in sides)
        if slot in ("host", "у:Gen"):
            told = any(s.slot in _HUBS and s.actor.entity is not None for s in sides)
            told = told and not (slot == "host" and self._sat(frame, sides))
            return not told and (background or slot != "host")
        return True

    def _group(
        self, view: View, frame: MeetingFrame, slot: str, head: int, how: How, *, sat: bool
    ) -> list[Side]:
        """The actor at a head and those joined to it, without those who are no parties."""
        found = []
        one = view.actors.at(head)
        alone = [one] if how == "context" and one is not None else []
        for actor in alone or view.actors.group(head):
            if self._screen.refusal(view, actor.head) or not _fits(frame, actor):
                continue
            if slot == "host" and not self._tells(frame, actor, sat=sat):
                continue
            if slot == "spoke" and self._screen.reports(actor):
                continue
            found.append(Side(slot, actor, how))
        return found

    def _sat(self, frame: MeetingFrame, sides: list[Side]) -> bool:
        """Whether the slots before name one body whose sitting it is."""
        met = [s.actor for s in sides if s.actor.entity is not None]
        bodies = (a.role is None and self._screen.sits(a.entity) for a in met if a.entity)
        return frame.body and len(met) == 1 and all(bodies)

    def _tells(self, frame: MeetingFrame, actor: Actor, *, sat: bool) -> bool:
        """Whether the subject beside a backgrounded meeting met there, not only reports it.

        Who speaks at a sitting is no party to it, the body that sits is; of a named body
        (``sat``) an official who speaks there is an attendee.
        """
        if sat and isinstance(actor.entity, PersonDraft) and not self._screen.reports(actor):
            return self._screen.standing(actor.entity) == "public"
        if frame.kind == "session":
            return isinstance(actor.entity, OrganizationDraft) and actor.role is None
        if self._screen.reports(actor):
            return False
        return actor.is_person or isinstance(actor.entity, RegionDraft)


def is_to_be(view: View, sitting: int) -> bool:
    """«пообещал поднять вопрос на заседании»: what is to be done there, not that it was."""
    return any(t.feats.get("VerbForm") == "Inf" for t in view.tree.ancestors(sitting))


def _is_on_one_line(view: View, trigger: int, head: int, verb: int | None) -> bool:
    """Whether no line ends between the sitting and who speaks there, as it does in captions."""
    places = [trigger, head, trigger if verb is None else verb]
    start, stop = view.tokens[min(places)].start, view.tokens[max(places)].stop
    return "\n" not in view.document.text[start:stop]


def _is_of_a_part(view: View, slot: str, head: int) -> bool:
    """«с российской стороны» is no company: another case stands behind the same preposition."""
    return slot == "с:Ins" and view.tokens[head].feats.get("Case") == "Gen"


def _without_third(sides: list[Side], carried: Carried) -> list[Side]:
    """«США настаивают на переговорах Москвы и Киева»: who wants others to meet is no side."""
    met = {s.actor.entity for s in sides if s.slot in (":Gen", "между:Ins", "asked")} - {None}
    governor = carried.governor
    if len(met) < 2 or governor is None or governor.status == "tense":
        return sides
    return [s for s in sides if s.slot not in ("support", "subject")]


def _is_nearby(view: View, head: int, trigger: int) -> bool:
    """Whether who speaks beside a visit is the visitor: a noun, of no clause within or above."""
    between = view.tokens[min(head, trigger) : max(head, trigger)]
    return view.tokens[head].pos != "PRON" and all(t.pos != "SCONJ" for t in between)


def _surest(sides: list[Side]) -> list[Side]:
    """Drop what the word order guessed where the tree puts the same actor elsewhere."""
    sure = {s.actor.entity for s in sides if s.how == "tree" and s.actor.entity is not None}
    return [s for s in sides if s.how != "order" or s.actor.entity not in sure]


def _pronoun(
    view: View, slot: str, head: int, sides: list[Side], frame: MeetingFrame
) -> list[Side]:
    """Whom a pronoun without an entity of its own means, as far as the slot lets it."""
    token = view.tokens[head]
    if slot == "host" and frame.body:
        return []
    if token.text.lower() == "они" and slot in ("subject", "support", "host"):
        if frame.explicit:
            return []
        people = [] if any(s.slot in _HUBS for s in sides) else people_meant(view, head)
        return [Side(slot, Actor(head, head + 1, head, p), "context") for p in people]
    if token.lemma == "они" and slot in _PRONOMINAL:
        led = guests_leader(view, head)
        return [Side(slot, Actor(head, head + 1, head, led), "context")] if led else []
    if token.lemma not in ("он", "она") or slot not in _PRONOMINAL:
        return []
    known = {s.actor.entity for s in sides if s.actor.entity is not None}
    person = person_meant(view, head, known)
    return [Side(slot, Actor(head, head + 1, head, person), "context")] if person else []


def _fits(frame: MeetingFrame, actor: Actor) -> bool:
    """Whether the frame takes such a side: a person, a body, a place."""
    if not frame.sides or actor.proxy is not None:
        return True
    if actor.is_person:
        return "person" in frame.sides
    if isinstance(actor.entity, OrganizationDraft):
        return "organization" in frame.sides
    if isinstance(actor.entity, RegionDraft):
        return "region" in frame.sides
    return isinstance(actor.entity, PersonDraft)


def entities_once(sides: list[Side]) -> list[Actor]:
    """The actors with a known entity, each entity once, in order."""
    seen: list[Actor] = []
    for side in sides:
        actor = side.actor
        if actor.entity is not None and all(s.entity is not actor.entity for s in seen):
            seen.append(actor)
    return seen
