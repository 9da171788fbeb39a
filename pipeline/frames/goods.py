"""The goods of a trade, one by one, with where they come from and go to."""

from __future__ import annotations

from collections.abc import Sequence

from ..drafts import EntityDraft, ItemDraft
from .found import Found
from .view import View

_BREAKS = frozenset({",", "и", "или", "а", "также"})
_LEADS = frozenset({"включая", "в", "том", "тот", "числе", "число", "также", "другой", "прочий"})


def items(view: View, found: Found, parties: Sequence[EntityDraft]) -> list[ItemDraft]:
    """The goods named in the content; the first party supplies the second where two are known,
    or buys from it.
    """
    source = parties[0] if parties else None
    target = parties[1] if len(parties) == 2 else None
    if found.frame.inbound:
        source, target = target, source
    heads = _heads(view, found)
    bounds = [*heads[1:], None]
    drafts = []
    for head, after in zip(heads, bounds, strict=True):
        first, last = _stretch(view, found, head, after)
        if first < last:
            start, stop = view.tokens[first].start, view.tokens[last - 1].stop
            drafts.append(ItemDraft(start, stop, source, target))
    return drafts


def goods_end(view: View, trigger: int, first: int, last: int) -> int:
    """Where the goods end: before the place they go to or come from, which is the verb's.

    «Поставляет газ | в Болгарию», «закупает лодки | у Германии».
    """
    for index in range(first + 1, last):
        token = view.tokens[index]
        if token.pos == "ADP" and view.tokens[token.head].head == trigger:
            actor = view.actors.named(token.head)
            if actor is not None and not actor.is_person:
                return index
    return last


def _heads(view: View, found: Found) -> list[int]:
    """The head and the members of its list: nouns of its case right behind a comma or «и»."""
    case = view.tokens[found.head].feats.get("Case")
    heads = [found.head]
    for index in range(found.head + 1, found.last):
        token = view.tokens[index]
        if token.pos not in ("NOUN", "PROPN") or view.tree.preposition(index):
            continue
        same = token.feats.get("Case") == case or {token.feats.get("Case"), case} <= {"Acc", "Nom"}
        if same and _after_joint(view, index, heads[-1]):
            heads.append(index)
    return heads


def _after_joint(view: View, index: int, previous: int) -> bool:
    at = index - 1
    while at > previous and view.tokens[at].pos in ("ADJ", "DET", "NUM", "ADV", "PUNCT"):
        if view.tokens[at].text == ",":
            return True
        at -= 1
    return at > previous and view.tokens[at].lemma in _BREAKS


def _stretch(view: View, found: Found, head: int, after: int | None) -> tuple[int, int]:
    """An item from what describes it to the joint before the next."""
    first = head
    while first > found.first and view.tokens[first - 1].pos in ("ADJ", "NUM", "DET", "ADP", "ADV"):
        if view.tokens[first - 1].lemma in _LEADS:
            break
        first -= 1
    last = found.last if after is None else after
    while last > head + 1 and after is not None and view.tokens[last - 1].pos in ("ADJ", "DET"):
        last -= 1
    while last > head + 1 and view.tokens[last - 1].lemma in _BREAKS | _LEADS:
        last -= 1
    return first, last
