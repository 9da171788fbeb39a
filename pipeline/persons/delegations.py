"""«Делегация Карелии во главе с Петром Зиминым»: the leader speaks for the region."""

from __future__ import annotations

from ..document import Document, Token
from ..drafts import EntityDraft, OrganizationDraft, PersonDraft, RegionDraft
from .names import Names

_LEADING = ("глава", "возглавить", "возглавлять", "руководство")
_REACH = 15
_NEAR = 4
_OPENING = 4


def link_delegations(document: Document, people: list[PersonDraft]) -> None:
    """Add the sender of each delegation to its leader's ``speaks_for``."""
    names = Names(document, people)
    for token in document.tokens:
        if token.lemma.endswith("делегация"):
            sender = _sender(document, token.index)
            leader = _leader(document, names, token.index)
            if sender is not None and leader is not None and sender not in leader.speaks_for:
                leader.speaks_for.append(sender)


def _sender(document: Document, index: int) -> EntityDraft | None:
    """The region or body named right after «делегация», else in the adjective before it.

    «делегация вьетнамской провинции Нгеан» is sent by the province.
    """
    tokens = document.tokens
    near = tokens[max(0, index - 2)].start, tokens[index].stop
    after = tokens[min(index + _NEAR, len(tokens) - 1)].stop
    behind: list[tuple[bool, int, EntityDraft]] = []
    before: list[EntityDraft] = []
    for entity, mention in document.mentions():
        if isinstance(entity, (RegionDraft, OrganizationDraft)):
            adjective = mention.kind == "adjective"
            if near[1] < mention.start < after:
                behind.append((adjective, mention.start, entity))
            elif adjective and near[0] <= mention.start < near[1]:
                before.append(entity)
    named = min(behind, key=lambda b: b[:2], default=None)
    if named is not None and _goes_on(tokens[index + 1 : index + 1 + _NEAR]):
        return named[2]
    return before[0] if before else None


def _goes_on(words: list[Token]) -> bool:
    """Whether what follows «делегация» still says whose it is: no verb or mark comes first."""
    first = words[0] if words else None
    return first is not None and first.pos not in ("VERB", "PUNCT", "ADP", "CCONJ")


def _leader(document: Document, names: Names, index: int) -> PersonDraft | None:
    tokens = document.tokens
    for at in range(index + 1, min(index + _REACH, len(tokens))):
        if tokens[at].sentence != tokens[index].sentence:
            if tokens[index].feats.get("Number") == "Plur":
                return None
            return _leader_next(document, names, tokens[at].sentence)
        if tokens[at].lemma in _LEADING:
            found = [names.starts[i][1] for i in range(at + 1, at + 8) if i in names.starts]
            return found[0] if found else None
    return None


def _leader_next(document: Document, names: Names, sentence: int) -> PersonDraft | None:
    """«… делегация Тывы. Её возглавил N», «Во главе делегации – N»: the next sentence tells."""
    told = document.sentence_tokens(document.sentences[sentence])
    opening = told[:_OPENING]
    heads = any(t.lemma in _LEADING for t in opening)
    its = any(t.lemma in ("она", "делегация", "группа") for t in opening)
    if not heads or not its:
        return None
    return next((names.starts[t.index][1] for t in told if t.index in names.starts), None)
