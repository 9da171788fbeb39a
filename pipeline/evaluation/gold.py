"""Gold files: what an article tells, written down by a person; format: ``docs/evaluation.md``.

A gold file quotes the article; loading turns quotes into spans (half-open code points). A file may
hold spans in place of quotes, so that it can be kept apart from the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from schemas import Act, EntityType, MeetingKind, MeetingStatus, OutcomeStatus

from ..errors import InputError

Offsets = tuple[int, int]
Quote = str | Offsets


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class GoldPosition(_Part):
    """A post of a person: nominative title, and the gold entities it is of."""

    title: str
    of: tuple[str, ...] = ()


class _EntityFile(_Part):
    type: EntityType
    name: str
    quotes: tuple[str, ...] = ()
    spans: tuple[Offsets, ...] = ()
    positions: tuple[GoldPosition, ...] | None = None


class _MeetingFile(_Part):
    id: str | None = None
    kind: MeetingKind
    status: MeetingStatus
    participants: tuple[str, ...]
    date: str | None = None
    place: str | None = None
    trigger: Quote | None = None
    evidence: Quote


class _OutcomeFile(_Part):
    act: Act
    status: OutcomeStatus
    parties: tuple[str, ...]
    addressee: tuple[str, ...] = ()
    speaker: str | None = None
    meeting: str | None = None
    content: Quote
    evidence: Quote


class _GoldFile(_Part):
    doc: str
    entities: dict[str, _EntityFile] = {}
    meetings: tuple[_MeetingFile, ...] = ()
    outcomes: tuple[_OutcomeFile, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """An entity with every place that names it; ``positions`` is None where none were annotated."""

    id: str
    type: EntityType
    name: str
    spans: tuple[Offsets, ...]
    positions: tuple[GoldPosition, ...] | None = None


@dataclass(frozen=True, slots=True)
class GoldMeeting:
    """A meeting; spans are None where a quote is not in the text."""

    id: str | None
    kind: MeetingKind
    status: MeetingStatus
    participants: tuple[str, ...]
    date: str | None
    place: str | None
    trigger: Offsets | None
    evidence: Offsets | None


@dataclass(frozen=True, slots=True)
class GoldOutcome:
    """An outcome; spans are None where a quote is not in the text."""

    act: Act
    status: OutcomeStatus
    parties: tuple[str, ...]
    addressee: tuple[str, ...]
    speaker: str | None
    meeting: str | None
    content: Offsets | None
    evidence: Offsets | None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article's gold; ``problems`` says which quotes the text does not hold, ids that miss."""

    doc: str
    text: str
    entities: dict[str, GoldEntity]
    meetings: tuple[GoldMeeting, ...]
    outcomes: tuple[GoldOutcome, ...]
    problems: list[str] = field(default_factory=list)


def read_gold(path: Path, text_of: Callable[[str], str]) -> GoldArticle:
    """One gold file over the text that ``text_of`` gives for its ``doc``.

    Raises ``InputError`` when the file does not have the format.
    """
    try:
        file = _GoldFile.model_validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError("bad_gold", f"{path}: {first['msg']} (at {place or 'top'})") from error
    return _Resolver(file, text_of(file.doc)).article()


def gold_files(folder: Path) -> list[Path]:
    """The gold files of a folder, or of its ``labels`` folder, by name.

    Raises ``InputError`` when there are none.
    """
    labels = folder / "labels"
    files = sorted((labels if labels.is_dir() else folder).glob("*.json"))
    if not files:
        raise InputError("no_gold", f"{folder}: no gold files (*.json) here or in labels/")
    return files


def text_folders(folder: Path) -> list[Path]:
    """Where the articles of a gold folder usually lie: ``texts`` in it or beside it, or itself."""
    return [p for p in (folder / "texts", folder.parent / "texts", folder) if p.is_dir()]


def find_text(doc: str, folders: list[Path]) -> str | None:
    """The text of ``DOC.txt`` as a record carries it (no byte-order mark), or None."""
    for folder in folders:
        path = folder / f"{doc}.txt"
        if path.exists():
            return path.read_bytes().decode("utf-8-sig")
    return None


def occurrences(text: str, quote: str) -> Iterator[Offsets]:
    """Every place where the text holds the quote, overlapping ones too."""
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield at, at + len(quote)
        at = text.find(quote, at + 1)


class _Resolver:
    """Quotes of one file to spans, with a note of each that fails."""

    def __init__(self, file: _GoldFile, text: str) -> None:
        self.file = file
        self.text = text
        self.problems: list[str] = []

    def article(self) -> GoldArticle:
        file = self.file
        entities = {key: self.entity(key, value) for key, value in file.entities.items()}
        meetings = tuple(self.meeting(m) for m in file.meetings)
        outcomes = tuple(self.outcome(n, o) for n, o in enumerate(file.outcomes))
        return GoldArticle(file.doc, self.text, entities, meetings, outcomes, self.problems)

    def entity(self, key: str, entity: _EntityFile) -> GoldEntity:
        spans = list(entity.spans)
        for quote in entity.quotes:
            found = list(occurrences(self.text, quote))
            if not found:
                self.problems.append(f"entity {key}: quote not found: {quote!r}")
            spans += found
        return GoldEntity(key, entity.type, entity.name, tuple(spans), entity.positions)

    def meeting(self, meeting: _MeetingFile) -> GoldMeeting:
        where = f"meeting {meeting.id}"
        self.check(where, meeting.participants)
        evidence = self.place(meeting.evidence, None, f"{where}: evidence")
        trigger = self.place(meeting.trigger, evidence, f"{where}: trigger")
        return GoldMeeting(
            meeting.id,
            meeting.kind,
            meeting.status,
            meeting.participants,
            meeting.date,
            meeting.place,
            trigger,
            evidence,
        )

    def outcome(self, number: int, outcome: _OutcomeFile) -> GoldOutcome:
        where = f"outcome {number}"
        speaker = (outcome.speaker,) if outcome.speaker else ()
        self.check(where, outcome.parties + outcome.addressee + speaker)
        if outcome.meeting and outcome.meeting not in {m.id for m in self.file.meetings}:
            self.problems.append(f"{where}: no meeting {outcome.meeting!r}")
        evidence = self.place(outcome.evidence, None, f"{where}: evidence")
        content = self.place(outcome.content, evidence, f"{where}: content")
        return GoldOutcome(
            outcome.act,
            outcome.status,
            outcome.parties,
            outcome.addressee,
            outcome.speaker,
            outcome.meeting,
            content,
            evidence,
        )

    def check(self, where: str, ids: tuple[str, ...]) -> None:
        missing = [i for i in ids if i not in self.file.entities]
        self.problems += [f"{where}: no entity {i!r}" for i in missing]

    def place(self, quote: Quote | None, within: Offsets | None, what: str) -> Offsets | None:
        """The first occurrence, preferring one inside ``within``."""
        if not quote:
            return None
        if not isinstance(quote, str):
            return quote
        found = list(occurrences(self.text, quote))
        if within:
            inside = [f for f in found if within[0] <= f[0] and f[1] <= within[1]]
            found = inside or found
        if not found:
            self.problems.append(f"{what}: not found: {quote[:80]!r}")
            return None
        return found[0]
