"""Bodies that posts are of: named before, beside, or right before with «его»."""

from __future__ import annotations

from collections.abc import Iterable

from schemas.entities import OrganizationKind

from ..document import Document
from ..drafts import EntityDraft, OrganizationDraft, RoleDraft
from ..knowledge.titles import OwnerNoun
from ..nlp.words import fold

_NEAR = 3
_STEM = 5


def own(role: RoleDraft, owner: EntityDraft) -> None:
    """Give a post held by a person its owner, on the person's position too."""
    role.of = [owner]
    assert role.person is not None
    for position in role.person.positions:
        if position.start == role.title_start and not position.of:
            position.of = [owner]


def organization(
    document: Document, role: RoleDraft, lemma: str, means: OwnerNoun
) -> OrganizationDraft | None:
    """The body named last before the role that the noun can mean: by its own word, else by kind."""
    here = document.sentence_at(role.start)
    told: dict[OrganizationDraft, int] = {}
    for body in document.organizations():
        before = [m.start for m in body.mentions if m.start < role.start]
        if before:
            told[body] = max(before)
    own = [o for o in told if lemma[:_STEM] in fold(o.name)]
    stems = tuple(means.stems) or ("",)
    kind = [o for o in told if o.kind in means.kinds and _is_called(o, stems)]
    for found in (own, kind):
        if len(found) == 1:
            return found[0]
        near = sorted(found, key=lambda o: -told[o])[:1]
        for body in near:
            sentence = document.sentence_at(told[body])
            if here and sentence and here.index - sentence.index < _NEAR:
                return body
    return None


def ministry_before(document: Document, role: RoleDraft) -> OrganizationDraft | None:
    """«Начал с Минтранса. С министром N сверили часы»: the only one of the sentence before."""
    here = document.sentence_at(role.start)
    if here is None or here.index == 0:
        return None
    before = document.sentences[here.index - 1]
    found = {
        o
        for o in document.organizations()
        for m in o.mentions
        if before.start <= m.start < before.stop and fold(o.name).startswith("мин")
    }
    return found.pop() if len(found) == 1 and before.zone == here.zone else None


def is_its(document: Document, role: RoleDraft) -> bool:
    """«в палате … с её президентом»: the post is of what was named before."""
    first, _ = document.token_range(role.start, role.stop)
    return first > 0 and document.tokens[first - 1].folded in ("его", "ее", "их")


def body_beside(
    document: Document,
    role: RoleDraft,
    *kinds: OrganizationKind,
    stems: Iterable[str] = ("",),
) -> OrganizationDraft | None:
    """The body of government (of one of ``kinds``) named last in the role's sentence before it.

    A word of its name begins with one of ``stems``.
    """
    sentence = document.sentence_at(role.start)
    if sentence is None:
        return None
    told = [
        (m.start, o)
        for o in document.organizations()
        if o.kind in (kinds or ("government",)) and _is_called(o, tuple(stems))
        for m in o.mentions
        if sentence.start <= m.start < role.start
    ]
    return max(told, key=lambda t: t[0])[1] if told else None


def _is_called(body: OrganizationDraft, stems: tuple[str, ...]) -> bool:
    return any(word.startswith(stems) for word in fold(body.name).split())
