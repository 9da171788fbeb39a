"""Who acted or spoke last before a trigger: whose a bare «предложил» or «он» is."""

from __future__ import annotations

from collections.abc import Iterator

from ..drafts import PersonDraft
from .focus import author, protagonist
from .found import Found
from .view import View

_BACK = 4
_HELD_BY = {
    "президент": ("президент", "глава", "лидер"),
    "премьер": ("премьер", "глава", "председатель", "канцлер"),
    "губернатор": ("губернатор", "глава", "врио", "временно", "раис", "аким", "хоким", "председат"),
    "министр": ("министр", "глава", "госсекретарь", "замминистра"),
    "посол": ("посол", "чрезвычайный"),
}
"""How the titles begin of those whom a bare post can mean."""
_HEADS = frozenset({"президент", "премьер"})
"""How many sentences back the subject of a bare «предложил» is looked for."""


def last_person(view: View, found: Found, post: str = "") -> PersonDraft | None:
    """Whose a bare «предложил» is: the author's of a post, else of who acted or spoke last.

    Those who met come before anybody else; a ``post`` («президент») is of who can hold it.
    """
    document = view.document
    writer = author(document)
    if writer is not None:
        return writer
    met = {p.entity for m in document.contacts for p in m.participants}
    acted = sorted(_acted(view, found), key=lambda a: a[0])
    if post in _HELD_BY:
        fits = [(at, p) for at, p in acted if _may_hold(p, post)]
        if fits or post in _HEADS:
            return fits[-1][1] if fits else None
    for person in [p for _, p in reversed(acted) if p in met] + [p for _, p in reversed(acted)]:
        return person
    return protagonist(document, document.contacts)


def _may_hold(person: PersonDraft, post: str) -> bool:
    """Whether nothing is told of the person's posts, or one of the kind is."""
    titles = [p.title for p in person.positions if not p.former]
    return not titles or any(t.startswith(_HELD_BY[post]) for t in titles)


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
