"""An explanation as text: what each stage found and said, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator

from .document import Document, Sentence
from .drafts import MeetingDraft, OutcomeDraft

_TELLING = ("meetings", "outcomes")


def explained(document: Document) -> str:
    """The whole explanation of a finished document with a trace."""
    lines: list[str] = [f"# {document.article.source or document.article.key}"]
    lines.append(f"title: {document.title or '—'}   published: {document.published or '—'}")
    for sentence in document.sentences:
        lines += ["", *_sentence(document, sentence)]
    lines += ["", "## Meetings", *(_meeting(document, m) for m in document.meetings)]
    lines += ["", "## Outcomes", *(_outcome(document, o) for o in document.outcomes)]
    return "\n".join(lines)


def _sentence(document: Document, sentence: Sentence) -> Iterator[str]:
    text = document.text[sentence.start : sentence.stop]
    yield f"[{sentence.index}] ({sentence.zone}) {text}"
    yield from _found(document, sentence)
    notes = document.trace.notes if document.trace is not None else []
    for note in notes:
        if note.stage in _TELLING and sentence.start <= note.start < sentence.stop:
            yield f"    {note.stage}: «{document.text[note.start : note.stop]}» {note.message}"


def _found(document: Document, sentence: Sentence) -> Iterator[str]:
    def here(start: int) -> bool:
        return sentence.start <= start < sentence.stop

    for entity, mention in document.mentions():
        if here(mention.start):
            words = document.text[mention.start : mention.stop]
            yield f"    {entity.type} {mention.kind}: «{words}» = {entity.name}"
    for role in document.roles:
        if here(role.start):
            words = document.text[role.start : role.stop]
            owners = ", ".join(o.name for o in role.of) or "—"
            holder = role.person.name if role.person else "—"
            yield f"    role: «{words}» = {role.title} of {owners}, held by {holder}"
    for date in document.dates:
        if here(date.start):
            yield f"    date: «{document.text[date.start : date.stop]}» = {date.value}"


def _meeting(document: Document, draft: MeetingDraft) -> str:
    who = ", ".join(p.entity.name for p in draft.participants)
    when = draft.date.value if draft.date else "—"
    where = draft.place.name if draft.place else "—"
    trigger = document.text[slice(*draft.trigger)]
    told = f"frame {draft.frame} on «{trigger}», sentences {draft.sentences}"
    return f"{draft.kind}, {draft.status}: {who}; when {when}; where {where}; {told}"


def _outcome(document: Document, draft: OutcomeDraft) -> str:
    who = ", ".join(p.name for p in draft.parties)
    content = document.text[slice(*draft.content)]
    trigger = document.text[slice(*draft.trigger)]
    return f"{draft.act}, {draft.status}: {who}: «{content}»; frame {draft.frame} on «{trigger}»"
