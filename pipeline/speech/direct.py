"""Direct speech: quotes that are words said, not titles; and dialogue after a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..document import Document, Sentence, Token
from ..drafts import EntityDraft, SpeechDraft
from ..frames.view import View
from ..knowledge.speech import SpeechLexicon
from ..nlp.tree import is_finite
from .quotes import Quote, find_quotes
from .speakers import Speakers

_AFTER = re.compile(r"\s*(?P<marks>[,.!?…]*)\s*(?P<dash>[—–-]{0,2})\s*")
_INSIDE = re.compile(r"[,.!?…]\s*[—–-]{1,2}\s+(?=[а-яё])")
_RESUME = re.compile(r"[.,:]\s*[—–-]{1,2}\s+")
_DASH = re.compile(r"[—–-]{1,2}\s*(?=[А-ЯЁA-Z«\"„“])")
_SKIPPED = frozenset({"ADV", "PART", "PUNCT", "ADP", "CCONJ", "DET", "PRON"})
_SENTENCE_WORDS = 4
"""A quote that is a sentence has at least so many words."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who is given for a stretch of speech; ``verb`` is a token index, None where there is none."""

    speaker: EntityDraft | None
    verb: int | None = None


class DirectSpeech:
    """Finds direct speech in one document."""

    def __init__(self, view: View, lexicon: SpeechLexicon, speakers: Speakers) -> None:
        self.view, self.speakers = view, speakers
        self.document: Document = view.document
        self.text = view.document.text
        self._verbs = frozenset(lexicon.verbs)
        self._nouns = frozenset(lexicon.nouns)
        self._paragraphs = paragraphs(view)

    def find(self) -> Iterator[SpeechDraft]:
        """Every stretch of direct speech in text order, each entered in ``speakers.spoken``."""
        quotes = find_quotes(self.text, self._paragraphs)
        self._warn(quotes)
        dashed = list(self._dashed(quotes))
        for start, quote in sorted(
            [(q.start, q) for q in quotes if q.depth == 0] + [(d.start, d) for d in dashed],
            key=lambda pair: pair[0],
        ):
            source = self._dash_source() if quote in dashed else self._source(start, quote)
            if source is None:
                self.document.note("speech", quote.start, quote.stop, "a title or term, not speech")
                continue
            yield from self._drafts(quote, source)

    def _drafts(self, quote: Quote, source: Source) -> Iterator[SpeechDraft]:
        tokens = self.view.tokens
        parts, inner = self._split(quote)
        if inner is not None and (source.speaker is None or source.verb is None):
            source = inner if inner.speaker is not None or source.speaker is None else source
        verb = None
        if source.verb is not None:
            verb = (tokens[source.verb].start, tokens[source.verb].stop)
        for start, stop in parts:
            draft = SpeechDraft(start, stop, True, source.speaker, verb)
            self.speakers.spoken.append(draft)
            yield draft

    def _source(self, start: int, quote: Quote) -> Source | None:
        """The source of a quote, None when it is no speech."""
        words = [t for t in self.document.tokens_in(start, quote.stop) if t.pos != "PUNCT"]
        if not words:
            return None
        whole = self._is_sentence(words, quote)
        found = self._after(quote) if whole or self._framed_after(quote) else None
        found = found or self._before_colon(quote, words)
        if found is not None:
            return found
        if whole and self._begins_sentence(quote):
            return Source(self.speakers.before(quote.start - 1))
        return self._partial(quote, words, whole)

    def _is_sentence(self, words: list[Token], quote: Quote) -> bool:
        predicate = any(is_finite(t) for t in words)
        ended = self.text[quote.stop - 1] in ".!?…" or "\n" in self.text[quote.start : quote.stop]
        return (predicate and len(words) >= _SENTENCE_WORDS) or (
            len(words) >= 2 and (ended or predicate) and words[0].text[:1].isupper()
        )

    def _is_phrase(self, words: list[Token]) -> bool:
        """Whether words quoted in mid-sentence are said words rather than a term."""
        predicate = any(is_finite(t) for t in words) and len(words) > 1
        return words[0].text[:1].islower() and (predicate or len(words) >= _SENTENCE_WORDS)

    def _framed_after(self, quote: Quote) -> bool:
        match = _AFTER.match(self.text, quote.stop + quote.closed)
        return bool((match and match["dash"] and match["marks"]) or self._mark_inside(quote))

    def _mark_inside(self, quote: Quote) -> bool:
        return self.text[quote.stop - 1] in ",!?…"

    def _after(self, quote: Quote) -> Source | None:
        """«…», — сказал X; «…», сообщил X; «…» — X."""
        match = _AFTER.match(self.text, quote.stop + quote.closed)
        if match is None or not (match["dash"] or "," in match["marks"]):
            return None
        if "\n" in match[0]:
            return None
        first, last = self._clause(match.end())
        verb = self._verb(first, last, loose=bool(match["dash"]))
        if verb is not None:
            return Source(self.speakers.of_verb(verb, first, last), verb)
        if match["dash"] and not any(is_finite(t) for t in self.view.tokens[first:last]):
            speaker = self.speakers.named(first, last)
            return Source(speaker) if speaker is not None else None
        return None

    def _before_colon(self, quote: Quote, words: list[Token]) -> Source | None:
        """«X отметил: «…»», «Name, role: «…»», a colon at the end of the paragraph before."""
        before = self.text[: quote.start - 1].rstrip()
        if not before.endswith(":") or self.text.count("\n", len(before), quote.start) > 2:
            return None
        sentence = self.document.sentence_at(len(before) - 1)
        if sentence is None:
            return None
        last = self.document.token_range(len(before) - 1, len(before))[0]
        verb = self._last_verb(sentence.first, last)
        if verb is not None:
            return Source(self.speakers.of_verb(verb, sentence.first, last), verb)
        speaker = self._by_noun(sentence.first, last) or self.speakers.named(sentence.first, last)
        if speaker is not None:
            return Source(speaker)
        return Source(None) if self._is_sentence(words, quote) else None

    def _partial(self, quote: Quote, words: list[Token], whole: bool) -> Source | None:
        """Words quoted inside a sentence that has a verb of saying."""
        sentence = self.document.sentence_at(max(0, quote.start - 1))
        if sentence is None or not (whole or self._is_phrase(words)):
            return None
        first = self.document.token_range(quote.start, quote.stop)[0]
        verb = self._last_verb(sentence.first, first)
        if verb is not None:
            return Source(self.speakers.of_verb(verb, sentence.first, first), verb)
        noun = self._by_noun(sentence.first, first)
        if noun is not None:
            return Source(noun)
        return Source(None) if whole and len(words) >= 2 * _SENTENCE_WORDS else None

    def _by_noun(self, first: int, last: int) -> EntityDraft | None:
        for index in range(first, last):
            token = self.view.tokens[index]
            if token.lemma in self._nouns and token.feats.get("Case") == "Dat":
                return self.speakers.of_noun(index, last)
        return None

    def _begins_sentence(self, quote: Quote) -> bool:
        before = self.text[: quote.start - 1].rstrip(" \t\u00a0—–-")
        return not before or before[-1] in '.!?…\n:»"”'

    def _clause(self, offset: int) -> tuple[int, int]:
        """Tokens from ``offset`` to the end of their sentence, a mark of quotation or a stop."""
        tokens = self.view.tokens
        first = self.document.token_range(offset, len(self.text))[0]
        last = first
        while last < len(tokens) and tokens[last].sentence == tokens[first].sentence:
            if tokens[last].text in "«„“.:":
                break
            last += 1
        return first, last

    def _verb(self, first: int, last: int, *, loose: bool) -> int | None:
        """The verb of an attribution; ``loose`` takes any finite verb that stands first in it."""
        tokens = self.view.tokens
        for index in range(first, min(last, first + 15)):
            token = tokens[index]
            if token.lemma in self._verbs and token.pos in ("VERB", "AUX", "ADJ"):
                return index
            if token.pos == "VERB" and is_finite(token):
                lead = all(t.pos in _SKIPPED for t in tokens[first:index])
                return index if loose and lead else None
        return None

    def _last_verb(self, first: int, last: int) -> int | None:
        for index in range(last - 1, first - 1, -1):
            token = self.view.tokens[index]
            if token.feats.get("VerbForm") == "Inf":
                continue
            if token.lemma in self._verbs and token.pos == "VERB":
                return None if self.view.negated(index) else index
        return None

    def _split(self, quote: Quote) -> tuple[list[tuple[int, int]], Source | None]:
        """The quote without the attributions inside it («A, — сказал X. — B»), and their source."""
        parts: list[tuple[int, int]] = []
        source: Source | None = None
        start = quote.start
        for match in _INSIDE.finditer(self.text, quote.start, quote.stop):
            if match.start() < start:
                continue
            first, last = self._clause(match.end())
            verb = self._verb(first, min(last, first + 8), loose=quote.depth < 0)
            resume = _RESUME.search(self.text, match.end(), quote.stop)
            if verb is None or (resume is None and quote.depth == 0):
                continue
            stop = resume.start() if resume is not None else quote.stop
            last = min(last, self.document.token_range(stop, len(self.text))[0])
            if verb >= last:
                continue
            source = source or Source(self.speakers.of_verb(verb, first, last), verb)
            parts.append((start, match.start() + (self.text[match.start()] in "!?…")))
            start = resume.end() if resume is not None else quote.stop
        parts.append((start, quote.stop))
        return [trimmed(self.text, a, b) for a, b in parts if self.text[a:b].strip()], source

    def _dashed(self, quotes: list[Quote]) -> Iterator[Quote]:
        """Paragraphs that begin with a dash and say who speaks, or follow one that does."""
        going = False
        for start, stop in self._paragraphs:
            match = _DASH.match(self.text, start, stop)
            if match is None or any(q.start < start < q.stop for q in quotes):
                going = False
                continue
            line = Quote(match.end(), stop, -1)
            going = going or self._split(line)[1] is not None or self._introduced(start)
            if going:
                yield line

    def _introduced(self, start: int) -> bool:
        before = self.text[:start].rstrip()
        sentence = self.document.sentence_at(len(before) - 1) if before.endswith(":") else None
        if sentence is None:
            return False
        return self._last_verb(sentence.first, sentence.last) is not None

    def _dash_source(self) -> Source:
        """The attribution inside the line decides; without one nobody can be named."""
        return Source(None)

    def _warn(self, quotes: list[Quote]) -> None:
        for quote in quotes:
            if not quote.closed:
                self.document.warn(
                    "unclosed_quote",
                    "a quotation mark is never closed; the quote was ended with its paragraph",
                    quote.start - 1,
                    quote.start,
                )


def paragraphs(view: View) -> list[tuple[int, int]]:
    """``[start, stop)`` of the paragraphs that tell the story."""
    found: dict[int, Sentence] = {}
    stops: dict[int, int] = {}
    for sentence in view.telling():
        found.setdefault(sentence.paragraph, sentence)
        stops[sentence.paragraph] = sentence.stop
    return [(s.start, stops[number]) for number, s in found.items()]


def trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    """The stretch without blanks and a comma at its ends."""
    while start < stop and text[start].isspace():
        start += 1
    while start < stop and (text[stop - 1].isspace() or text[stop - 1] == ","):
        stop -= 1
    return start, stop
