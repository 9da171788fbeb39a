"""«Делегация Карелии во главе с Петром Зиминым»: the leader speaks for the region."""

from __future__ import annotations

from ..document import Document
from ..drafts import EntityDraft, OrganizationDraft, PersonDraft, RegionDraft
from .names import Names

_LEADING = ("глава", "возглавить", "возглавлять", "руководство")
_REACH = 15


def link_delegations(document: Document, people: list[PersonDraft]) -> None:
    """Add the sender of each delegation to its leader's ``speaks_for``."""
    names = Names(document, people)
    for token in document.tokens:
        if token.lemma == "делегация":
            sender = _sender(document, token.index)
            leader = _leader(document, names, token.index)
            if sender is not None and leader is not None and sender not in leader.speaks_for:
                leader.speaks_for.append(sender)


def _sender(document: Document, index: int) -> EntityDraft | None:
    """The region or body named right after «делегация», or in the adjective before it."""
    tokens = document.tokens
    near = tokens[max(0, index - 2)].start, tokens[index].stop
    after = tokens[min(index + 3, len(tokens) - 1)].stop
    for entity, mention in document.mentions():
        if isinstance(entity, (RegionDraft, OrganizationDraft)):
            before = mention.kind == "adjective" and near[0] <= mention.start < near[1]
            if before or near[1] < mention.start < after:
                return entity
    return None


def _leader(document: Document, names: Names, index: int) -> PersonDraft | None:
    tokens = document.tokens
    for at in range(index + 1, min(index + _REACH, len(tokens))):
        if tokens[at].sentence != tokens[index].sentence:
            return None
        if tokens[at].lemma in _LEADING:
            found = [names.starts[i][1] for i in range(at + 1, at + 8) if i in names.starts]
            return found[0] if found else None
    return None
