"""Whom the article is about: who stands in for a side that a sentence leaves out.

«Первым Лимаренко принял министр. Следующим был посол.» A chain of meetings names its protagonist
once; a post in the first person never does, its author stands over it.
"""

from __future__ import annotations

from collections import Counter

from ..document import Document
from ..drafts import MeetingDraft, PersonDraft

_FIRST_PERSON = 2
_HEADER = 5


def protagonist(document: Document, told: list[MeetingDraft]) -> PersonDraft | None:
    """The one person of most meetings told so far, else whom the title names.

    The latter counts where that person has met somebody already or the text is in the first person.
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
    if named is not None and (named in counts or _in_first_person(document)):
        return named
    return None


def author(document: Document) -> PersonDraft | None:
    """Who writes a text in the first person: the one its first lines or title name."""
    return _named_first(document) if _in_first_person(document) else None


def _named_first(document: Document) -> PersonDraft | None:
    """The only person named in the title, or the one whose name is the first line."""
    lines = {(s.start, s.stop) for s in document.sentences[:_HEADER]}
    for person in document.people():
        if any((m.start, m.stop) in lines for m in person.mentions):
            return person
    titles = [s for s in document.sentences if s.zone == "title"]
    if not titles:
        return None
    start, stop = titles[0].start, titles[-1].stop
    people = [p for p in document.people() if any(start <= m.start < stop for m in p.mentions)]
    return people[0] if len(people) == 1 else None


def _in_first_person(document: Document) -> bool:
    """Whether the body outside quotations speaks as «я» or «мы»."""
    quoted = [(s.start, s.stop) for s in document.speech if s.direct]
    told = 0
    for sentence in document.sentences:
        if sentence.zone != "body":
            continue
        for token in document.sentence_tokens(sentence):
            if token.feats.get("Person") == "1" and not any(
                a <= token.start < b for a, b in quoted
            ):
                told += 1
    return told >= _FIRST_PERSON
