"""A marked text cut into flat segments, so that marks may overlap and nest as they like.

A sweep over all boundaries: between two neighbouring ones the same marks hold, and that stretch is
one segment that names all of them. Lines end segments too, and are the paragraphs of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from schemas import EntityType, Interval, ZoneKind

Layer = Literal["entity", "trigger", "content", "item", "date", "evidence", "warning"]


@dataclass(frozen=True, slots=True)
class Mark:
    """``[start, stop)`` code points that belong to the thing ``id`` (``e1``, ``m2``, ``o3``)."""

    start: int
    stop: int
    id: str
    layer: Layer
    type: EntityType | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch under the same marks.

    ``ids`` are those marks' things, innermost first; ``own`` those of the facts that it says
    something of, more than being in their evidence; ``classes`` say how it looks; ``lead`` where a
    mark begins that the keyboard should reach; ``tags`` name the facts whose trigger ends here.
    """

    start: int
    stop: int
    text: str
    ids: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    lead: bool = False
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, never blank, with the kind of zone it lies in."""

    zone: ZoneKind
    segments: list[Segment] = field(default_factory=list)


def lines(
    text: str, zones: Sequence[tuple[int, int, ZoneKind]], marks: Iterable[Mark]
) -> list[Line]:
    """Every line that is not blank, cut into segments; together they hold all other text.

    Marks that reach past the text or are empty raise ``ValueError``.
    """
    ordered = sorted(marks, key=lambda m: (m.start, m.stop))
    for mark in ordered:
        Interval(start=mark.start, stop=mark.stop)
        if mark.stop > len(text):
            raise ValueError(f"mark {mark.id} ends at {mark.stop} of {len(text)}")
    found: list[Line] = []
    pending = 0
    open_marks: list[Mark] = []
    for start, stop, zone in _stretches(text, zones):
        open_marks = [m for m in open_marks if m.stop > start]
        while pending < len(ordered) and ordered[pending].start < stop:
            if ordered[pending].stop > start:
                open_marks.append(ordered[pending])
            pending += 1
        found.append(Line(zone, _segments(text, start, stop, open_marks)))
    return found


def _stretches(
    text: str, zones: Sequence[tuple[int, int, ZoneKind]]
) -> Iterable[tuple[int, int, ZoneKind]]:
    """Lines without their breaks, cut where a zone begins or ends; blank ones left out."""
    cuts = {0, len(text)} | {at for start, stop, _ in zones for at in (start, stop)}
    cuts |= {at for i, char in enumerate(text) if char in "\r\n" for at in (i, i + 1)}
    pending = 0
    for start, stop in pairwise(sorted(cuts)):
        while pending < len(zones) and zones[pending][1] <= start:
            pending += 1
        inside = pending < len(zones) and zones[pending][0] <= start
        if text[start:stop].strip():
            yield start, stop, zones[pending][2] if inside else "body"


def _segments(text: str, start: int, stop: int, marks: Sequence[Mark]) -> list[Segment]:
    cuts = {start, stop}
    cuts |= {at for m in marks for at in (m.start, m.stop) if start < at < stop}
    entities = [m for m in marks if m.layer == "entity"]
    outer = {m for m in entities if any(_within(other, m) for other in entities)}
    return [
        _segment(text, a, b, [m for m in marks if m.start <= a and b <= m.stop], outer)
        for a, b in pairwise(sorted(cuts))
    ]


def _within(inner: Mark, outer: Mark) -> bool:
    """Whether a mark lies in a longer one."""
    longer = outer.stop - outer.start > inner.stop - inner.start
    return longer and outer.start <= inner.start and inner.stop <= outer.stop


def _segment(text: str, start: int, stop: int, marks: list[Mark], outer: set[Mark]) -> Segment:
    inner = sorted(marks, key=lambda m: (m.stop - m.start, m.start, m.id))
    tags = [m.id for m in inner if m.layer == "trigger" and m.stop == stop]
    return Segment(
        start,
        stop,
        text[start:stop],
        tuple(dict.fromkeys(m.id for m in inner)),
        tuple(dict.fromkeys(m.id for m in inner if m.layer not in ("entity", "evidence"))),
        tuple(_classes(start, stop, inner, outer)),
        any(m.start == start and m.layer in ("entity", "trigger", "content") for m in inner),
        tuple(dict.fromkeys(tags)),
    )


def _classes(start: int, stop: int, marks: list[Mark], outer: set[Mark]) -> Iterable[str]:
    """``in-TYPE`` the innermost entity with its ``first`` and ``last``; other layers by name.

    ``out-TYPE`` runs all through the outermost entity where that holds others.
    """
    entities = [m for m in marks if m.layer == "entity"]
    if entities:
        yield f"in-{entities[0].type}"
        if entities[0].start == start:
            yield "first"
        if entities[0].stop == stop:
            yield "last"
    if entities and (len(entities) > 1 or entities[-1] in outer):
        yield f"out-{entities[-1].type}"
    for layer in ("trigger", "content", "item", "date", "evidence", "warning"):
        if any(m.layer == layer for m in marks):
            yield layer
