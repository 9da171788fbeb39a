"""When a candidate meeting took place, as its own sentence tells it."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document, Token
from ..drafts import DateDraft
from .candidate import Candidate
from .reach import Reach
from .view import View


def date_of(view: View, candidate: Candidate) -> DateDraft | None:
    """The date that hangs nearest to the meeting in the tree, else the nearest in the text.

    A date of the words that report the meeting («в среду сообщил Песков»), of a document or of
    another act in the sentence is not the meeting's.
    """
    reach = Reach(view, candidate)
    found: list[tuple[int, bool, int, int]] = []
    dates = list(dates_in(view.document, candidate.sentence.start, candidate.sentence.stop))
    trigger = view.tokens[candidate.trigger].start
    for number, date in enumerate(dates):
        rank = _rank(view, reach, date)
        if rank is not None:
            found.append((rank, date.start > trigger, abs(date.start - trigger), number))
    if not found:
        return None
    return dates[min(found)[-1]]


def dates_in(document: Document, start: int, stop: int) -> Iterator[DateDraft]:
    """The dates of a stretch on which something happens, bounds left out."""
    return (d for d in document.dates if start <= d.start < stop and not d.bound)


def _rank(view: View, reach: Reach, date: DateDraft) -> int | None:
    words = view.document.tokens_in(date.start, date.stop)
    if not words or reach.is_reporting(words[0].index):
        return None
    heads = _heads(words)
    ranks = [r for t in heads if (r := reach.rank(t.index)) is not None]
    if ranks:
        return min(ranks)
    opens = words[0].index - reach.sentence.first <= 1 and not _is_subordinate(view, words[0])
    return 2 if opens else None


def _heads(words: list[Token]) -> list[Token]:
    """The words of a date that hang on something outside it."""
    inside = {t.index for t in words}
    return [t for t in words if t.head not in inside]


def _is_subordinate(view: View, first: Token) -> bool:
    """Whether a verb below another one carries the date: «в среду прибыв в город, …» does not."""
    head = view.tree.head(first.index)
    return head is not None and head.rel in ("acl", "acl:relcl", "ccomp")
