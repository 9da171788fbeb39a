"""Who acted or spoke last before a trigger: whose a bare «предложил» or «он» is."""

from __future__ import annotations

from collections.abc import Iterator

from ..drafts import PersonDraft
from .focus import author, protagonist
from .found import Found
from .view import View

_BACK = 4
"""How many sentences back the subject of a bare «предложил» is looked for."""


def last_person(view: View, found: Found) -> PersonDraft | None:
    """Whose a bare «предложил» is: the author's of a post, else of who acted or spoke last.

    Those who met come before anybody else.
    """
    document = view.document
    writer = author(document)
    if writer is not None:
        return writer
    met = {p.entity for m in document.contacts for p in m.participants}
    acted = sorted(_acted(view, found), key=lambda a: a[0])
    for person in [p for _, p in reversed(acted) if p in met] + [p for _, p in reversed(acted)]:
        return person
    return protagonist(document, document.contacts)


def _acted(view: View, found: Found) -> Iterator[tuple[int, PersonDraft]]:
    """Who spoke or was a subject in the sentences before the trigger, with where."""
    here = found.sentence
    offset = view.tokens[found.trigger].start
    start = view.document.sentences[max(0, here.index - _BACK)].start
    for speech in view.document.speech:
        at = speech.verb[0] if speech.verb else speech.start
        if start <= at < offset and isinstance(speech.speaker, PersonDraft):
            yield at, speech.speaker
    for token in view.document.tokens_in(start, offset):
        actor = view.actors.named(token.index) if token.rel.startswith("nsubj") else None
        if actor is not None and isinstance(actor.entity, PersonDraft):
            yield token.start, actor.entity
