"""The meeting under way: the one whose telling a sentence goes on from.

Not the one recalled in between: «A принял B. Ранее A побывал у C. Стороны договорились …» is said
of A and B; nor one that the sentence's own noun cannot mean: «министры», «лидеры двух стран».
"""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Document, Sentence
from ..drafts import MeetingDraft, PersonDraft
from ..knowledge.frames import JointPost, MeetingsLexicon
from ..nlp.words import fold
from .contacts import sides_of
from .pairs import can_be
from .view import View
from .when import dates_in

_TWO = 2
_OPENING = 4
_BEHIND = 4
_STILL = 2
_LONG_AGO = ("month", "year")


class Thread:
    """Tells the meetings an article is about from those it only recalls."""

    def __init__(self, lexicon: MeetingsLexicon) -> None:
        self._posts = lexicon.joint_post
        self._recalling = frozenset(lexicon.recalling)
        self._then = frozenset(lexicon.then)

    def under_way(
        self, document: Document, told: Sequence[MeetingDraft], here: Sentence
    ) -> list[MeetingDraft]:
        """Of those told before, all but the recalled ones, unless a sentence goes on about these.

        It does by «тогда», or in a paragraph that tells of nothing else.
        """
        first = min((m.sentences[0] for m in told), default=0)
        asides = [m for m in told if self._is_aside(document, m, first)]
        main = [m for m in told if m not in asides]
        if not asides or not main:
            return list(told)
        opening = document.tokens[here.first : min(here.last, here.first + _OPENING)]
        own = {
            s.index
            for s in document.sentences[: here.index]
            if s.paragraph == here.paragraph and s.zone == here.zone
        }
        alone = bool(own) and not any(own & set(m.sentences) for m in main)
        if alone or any(t.folded in self._then for t in opening):
            near = [m for m in asides if 0 < here.index - max(m.sentences) <= _STILL]
            return near or main
        return main

    def meant(self, view: View, head: int, told: Sequence[MeetingDraft]) -> list[MeetingDraft]:
        """Those whose people hold the posts, or whose sides are the places, that a plural names."""
        lemma = view.tokens[head].lemma
        behind = {t.lemma for t in view.tokens[head + 1 : head + 1 + _BEHIND]}
        for post in self._posts:
            if lemma in post.nouns and (not post.of or behind & set(post.of)):
                return [m for m in told if _hold(post, m)] or [m for m in told if _may(post, m)]
        return [m for m in told if sum(can_be(s, lemma) for s in sides_of(m)) >= _TWO]

    def _is_aside(self, document: Document, meeting: MeetingDraft, first: int) -> bool:
        """Whether a meeting is only recalled: «ранее», «напомним, что», «на прошлой неделе».

        What the text begins with («накануне») is what it is about.
        """
        if meeting.recalled or meeting.sentences[0] == first:
            return meeting.recalled
        sentence = document.sentences[meeting.sentences[0]]
        opening = document.tokens[sentence.first : min(sentence.last, sentence.first + _OPENING)]
        if any(t.lemma in self._recalling for t in opening):
            return True
        if [t.folded for t in opening[:_TWO]] == ["до", "этого"]:
            return True
        # «В мае», «В 2019 году»: the news are told by the day.
        dates = dates_in(document, opening[0].start, opening[-1].stop)
        return meeting.status == "held" and any(d.precision in _LONG_AGO for d in dates)


def _hold(post: JointPost, meeting: MeetingDraft) -> bool:
    """Whether two at least of those who met hold the post."""
    titles = [fold(p.role or "") for p in meeting.participants]
    return sum(any(w in t for w in post.titles) for t in titles) >= _TWO


def _may(post: JointPost, meeting: MeetingDraft) -> bool:
    """Whether nobody who met is told to hold another post."""
    people = [p for p in meeting.participants if isinstance(p.entity, PersonDraft)]
    titles = [fold(p.role) for p in meeting.participants if p.role]
    return len(people) >= _TWO and all(any(w in t for w in post.titles) for t in titles)
