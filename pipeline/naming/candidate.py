"""Candidate names and the choice among those that overlap."""

from __future__ import annotations

from dataclasses import dataclass, field

from .same import Words


@dataclass(eq=False)
class Candidate:
    """Tokens ``[first, last)`` that may be a name, and what was read in them.

    ``head`` is the index of the head noun; ``core`` the words that tell it from others (without
    owner, legal form and quotation marks); ``inner`` is the token range inside which nothing else
    is a name of its own. ``source`` says which rule found it.
    """

    first: int
    last: int
    head: int
    kind: str
    core: Words
    source: str
    inner: tuple[int, int] = (0, 0)
    owner_at: tuple[int, int] | None = None
    known: str | None = None
    canonical: str | None = None
    short_name: str | None = None
    owned: bool = False
    wikidata: str | None = None
    weight: int = field(default=0)

    def overlaps(self, other: Candidate) -> bool:
        """Whether the two share a token."""
        return self.first < other.last and other.first < self.last

    def holds(self, other: Candidate) -> bool:
        """Whether the other lies inside this one."""
        return self.first <= other.first and other.last <= self.last


def settle(candidates: list[Candidate]) -> list[Candidate]:
    """Those that stand, in text order: longer and surer first, inside them only inner names."""
    kept: list[Candidate] = []
    order = sorted(candidates, key=_rank)
    for candidate in order:
        rivals = [k for k in kept if k.overlaps(candidate)]
        if all(_nests(k, candidate) or _nests(candidate, k) for k in rivals):
            kept.append(candidate)
    return sorted(kept, key=lambda c: (c.first, -c.last))


def _rank(candidate: Candidate) -> tuple[int, int, int, bool, str]:
    length = candidate.last - candidate.first
    return -candidate.weight, -length, candidate.first, candidate.known is None, candidate.source


def _nests(outer: Candidate, inner: Candidate) -> bool:
    """Whether ``inner`` is another name inside ``outer``."""
    if not outer.holds(inner) or outer.head == inner.head:
        return False
    if inner.source == "tagger" and inner.first <= outer.head:
        return False
    first, last = outer.inner
    return not (first < inner.last and inner.first < last)
