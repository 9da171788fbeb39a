"""Model of ``zones.toml``: page clutter, captions, datelines."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from .lexicon import Entry, LexiconModel


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    return pattern


Regex = Annotated[str, AfterValidator(_compiles)]


class Clutter(Entry):
    """A line that is no part of the article.

    ``edge`` entries hold only before the body begins and after it ends; ``opens`` entries make
    clutter of the short lines and bullets that follow; only ``sentence`` entries may be whole
    sentences with a full stop.
    """

    id: str
    regex: Regex
    edge: bool = False
    opens: bool = False
    sentence: bool = False


class Caption(Entry):
    """A line under or beside a picture."""

    id: str
    regex: Regex


class Dateline(Entry):
    """A shape of dateline: a regular expression with ``{place}``, ``{date}``, ``{agency}``,
    ``{known}`` (a known agency) and ``{upper}`` (a place in capitals) to fill in.
    """

    id: str
    regex: str


class Agency(Entry):
    """A news agency: the name for the record and the forms that datelines use."""

    id: str
    name: str
    forms: list[str] = Field(min_length=1)


class ZonesLexicon(LexiconModel):
    """``zones.toml``."""

    file: ClassVar[str] = "zones.toml"

    longest_clutter: int
    longest_title: int
    dateline: list[Dateline]
    agency: list[Agency]
    caption: list[Caption]
    inline_captions: list[Regex]
    signature: Regex
    clutter: list[Clutter]
