"""One act told twice is one: in title, lead and quote, or as the content of another."""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Document
from ..drafts import OutcomeDraft

_SAME = 0.6
_NEAR = 4
_SAYS_NOTHING = frozenset({
    "документ", "бумага", "новый", "этот", "такой", "данный", "указанный", "упомянутый",
    "соответствующий", "качество", "свидетель", "посредник",
})  # fmt: skip
"""«Документ подписал губернатор» tells again of a signing told before."""
_WELCOMING = frozenset({"glad-to-see", "expect-guests", "expect-return-visit", "do-come"})
"""Frames of words that only repeat an invitation: «буду рад видеть вас у нас»."""
_WORDS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def once(document: Document, drafts: Sequence[OutcomeDraft]) -> list[OutcomeDraft]:
    """The drafts without those that only repeat or fill another, in text order.

    Told in the title and again in the body, an act is kept where the body tells it. A headline
    sums up: it stands for itself only where the body has no act of its kind.
    """
    titles = [d for d in drafts if _in_title(document, d)]
    body = [d for d in drafts if d not in titles]
    body = [d for d in body if not any(_holds(o, d) for o in body)]
    body = [d for d in body if not any(_only_announces(d, s) for s in body)]
    kept: list[OutcomeDraft] = []
    for draft in body:
        same = next((k for k in kept if _repeats(document, k, draft)), None)
        if same is None:
            kept.append(draft)
        else:
            _take(same, draft)
    for draft in titles:
        if kept and draft.act == "planned":
            # «A и B подготовят бренд»: what the body says they agreed on, proposed or signed.
            continue
        if not any(k.act == draft.act or _repeats(document, k, draft) for k in kept):
            kept.append(draft)
    return sorted(kept, key=lambda d: (d.trigger, d.content))


def _in_title(document: Document, draft: OutcomeDraft) -> bool:
    return document.sentences[draft.sentences[0]].zone == "title"


def _holds(outer: OutcomeDraft, inner: OutcomeDraft) -> bool:
    """Whether one act is only the content of another («договорились обсудить»)."""
    if outer is inner or outer.trigger == inner.trigger:
        return False
    if _only_announces(outer, inner):
        return False
    inside = outer.content[0] <= inner.trigger[0] and inner.trigger[1] <= outer.content[1]
    return inside and not (inner.content[0] <= outer.trigger[0] < inner.content[1])


def _only_announces(outer: OutcomeDraft, inner: OutcomeDraft) -> bool:
    """«Соглашение планируют (отказались) подписать» is a signing, not also a plan or refusal.

    A plan to do anything that is an act of its own («планируют обсудить») is that act.
    """
    if outer.trigger == inner.trigger or inner.act == "planned":
        return False
    inside = outer.content[0] <= inner.trigger[0] and inner.trigger[1] <= outer.content[1]
    refused = outer.act == "agreed" and outer.status == "denied" and inner.act == "signed"
    return inside and (refused or outer.act == "planned")


def _repeats(document: Document, old: OutcomeDraft, new: OutcomeDraft) -> bool:
    """The same act on the same object told again."""
    if old.act != new.act:
        return False
    if old.content[0] < new.content[1] and new.content[0] < old.content[1]:
        return True
    if old.status != new.status:
        return False
    if old.document is not None and old.document is new.document:
        return True
    if _welcomes_again(old, new):
        return True
    a, b = _words(document, old), _words(document, new)
    if old.act == "signed" and not b:
        return True
    shared, least = len(a & b), min(len(a), len(b))
    if shared == least >= 1 and old.act == "signed":
        return True
    return shared >= _SAME * least and shared >= 2


def _welcomes_again(old: OutcomeDraft, new: OutcomeDraft) -> bool:
    """«Пригласил приехать в ноябре. «Буду рад видеть вас у нас»»: one invitation."""
    near = new.sentences[0] - old.sentences[-1] <= _NEAR
    same = old.parties == new.parties and old.addressee == new.addressee
    return new.frame in _WELCOMING and near and same


def _words(document: Document, draft: OutcomeDraft) -> set[str]:
    tokens = document.tokens_in(*draft.content)
    return {t.lemma for t in tokens if t.pos in _WORDS and t.lemma not in _SAYS_NOTHING}


def _take(kept: OutcomeDraft, again: OutcomeDraft) -> None:
    """What the second telling adds: parties where it names more, its evidence."""
    if len(again.parties) > len(kept.parties):
        kept.parties = again.parties
    if all(p in kept.parties for p in again.parties):
        kept.speaker = kept.speaker or again.speaker
    kept.document = kept.document or again.document
    kept.sentences = sorted({*kept.sentences, *again.sentences})
