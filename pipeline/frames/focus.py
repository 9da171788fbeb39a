"""Whom the article is about: who stands in for a side that a sentence leaves out.

«Первым Лимаренко принял министр. Следующим был посол.» A chain of meetings names its protagonist
once; a post in the first person never does, its author stands over it.
"""

from __future__ import annotations

from collections import Counter

from ..document import Document
from ..drafts import MeetingDraft, PersonDraft
from .authorship import author_of, in_first_person, signed_above


def protagonist(document: Document, told: list[MeetingDraft]) -> PersonDraft | None:
    """The one person of most meetings told so far, else whom the title names.

    The latter counts where that person has met somebody already or the text is in the first person.
    Failing all that, of those who met so far the one whom the text spoke of first.
    """
    counts = Counter(
        p.entity
        for m in told
        for p in m.participants
        if isinstance(p.entity, PersonDraft) and m.status != "denied"
    )
    best = counts.most_common(2)
    if best and best[0][1] >= 2 and (len(best) == 1 or best[0][1] > best[1][1]):
        person = best[0][0]
        return person if isinstance(person, PersonDraft) else None
    often = sorted(
        (p for p in counts if isinstance(p, PersonDraft)), key=lambda p: -len(p.mentions)
    )
    if len(often) > 1 and len(often[0].mentions) >= 2 * len(often[1].mentions):
        return often[0]
    named = _named_first(document)
    if named is not None and (named in counts or in_first_person(document)):
        return named
    met = [p for p in counts if isinstance(p, PersonDraft)]
    return min(met, key=lambda p: min(m.start for m in p.mentions), default=None)


def first_official(document: Document) -> PersonDraft | None:
    """The first person with a post whom the body names: in a short piece it is about him."""
    officials = [p for p in document.people() if any(not q.former for q in p.positions)]
    return min(officials, key=lambda p: min(m.start for m in p.mentions), default=None)


def author(document: Document) -> PersonDraft | None:
    """Who writes a text in the first person: whom its first lines, title or signature name."""
    named = _named_first(document) if in_first_person(document) else None
    return named or author_of(document)


def _named_first(document: Document) -> PersonDraft | None:
    """The only person named in the title, or the one whose name is the first line."""
    signed = signed_above(document)
    if signed is not None:
        return signed
    titles = [s for s in document.sentences if s.zone == "title"]
    if not titles:
        return None
    start, stop = titles[0].start, titles[-1].stop
    people = [p for p in document.people() if any(start <= m.start < stop for m in p.mentions)]
    return people[0] if len(people) == 1 else None
