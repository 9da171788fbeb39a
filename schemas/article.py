"""The input article as the record carries it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .base import Interval, StrictModel

ZoneKind = Literal["title", "dateline", "body", "caption", "boilerplate"]


class Zone(Interval):
    """A stretch of the text and what it is; zones are disjoint, in order, and delete nothing."""

    kind: ZoneKind


class Article(StrictModel):
    """The article as read: ``text`` is the decoded input but for a dropped byte-order mark.

    ``duplicate_of`` is the id of the earlier article of the same run whose body this one's repeats.
    """

    id: str = Field(min_length=1)
    source: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = Field(default=None, pattern=r"^\d{4}-\d{2}-\d{2}$")
    text: str
    zones: list[Zone] = []
    duplicate_of: str | None = None
