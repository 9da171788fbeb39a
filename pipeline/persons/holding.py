"""Posts written down: roles in the document, positions of persons, each post of a person once."""

from __future__ import annotations

from ..document import Document
from ..drafts import EntityDraft, PersonDraft, PositionDraft, RoleDraft
from ..nlp.words import fold
from .posts import Post


def write_role(
    document: Document,
    post: Post,
    person: PersonDraft | None,
    of: list[EntityDraft],
    *,
    attached: bool,
) -> None:
    """Add the post to ``document.roles`` and, where its holder is known, to his positions."""
    tokens = document.tokens
    role = RoleDraft(
        title=post.title,
        start=post.start,
        stop=tokens[post.last - 1].stop,
        title_start=post.title_start,
        title_stop=tokens[post.title_last - 1].stop,
        of=list(of),
        acting=post.acting,
        former=post.former,
        plural=post.plural,
        attached=attached,
        person=person,
    )
    document.roles.append(role)
    if person is not None and post.is_post:
        hold(person, role)


def hold(person: PersonDraft, role: RoleDraft) -> None:
    """Give the person the post, once: a telling that names the owner replaces one that does not."""
    same = [p for p in person.positions if fold(p.title) == fold(role.title)]
    for position in same:
        if set(position.of) >= set(role.of):
            return
        if not position.of:
            position.start, position.stop = role.title_start, role.title_stop
            position.of = role.of
            return
    person.positions.append(
        PositionDraft(
            role.title, role.title_start, role.title_stop, role.of, role.acting, role.former
        )
    )
