"""Which of several people a bare post means by where they were told of and by gender."""

from __future__ import annotations

from ..document import Document
from ..drafts import PersonDraft, RoleDraft

_REACH = 25
_NEAR = 2
_EARLIER = frozenset({"ранее", "напомним"})
_GENDERS = {"Masc": "m", "Fem": "f"}


def within_reach(document: Document, role: RoleDraft, person: PersonDraft) -> bool:
    """Whether the person is named not too far before, or in the lead soon after."""
    at = place(document, role.start)
    told = [place(document, m.start) for m in person.mentions]
    before = [s for s in told if s <= at]
    return bool(before and at - max(before) <= _REACH) or bool(told and 0 < min(told) - at <= _NEAR)


def _is_recalled(document: Document, offset: int) -> bool:
    sentence = document.sentence_at(offset)
    return sentence is not None and any(
        t.folded in _EARLIER for t in document.sentence_tokens(sentence)
    )


def nearest(document: Document, role: RoleDraft, people: list[PersonDraft]) -> PersonDraft | None:
    """The one named last before the role; none where two stand in that same sentence."""
    last: list[tuple[int, int, PersonDraft]] = []
    told = {p: [m.start for m in p.mentions if m.start < role.start] for p in people}
    # Who is only recalled («Ранее президент России …») was not spoken of last.
    fresh = {p: [s for s in starts if not _is_recalled(document, s)] for p, starts in told.items()}
    for person, before in (fresh if any(fresh.values()) else told).items():
        if before:
            last.append((place(document, max(before)), max(before), person))
    if not last:
        return None
    last.sort(key=lambda x: x[1], reverse=True)
    here = place(document, role.start)
    if len(last) > 1 and last[0][0] == last[1][0] != here:
        often = sorted(last[:2], key=lambda x: -len(x[2].mentions))
        ahead = len(often[0][2].mentions) - len(often[1][2].mentions)
        return often[0][2] if ahead >= 2 else None
    return last[0][2] if here - last[0][0] <= _REACH else None


def of_gender(document: Document, role: RoleDraft, people: list[PersonDraft]) -> list[PersonDraft]:
    """«Министр заявила» is the woman of two ministers, «министр заявил» the man."""
    head = document.tokens_in(role.title_start, role.title_stop)[0]
    verb = document.tokens[head.head] if head.rel.startswith("nsubj") else head
    gender = _GENDERS.get(verb.feats.get("Gender", "") if verb.pos == "VERB" else "")
    known = [p for p in people if p.gender == gender]
    return known if gender and known else people


def place(document: Document, offset: int) -> int:
    """The index of the sentence at an offset."""
    found = document.sentence_at(offset)
    return found.index if found is not None else 0
