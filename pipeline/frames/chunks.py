"""The actors of a document by their own words, before anything is joined or resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..document import Document
from ..drafts import EntityDraft, OrganizationDraft, PersonDraft, RegionDraft, RoleDraft


@dataclass(frozen=True, eq=False)
class Actor:
    """Tokens ``[first, last)`` that speak of ``entity``; None where nobody is named.

    ``role`` is the post it is named by, ``proxy`` the noun that stands for it («делегация»).
    """

    first: int
    last: int
    head: int
    entity: EntityDraft | None
    role: RoleDraft | None = None
    proxy: str | None = None

    @property
    def is_person(self) -> bool:
        """Whether a human is meant, named or by post only."""
        return isinstance(self.entity, PersonDraft) or self.role is not None


def chunks(document: Document) -> Iterator[Actor]:
    """The actors by their own words: names, bodies, places, posts with the names beside them."""
    for entity, mention in document.mentions():
        if mention.kind != "adjective" and isinstance(
            entity, (PersonDraft, OrganizationDraft, RegionDraft)
        ):
            chunk = _actor(document, mention.start, mention.stop, entity)
            if chunk:
                yield chunk
    for role in document.roles:
        chunk = _of_role(document, role)
        if chunk:
            yield chunk


def plural_heads(document: Document) -> dict[int, int]:
    """The first name's token by the head of the post that it shares with others.

    «с заместителями министра A и B»: the parser hangs the names on any word of the post.
    """
    found: dict[int, int] = {}
    for role in document.roles:
        name = _name_beside(role) if role.plural and role.attached and role.person else None
        if name is not None and role.stop <= name[0]:
            head = _head(document, *document.token_range(role.start, role.stop))
            first = document.token_range(*name)[0]
            found[head] = min(first, found.get(head, first))
    return found


def _of_role(document: Document, role: RoleDraft) -> Actor | None:
    start, stop = role.start, role.stop
    if role.attached and role.person is not None:
        name = _name_beside(role)
        if name is not None and role.plural:
            # The post is of each of those named after it: no one name may take its words.
            start, stop = name
        elif name is not None:
            start, stop = min(start, name[0]), max(stop, name[1])
    entity: EntityDraft | None = role.person or next(iter(role.of), None)
    return _actor(document, start, stop, entity, role)


def _name_beside(role: RoleDraft) -> tuple[int, int] | None:
    assert role.person is not None
    best: tuple[int, tuple[int, int]] | None = None
    for mention in role.person.mentions:
        if mention.kind != "name":
            continue
        gap = max(mention.start - role.stop, role.start - mention.stop)
        if gap <= 60 and (best is None or gap < best[0]):
            best = gap, (mention.start, mention.stop)
    return best[1] if best else None


def _actor(
    document: Document,
    start: int,
    stop: int,
    entity: EntityDraft | None,
    role: RoleDraft | None = None,
) -> Actor | None:
    first, last = document.token_range(start, stop)
    if first >= last:
        return None
    return Actor(first, last, _head(document, first, last), entity, role)


def _head(document: Document, first: int, last: int) -> int:
    tokens = document.tokens
    for index in range(first, last):
        if not first <= tokens[index].head < last and tokens[index].pos != "ADP":
            return index
    return first
