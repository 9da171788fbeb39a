"""The ministry that a minister of the state stands for where a region of that state faces him.

«Губернатор Тверской области обсудил с министром транспорта РФ …»: between the region and the
ministry, as both are of one state; abroad the same minister speaks for the state.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..document import Document
from ..drafts import (
    EntityDraft,
    OrganizationDraft,
    PersonDraft,
    PositionDraft,
    RegionDraft,
    RoleDraft,
)
from ..nlp.words import fold
from .contacts import spoken_for

_MINISTER = "министр"
_LEAST = 3
"""How many letters of a ministry's short name must open a word of the minister's title."""


def within_state(
    document: Document, side: EntityDraft, sides: Iterable[EntityDraft], people: Sequence[object]
) -> EntityDraft:
    """The body of the state that faces its own region through one of ``people``, else ``side``."""
    if not isinstance(side, RegionDraft) or side.level != "country" or not side.country:
        return side
    others = [s for s in sides if isinstance(s, RegionDraft) and s is not side]
    if not others or any(s.level == "country" or s.country != side.country for s in others):
        return side
    for person in people:
        if isinstance(person, PersonDraft) and spoken_for(person) is side:
            return _body_of(document, person) or side
    return side


def _body_of(document: Document, person: PersonDraft) -> OrganizationDraft | None:
    """The body that a post names, else the ministry behind a minister's title."""
    for position in person.positions:
        if position.former or "президент" in fold(position.title):
            continue
        body = next((o for o in position.of if isinstance(o, OrganizationDraft)), None)
        if body is None and position.of and _MINISTER in fold(position.title).split("-")[0]:
            body = _told(document, position) or _made(document, position)
        if body is not None:
            return body
    return None


def _told(document: Document, position: PositionDraft) -> OrganizationDraft | None:
    """«Минтранс» of the text for «министр транспорта»."""
    field = fold(position.title).split(_MINISTER, 1)[1].split()
    for body in document.organizations():
        name = fold(body.name)
        for opening in ("министерство ", "мин"):
            rest = name.removeprefix(opening)[: _LEAST + 1]
            if rest != name[: _LEAST + 1] and len(rest) > _LEAST:
                if any(word.startswith(rest) for word in field[:2]):
                    return body
                break
    return None


def _made(document: Document, position: PositionDraft) -> OrganizationDraft | None:
    """The ministry that only the words of the post name: «министра транспорта РФ»."""
    role = next((r for r in document.roles if r.title_start == position.start), None)
    start = _minister_at(document, role) if role is not None else None
    if role is None or start is None:
        return None
    words = document.text[start : role.stop].split(maxsplit=1)
    if len(words) < 2:
        return None
    owner = position.of[0]
    body = OrganizationDraft(f"министерство {words[1]}", kind="government", owner=owner)
    body.add(start, role.stop, "role")
    document.entities.append(body)
    return body


def _minister_at(document: Document, role: RoleDraft) -> int | None:
    """Where the word for the minister starts."""
    tokens = document.tokens_in(role.start, role.stop)
    return next((t.start for t in tokens if _MINISTER in fold(t.text)), None)
