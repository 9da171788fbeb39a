"""Who orders where nobody is said to: «поручено», «дана неделя»."""

from __future__ import annotations

from collections.abc import Sequence

from ..drafts import PersonDraft
from .found import Found
from .view import View


def chief_of(view: View, found: Found, ranks: Sequence[str]) -> PersonDraft | None:
    """Who held a sitting, else the highest of those who met, by ``ranks``, heads of posts.

    Told of before: whom the sentence names is told what to do.
    """
    here = found.sentence
    known: list[tuple[bool, int, int, PersonDraft]] = []
    for meeting in view.document.contacts:
        for number, side in enumerate(meeting.participants):
            if not isinstance(side.entity, PersonDraft):
                continue
            told = [m.start for m in side.entity.mentions]
            posts = [p.title.split()[0] for p in side.entity.positions if p.title]
            held = [ranks.index(p) for p in posts if p in ranks]
            inside = any(here.start <= at < here.stop for at in told)
            chairs = meeting.kind == "session" and number == 0
            if (held or chairs) and not inside and min(told) < here.start:
                known.append((not chairs, min(held, default=len(ranks)), number, side.entity))
    return min(known, key=lambda k: k[:3])[3] if known else None
