"""Which contact an act came of."""

from __future__ import annotations

from collections.abc import Sequence

from ..drafts import EntityDraft, MeetingDraft, OutcomeDraft, RegionDraft
from .contacts import Contact, sides_of, spoken_for
from .doers import Doers
from .found import Found
from .thread import Thread
from .view import View

_TWO = 2
_LOCAL = frozenset({"city", "settlement", "district"})


class Underway:
    """Finds the contact behind an act."""

    def __init__(self, thread: Thread) -> None:
        self._thread = thread

    def contact_of(
        self,
        view: View,
        found: Found,
        doers: Doers,
        told: Sequence[OutcomeDraft],
        others: Sequence[EntityDraft],
    ) -> Contact | None:
        """The contact behind an act told in a sentence.

        The meeting told in the sentence, else the last one told before that is not only recalled,
        else the first; one of those that the act's doers had (with the ``others``), or that a
        plural noun can mean. A meeting that the content itself announces is no source of it, and
        what was held comes before what is only planned. Without meetings, the last act before
        that bound two sides.
        """
        named = doers.entities or others
        start, stop = view.tokens[found.first].start, view.tokens[found.last - 1].stop
        source = [m for m in view.document.contacts if not start <= m.trigger[0] < stop]
        if not named and doers.both and doers.head is not None:
            source = self._thread.meant(view, doers.head, source) or source
        contacts = [_met(m) for m in source]
        # Where the doer was himself, before where somebody of his country was.
        theirs = [c for c in contacts if set(named) & set(c.people)] or [
            c for c in contacts if any(c.holds(d) or c.holds(spoken_for(d)) for d in named)
        ]
        if doers.entities:
            # «Пригласил грузинского коллегу»: of his meetings the one with whom it is said to.
            theirs = [c for c in theirs if any(map(c.holds, others))] or theirs
        nearest = self._nearest(view, theirs or contacts, found.sentence.index)
        if nearest is not None:
            across = _last_across(told) if not named and doers.both else None
            return across if across is not None and _is_local(nearest) else nearest
        for outcome in reversed(told):
            sides = tuple(dict.fromkeys([*outcome.parties, *outcome.addressee]))
            if len(sides) == _TWO and (not named or any(spoken_for(d) in sides for d in named)):
                return Contact(sides, None, (outcome.speaker,) if outcome.speaker else ())
        return None

    def first(self, view: View) -> Contact | None:
        """The contact that the article tells of first."""
        contacts = view.document.contacts
        return _met(contacts[0]) if contacts else None

    def _nearest(self, view: View, contacts: list[Contact], sentence: int) -> Contact | None:
        """By where the meeting is told: here, before, later; held before planned."""
        meetings = [(c, c.meeting) for c in contacts if c.meeting is not None]
        held = [(c, m) for c, m in meetings if m.status == "held"]
        for pool in (held, meetings):
            here = [c for c, m in pool if sentence in m.sentences]
            if here:
                return here[-1]
            before = [m for _, m in pool if min(m.sentences) < sentence]
            main = self._thread.under_way(view.document, before, view.document.sentences[sentence])
            last = [
                (max(s for s in m.sentences if s < sentence), n, c)
                for n, (c, m) in enumerate(pool)
                if m in main
            ]
            if last:
                return max(last, key=lambda b: (b[0], b[1]))[2]
        return contacts[0] if contacts else None


def _met(meeting: MeetingDraft) -> Contact:
    people = tuple(p.entity for p in meeting.participants)
    return Contact(tuple(sides_of(meeting)), meeting, people)


def _last_across(told: Sequence[OutcomeDraft]) -> Contact | None:
    """The sides of the last act told that bound places of two countries."""
    for outcome in reversed(told):
        sides = outcome.parties
        lands = {s.country for s in sides if isinstance(s, RegionDraft)}
        if len(sides) == len(lands) == _TWO:
            return Contact(tuple(sides))
    return None


def _is_local(contact: Contact) -> bool:
    """Whether a region met a town of its own: of one power, as far as one can tell."""
    regions = [s for s in contact.sides if isinstance(s, RegionDraft)]
    if len(regions) != _TWO or len(contact.sides) != _TWO:
        return False
    town = next((r for r in regions if r.level in _LOCAL), None)
    around = next((r for r in regions if r.level == "subject"), None)
    if town is None or around is None or town.country != around.country:
        return False
    return town.within is None or town.within == around.code
