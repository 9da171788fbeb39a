"""Acts told in the article that are not those of the sides who met."""

from __future__ import annotations

from ..nlp.tree import is_participle
from .match import Match
from .when import dates_in

_OF_TWO = frozenset({"два", "оба", "двусторонний", "между", "взаимный", "межправительственный"})
_CLOSE = 12
"""How many letters after a participle its date begins at the latest."""


def is_strangers_task(match: Match) -> bool:
    """«Сделку предстоит одобрить регулятору»: the task of whoever is no side."""
    view, found = match.view, match.found
    if view.tokens[found.trigger].lemma != "предстоять":
        return False
    whose = [
        t
        for verb in (found.trigger, found.head)
        for t in view.tree.children(verb, "iobj", "obl", "nsubj", "obj")
        if t.feats.get("Case") == "Dat" and not view.tree.preposition(t.index)
    ]
    common = match.private.common
    return any(not view.actors.group(t.index) and t.lemma not in common for t in whose)


def is_of_older_paper(match: Match) -> bool:
    """«На основе договора, подписанного в 1992 году»: not what those who met signed.

    «Основа отношений двух регионов – соглашение, подписанное в 2008 году» is theirs.
    """
    view, found = match.view, match.found
    token = view.tokens[found.trigger]
    meeting = match.contact.meeting if match.contact is not None else None
    if found.frame.act != "signed" or not is_participle(token) or meeting is None:
        return False
    if match.who.stated or match.names_a_side:
        return False
    if any(t.lemma in _OF_TWO for t in view.document.sentence_tokens(found.sentence)):
        return False
    now = meeting.date.value[:4] if meeting.date is not None else ""
    behind = dates_in(view.document, token.stop, token.stop + _CLOSE)
    return any(d.value[:4].isdigit() and d.value[:4] < now for d in behind)
