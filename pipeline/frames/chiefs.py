"""Who orders where nobody is said to: «поручено», «дана неделя»."""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Sentence
from ..drafts import PersonDraft
from .found import Found
from .view import View

_DECREES = frozenset({"указ", "распоряжение", "постановление", "директива"})
_BACK = 12
"""How many sentences back whose decree it is is looked for."""


def chief_of(view: View, found: Found, ranks: Sequence[str]) -> PersonDraft | None:
    """Who held a sitting, else the highest of those who met, by ``ranks``, heads of posts.

    Told of before: whom the sentence names is told what to do.
    """
    here = found.sentence
    known: list[tuple[bool, int, int, PersonDraft]] = []
    for meeting in view.document.contacts:
        for number, side in enumerate(meeting.participants):
            if not isinstance(side.entity, PersonDraft):
                continue
            told = [m.start for m in side.entity.mentions]
            posts = [p.title.split()[0] for p in side.entity.positions if p.title]
            held = [ranks.index(p) for p in posts if p in ranks]
            inside = any(here.start <= at < here.stop for at in told)
            chairs = meeting.kind == "session" and number == 0
            if (held or chairs) and not inside and min(told) < here.start:
                known.append((not chairs, min(held, default=len(ranks)), number, side.entity))
    return min(known, key=lambda k: k[:3])[3] if known else None


def decreed_by(view: View, found: Found, ranks: Sequence[str]) -> PersonDraft | None:
    """Whose decree it is that orders: «A подписал указ. Ведомству поручено …», «указом A …».

    In the sentence itself or before it: the nearest official named beside a word for a decree,
    else the only one of whom an article on a decree tells.
    """
    here, document = found.sentence, view.document
    decree = False
    for sentence in reversed(document.sentences[max(0, here.index - _BACK) : here.index + 1]):
        if issuers := _issuers(view, sentence, ranks):
            return issuers[0] if len(issuers) == 1 else None
        decree = decree or any(t.lemma in _DECREES for t in document.sentence_tokens(sentence))
    if not decree:
        return None
    chiefs = [p for p in document.people() if _is_chief(p, ranks)]
    return chiefs[0] if len(chiefs) == 1 else None


def _issuers(view: View, sentence: Sentence, ranks: Sequence[str]) -> list[PersonDraft]:
    """The officials who sign a decree in a sentence, or whose it is."""
    found: list[PersonDraft] = []
    for token in view.document.sentence_tokens(sentence):
        if token.lemma not in _DECREES:
            continue
        verb = view.clauses.predicate(token.index)
        heads = view.clauses.obliques(token.index, "", "Gen")
        heads += view.clauses.subjects(verb) if verb is not None else []
        for actor in filter(None, map(view.actors.at, heads)):
            person = actor.entity
            if isinstance(person, PersonDraft) and _is_chief(person, ranks):
                found.append(person)
    return list(dict.fromkeys(found))


def _is_chief(person: PersonDraft, ranks: Sequence[str]) -> bool:
    return any(p.title and p.title.split()[0] in ranks for p in person.positions if not p.former)
