"""Topic tags by whole words and the beginnings of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from schemas import Act, Topic

from ..dating.phrases import Phrases
from ..document import Document, Token
from ..drafts import (
    EventDraft,
    FacilityDraft,
    MeetingDraft,
    OrganizationDraft,
    PersonDraft,
    RegionDraft,
)
from ..knowledge import Lexicon
from ..knowledge.frames import TopicsLexicon

_MOST = 3
_SHORTEST = 3
# What was talked about comes before what was settled, that before all that came of it.
_ACTS: tuple[frozenset[Act] | None, ...] = (
    frozenset({"discussed"}),
    frozenset({"agreed", "signed"}),
    None,
)
# Names of people and places say nothing of what was talked about, those of bodies and posts little.
_SILENT = (PersonDraft, RegionDraft, EventDraft, FacilityDraft)


class Topics:
    """Tags a stretch of tokens: the commonest first, three at most, ties in the lexicon's order."""

    def __init__(self, lexicon: Lexicon) -> None:
        read = lexicon.read(TopicsLexicon)
        topics = read.topic
        self._idioms = Phrases((p, None) for p in read.idioms)
        self._order: list[Topic] = [t.id for t in topics]
        self._words: dict[str, Topic] = {w: t.id for t in topics for w in t.words}
        self._stems: dict[str, Topic] = {s: t.id for t in topics for s in t.stems}
        self._weak: dict[str, Topic] = {s: t.id for t in topics for s in t.weak}
        self._longest = max(map(len, (*self._stems, *self._weak)))

    def of(self, tokens: Iterable[Token]) -> list[Topic]:
        """The topics of the tokens, «other» where no stem is met."""
        lemmas = self._speaking(list(tokens))
        return self._ranked(lemmas, self._stems) or self._ranked(lemmas, self._weak) or ["other"]

    def of_meeting(self, document: Document, meeting: MeetingDraft) -> list[Topic]:
        """What was talked about at a meeting: in its outcomes, else in the words that tell of it.

        Posts and names count only where nothing else does («встретился с министром транспорта»).
        """
        for acts in _ACTS:
            found = self.of(_tokens(document, _contents(document, meeting, acts)))
            if found != ["other"]:
                return found
        silent, posts = _silent(document), _posts(document)
        own = [t for i in meeting.sentences for t in _sentence(document, i)]
        own = [t for t in own if t.index not in silent and t.start != meeting.trigger[0]]
        found = self.of(t for t in own if t.index not in posts)
        return found if found != ["other"] else self.of(own)

    def _speaking(self, tokens: list[Token]) -> list[str]:
        """The lemmas without those of idioms: a «дорожная карта» is no road."""
        silent: set[int] = set()
        for number in range(len(tokens)):
            for words, _ in self._idioms.at(tokens, number):
                silent.update(range(number, number + len(words)))
        return [t.lemma for number, t in enumerate(tokens) if number not in silent]

    def _ranked(self, lemmas: list[str], stems: dict[str, Topic]) -> list[Topic]:
        counts = Counter(topic for lemma in lemmas if (topic := self._topic(lemma, stems)))
        return sorted(counts, key=lambda t: (-counts[t], self._order.index(t)))[:_MOST]

    def _topic(self, lemma: str, stems: dict[str, Topic]) -> Topic | None:
        if stems is self._stems and lemma in self._words:
            return self._words[lemma]
        for length in range(min(len(lemma), self._longest), _SHORTEST - 1, -1):
            topic = stems.get(lemma[:length])
            if topic is not None:
                return topic
        return None


def _contents(
    document: Document, meeting: MeetingDraft, acts: frozenset[Act] | None
) -> list[tuple[int, int]]:
    """What the meeting's outcomes are about, of some acts or of all."""
    return [
        o.content
        for o in document.outcomes
        if o.meeting is meeting and (acts is None or o.act in acts)
    ]


def _tokens(document: Document, stretches: list[tuple[int, int]]) -> list[Token]:
    found = {t.index: t for start, stop in stretches for t in document.tokens_in(start, stop)}
    return list(found.values())


def _sentence(document: Document, index: int) -> list[Token]:
    return document.sentence_tokens(document.sentences[index])


def _silent(document: Document) -> set[int]:
    """The tokens of names that tell of no topic."""
    found: set[int] = set()
    for entity, mention in document.mentions():
        if isinstance(entity, _SILENT):
            found.update(range(*document.token_range(mention.start, mention.stop)))
    return found


def _posts(document: Document) -> set[int]:
    """The tokens of posts and of the names of bodies."""
    spans = [(r.start, r.stop) for r in document.roles]
    spans += [(m.start, m.stop) for e, m in document.mentions() if isinstance(e, OrganizationDraft)]
    return {i for start, stop in spans for i in range(*document.token_range(start, stop))}
