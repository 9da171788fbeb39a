"""What a title adds to the meetings of its body, and the body to the meeting of its title.

A headline sums up: whom it says to meet mostly meet in the body too. It may tell alone of a place
or a day, or of the posts of those whom the body only names; a body may go on from its title as
from its own words («A принял B ⏎ Встреча прошла 5 мая в Казани»).
"""

from __future__ import annotations

from collections.abc import Sequence

from ..drafts import MeetingDraft, ParticipantDraft, PersonDraft
from ..persons.standing import stand
from .candidate import Candidate
from .ledger import Ledger
from .merge import clash, find_same, represented

_FIRST = 3
"""Of whom the title tells only the posts stands by name in the first sentences of the body."""


def tell_titles(ledger: Ledger, titles: Sequence[Candidate], body: Sequence[Candidate]) -> None:
    """Take what only titles tell; ``body`` are the candidates told before."""
    told = bool(ledger.meetings)
    for candidate in titles:
        if not told:
            ledger.take(candidate)
            continue
        draft = ledger.draft(candidate)
        known = ledger.knows(candidate)
        _name(ledger.meetings[0], draft)
        same = find_same(ledger.meetings, draft)
        if same is not None:
            same.place = same.place or draft.place
            same.date = same.date or draft.date
        elif not known:
            ledger.take(candidate)
    if ledger.meetings and not told:
        for candidate in body:
            ledger.take(candidate)


def _name(meeting: MeetingDraft, title: MeetingDraft) -> None:
    """Give those whom the body only names the posts in which the title says that they met.

    «Губернатор A встретился с послом B ⏎ Прошла встреча Георгия Филимонова с Энрике Гонсалесом».
    """
    if clash(meeting, title) or meeting.sentences[0] > _FIRST or len(title.participants) < 2:
        return
    names = [p for p in meeting.participants if _is_bare(p)]
    told = represented(meeting.participants)
    posts = [p for p in title.participants if p.role is not None and p.entity not in told]
    known = [p for p in title.participants if p.entity in told]
    whole = len(posts) + len(known) == len(title.participants) == len(meeting.participants)
    if not whole or len(names) != len(posts) or any(_is_person(p) for p in posts):
        return
    for name, post in zip(names, posts, strict=True):
        name.represents, name.role = [post.entity], post.role
        if isinstance(name.entity, PersonDraft):
            stand(name.entity, post.entity)


def _is_person(participant: ParticipantDraft) -> bool:
    return isinstance(participant.entity, PersonDraft)


def _is_bare(participant: ParticipantDraft) -> bool:
    """Whether of somebody no more than the name is told."""
    entity = participant.entity
    return isinstance(entity, PersonDraft) and not (entity.positions or participant.represents)
