"""Zones: title, dateline, body, caption, boilerplate; and what they tell of the article."""

from __future__ import annotations

import re
from typing import ClassVar

from schemas import Zone

from ..document import Document
from ..knowledge import Lexicon
from ..knowledge.dates import DatesLexicon
from ..knowledge.zones import ZonesLexicon
from ..stage import Stage
from ..zoning.classify import Classifier
from ..zoning.datelines import Dateline, Datelines
from ..zoning.lines import Line, lines_of
from ..zoning.pagedates import PageDates

# A crawled page in one line: its headline, the moment of publication, its text.
_STAMPED = re.compile(
    r"(?P<title>\S[^\n]{10,240}?)\s+"
    r"(?P<moment>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:[+-]\d{2}:?\d{2}|Z)?)\s+(?=\S)"
)
# A headline and a lead may stand before the dateline, not a whole story.
_PROSE_BEFORE_DATELINE = 2


class ZonesStage(Stage):
    """Zones every stretch that is not blank; sets title, publication date and outlet if unknown."""

    name = "zones"
    provides: ClassVar[frozenset[str]] = frozenset({"zones"})

    def __init__(self, lexicon: Lexicon) -> None:
        zones, dates = lexicon.read(ZonesLexicon), lexicon.read(DatesLexicon)
        self._classifier = Classifier(zones)
        self._datelines = Datelines(zones, dates)
        self._page_dates = PageDates(self._datelines.days)
        self._inline = [re.compile(p, re.IGNORECASE) for p in zones.inline_captions]

    def process(self, document: Document) -> None:
        lines, dateline = self._cut_openings(_unstamped(lines_of(document.text)))
        self._page_dates.mark(lines)
        dated = {line.start for line in lines if line.rule in ("page-date", "crawl-date")}
        self._classifier.classify(lines, document.article.title, dated)
        lines = [piece for line in lines for piece in self._cut_captions(line)]
        document.zones = merged(lines)
        for line in lines:
            document.note(self.name, line.start, line.stop, f"{line.kind} by rule «{line.rule}»")
        if lines:
            self._tell(document, lines, dateline)

    def _cut_openings(self, lines: list[Line]) -> tuple[list[Line], Dateline | None]:
        """Split crawlers' dates and the dateline from the lines they open."""
        found: list[Line] = []
        dateline: Dateline | None = None
        prose = 0
        for line in lines:
            early = dateline is None and prose < _PROSE_BEFORE_DATELINE
            read = self._datelines.read(line.text) if early else None
            prose += line.is_prose
            if read is not None:
                dateline = read
                found += _cut(line, read, "dateline")
            elif (prefix := self._datelines.prefix(line.text)) is not None:
                found += _cut(line, prefix, "boilerplate")
            else:
                found.append(line)
        return found, dateline

    def _cut_captions(self, line: Line) -> list[Line]:
        """Split bracketed picture credits from a line of prose."""
        if line.kind != "body":
            return [line]
        spans = sorted(m.span() for r in self._inline for m in r.finditer(line.text))
        pieces, at = [], 0
        for start, stop in spans:
            pieces += [piece(line, at, start), piece(line, start, stop)]
            pieces[-1].kind, pieces[-1].rule, at = "caption", "inline", stop
        pieces.append(piece(line, at, len(line.text)))
        return [p for p in pieces if p.text]

    def _tell(self, document: Document, lines: list[Line], dateline: Dateline | None) -> None:
        title = next((line for line in lines if line.kind == "title"), None)
        if document.title is None and title is not None:
            document.title = title.text
        if document.title is None:
            document.warn("title_not_found", "no line of the text reads like a headline")
        if document.published is None:
            day = dateline.day if dateline is not None else None
            document.published = self._page_dates.published(lines, day)
        if document.published is None:
            document.warn("publication_date_unknown", "neither given nor told with its year")
        if document.outlet is None and dateline is not None:
            document.outlet = dateline.agency


def merged(lines: list[Line]) -> list[Zone]:
    """Neighbouring lines of one kind as one zone."""
    zones: list[Zone] = []
    for line in lines:
        assert line.kind is not None
        if zones and zones[-1].kind == line.kind:
            zones[-1] = Zone(kind=line.kind, start=zones[-1].start, stop=line.stop)
        else:
            zones.append(Zone(kind=line.kind, start=line.start, stop=line.stop))
    return zones


def piece(line: Line, start: int, stop: int) -> Line:
    """A part of a line by offsets into its text, outer blanks dropped."""
    text = line.text[start:stop]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    at = line.start + start
    return Line(at, at + len(text), text, line.kind, line.opens, line.rule)


def _unstamped(lines: list[Line]) -> list[Line]:
    """The lines with a crawled first one cut into headline, date and text."""
    stamped = _STAMPED.match(lines[0].text) if lines else None
    if stamped is None:
        return lines
    title, moment = (
        piece(lines[0], *stamped.span("title")),
        piece(lines[0], *stamped.span("moment")),
    )
    title.kind, title.rule = "title", "title"
    moment.kind, moment.rule = "boilerplate", "crawl-date"
    return [title, moment, piece(lines[0], stamped.end(), len(lines[0].text)), *lines[1:]]


def _cut(line: Line, read: Dateline, kind: str) -> list[Line]:
    opening, rest = piece(line, 0, read.stop), piece(line, read.stop, len(line.text))
    opening.kind = "dateline" if kind == "dateline" else "boilerplate"
    opening.rule = read.rule
    return [opening, rest] if rest.text else [opening]
