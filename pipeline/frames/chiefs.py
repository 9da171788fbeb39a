"""Who orders where nobody is said to: «поручено», «дана неделя»."""

from __future__ import annotations

from collections.abc import Sequence

from ..drafts import PersonDraft
from .found import Found
from .view import View


def chief_of(view: View, found: Found, ranks: Sequence[str]) -> PersonDraft | None:
    """The highest of those who met and were told of before, by ``ranks``, heads of posts.

    At a sitting that is its head, not the one who reported last. Whom the sentence names is told
    what to do.
    """
    here = found.sentence
    known: list[tuple[int, int, PersonDraft]] = []
    for meeting in view.document.meetings:
        for number, side in enumerate(meeting.participants):
            if not isinstance(side.entity, PersonDraft):
                continue
            told = [m.start for m in side.entity.mentions]
            posts = [p.title.split()[0] for p in side.entity.positions if p.title]
            held = [ranks.index(p) for p in posts if p in ranks]
            inside = any(here.start <= at < here.stop for at in told)
            if held and not inside and min(told) < here.start:
                known.append((min(held), number, side.entity))
    return min(known, key=lambda k: k[:2])[2] if known else None
