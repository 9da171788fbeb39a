"""Reported speech: «X отметил, что S», «по словам X, S», «как рассказал X, S», «S, сообщил X»."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Sentence, Token
from ..drafts import EntityDraft, SpeechDraft
from ..frames.view import View
from ..knowledge.speech import SpeechLexicon
from ..nlp.tree import is_finite
from .direct import trimmed
from .speakers import Speakers

_THAT = frozenset({"что", "будто", "чтобы"})
_THAT_REACH = 30
"""How many words may stand between a verb of saying and its «что»."""


class ReportedSpeech:
    """Finds reported speech in one document; ``speakers.spoken`` must hold the direct speech."""

    def __init__(self, view: View, lexicon: SpeechLexicon, speakers: Speakers) -> None:
        self.view, self.speakers = view, speakers
        self.tokens = view.tokens
        self._reporting = frozenset(lexicon.reporting)
        self._framing = frozenset(lexicon.framing)
        self._about = frozenset(lexicon.about)
        self._promising = frozenset(lexicon.promising)
        self._nouns = frozenset(lexicon.nouns)

    def find(self) -> Iterator[SpeechDraft]:
        """Every stretch of reported speech in text order."""
        direct = [(s.start, s.stop) for s in self.speakers.spoken]
        verbs = [s.verb[0] for s in self.speakers.spoken if s.verb]
        for sentence in self.view.telling():
            for token in self.view.document.sentence_tokens(sentence):
                if token.start in verbs:
                    continue
                draft = self._at(token, sentence)
                if draft is None or draft.start >= draft.stop:
                    continue
                if draft.speaker is None and any(a <= token.start < b for a, b in direct):
                    continue
                self.speakers.spoken.append(draft)
                self.speakers.spoken.sort(key=lambda s: s.start)
                yield draft

    def _at(self, token: Token, sentence: Sentence) -> SpeechDraft | None:
        if token.lemma in self._nouns and self._by(token):
            return self._according(token, sentence)
        if token.pos not in ("VERB", "ADJ") or self.view.negated(token.index):
            return None
        if token.lemma in self._framing and self._has_as(token, sentence):
            return self._as(token, sentence)
        that = self._that(token, sentence) if token.lemma in self._reporting else None
        if that is not None:
            return self._clause(token, that, sentence)
        if token.lemma in self._framing and self._trails(token, sentence):
            return self._trailing(token, sentence)
        if token.lemma in self._promising:
            return self._phrase(token, sentence, infinitive=True)
        if token.lemma in self._about:
            return self._phrase(token, sentence, infinitive=False)
        return None

    def _clause(self, verb: Token, that: int, sentence: Sentence) -> SpeechDraft | None:
        """«X отметил, что S»: S up to the next clause of the same rank."""
        last = self._end(verb, that, sentence)
        speaker = self.speakers.of_verb(verb.index, self._clause_start(verb, sentence), that - 1)
        return self._draft(that + 1, last, speaker, verb)

    def _that(self, verb: Token, sentence: Sentence) -> int | None:
        for index in range(verb.index + 1, min(verb.index + _THAT_REACH, sentence.last)):
            token = self.tokens[index]
            if token.lemma in _THAT and token.pos in ("SCONJ", "PRON"):
                before = self.tokens[index - 1].text
                return index if before == "," else None
            if is_finite(token) and token.pos == "VERB":
                return None
        return None

    def _end(self, verb: Token, that: int, sentence: Sentence) -> int:
        """Past the last token of a clause that begins after ``that``."""
        for index in range(that + 2, sentence.last):
            token = self.tokens[index]
            if token.pos != "VERB":
                continue
            joined = token.head == verb.index and token.rel in ("conj", "advcl", "parataxis")
            converb = token.feats.get("VerbForm") == "Conv" and token.lemma in self._reporting
            trailing = token.lemma in self._framing and self._trails(token, sentence)
            if joined or converb or trailing:
                return self._comma_before(index, that)
        return sentence.last

    def _comma_before(self, index: int, first: int) -> int:
        for at in range(index - 1, first, -1):
            if self.tokens[at].text in (",", "—", "–", "-", ";"):
                return at
            if self.tokens[at].pos == "CCONJ" and self.tokens[at].head == index:
                return at
        return index

    def _by(self, noun: Token) -> bool:
        return any(
            t.lemma == "по" for t in self.tokens[max(0, noun.index - 3) : noun.index]
        ) and noun.feats.get("Case", "Dat") in ("Dat", "Ins")

    def _according(self, noun: Token, sentence: Sentence) -> SpeechDraft | None:
        """«По словам X, S» and «S, по словам X»."""
        first = next(i for i in range(noun.index, -1, -1) if self.tokens[i].lemma == "по")
        comma = self._comma_after(noun.index, sentence)
        speaker = self.speakers.of_noun(noun.index, comma)
        if comma + 1 < self._content_end(sentence):
            start = comma + 1 if self._opens(first, sentence) else sentence.first
            return self._draft(start, self._before_trailer(start, sentence), speaker)
        if first > sentence.first and self.tokens[first - 1].text == ",":
            return self._draft(sentence.first, first - 1, speaker)
        return None

    def _opens(self, first: int, sentence: Sentence) -> bool:
        """Whether a phrase stands before the clause it frames rather than inside it."""
        before = self.tokens[sentence.first : first]
        return len(before) < 8 and not any(
            is_finite(t) or (t.pos in ("NOUN", "PROPN") and t.feats.get("Case") == "Nom")
            for t in before
        )

    def _has_as(self, verb: Token, sentence: Sentence) -> bool:
        for index in range(verb.index - 1, max(sentence.first, verb.index - 5) - 1, -1):
            token = self.tokens[index]
            if token.lemma == "как":
                return index == sentence.first or self.tokens[index - 1].pos in ("PUNCT", "CCONJ")
            if is_finite(token) or token.text == ",":
                return False
        return False

    def _as(self, verb: Token, sentence: Sentence) -> SpeechDraft | None:
        """«Как рассказал X, S» and «S, как рассказал X»."""
        first = next(i for i in range(verb.index, -1, -1) if self.tokens[i].lemma == "как")
        comma = self._comma_after(verb.index, sentence)
        speaker = self.speakers.of_verb(verb.index, first, comma)
        if comma + 1 < self._content_end(sentence):
            start = comma + 1 if self._opens(first, sentence) else sentence.first
            return self._draft(start, sentence.last, speaker, verb)
        return self._draft(sentence.first, max(sentence.first, first - 1), speaker, verb)

    def _trails(self, verb: Token, sentence: Sentence) -> bool:
        """Whether «, сообщил X» at ``verb`` frames what stands before it."""
        comma = self._lead(verb, sentence)
        if comma is None or comma - sentence.first < 2:
            return False
        if not verb.feats.get("Tense") and not is_finite(verb):
            return False
        before = self.tokens[sentence.first : comma]
        if not any(is_finite(t) or t.feats.get("VerbForm") for t in before):
            return False
        return self._has_subject_after(verb, sentence)

    def _lead(self, verb: Token, sentence: Sentence) -> int | None:
        """The comma or dash right before a verb, an adverb between allowed."""
        for index in range(verb.index - 1, max(sentence.first, verb.index - 4), -1):
            token = self.tokens[index]
            if token.text in (",", "—", "–", "-"):
                return index - 1 if self.tokens[index - 1].text == "," else index
            if token.pos not in ("ADV", "PART", "ADP", "PRON"):
                return None
        return None

    def _has_subject_after(self, verb: Token, sentence: Sentence) -> bool:
        plural = verb.feats.get("Number") == "Plur"
        for token in self.tokens[verb.index + 1 : min(verb.index + 10, sentence.last)]:
            if token.feats.get("Case") == "Nom" and token.pos in ("NOUN", "PROPN", "PRON"):
                return True
            if plural and token.lemma in ("в", "во", "на", "со"):
                return True
            if token.text in ",;:" or is_finite(token):
                return verb.lemma in ("сообщаться", "говориться", "отмечаться")
        return verb.lemma in ("сообщаться", "говориться", "отмечаться")

    def _trailing(self, verb: Token, sentence: Sentence) -> SpeechDraft | None:
        """«S, сообщил X»."""
        comma = self._lead(verb, sentence)
        if comma is None:
            return None
        last = self._comma_after(verb.index, sentence)
        speaker = self.speakers.of_verb(verb.index, comma + 1, last)
        return self._draft(sentence.first, comma, speaker, verb)

    def _phrase(self, verb: Token, sentence: Sentence, *, infinitive: bool) -> SpeechDraft | None:
        """«пообещал построить S», «напомнил о S»."""
        for child in self.view.tree.children(verb.index):
            if child.index < verb.index:
                continue
            if infinitive:
                fits = child.feats.get("VerbForm") == "Inf"
            else:
                fits = self.view.tree.preposition(child.index) in ("о", "об", "обо")
            if fits and child.pos not in ("PRON", "DET"):
                below = [i for i in self.view.tree.subtree(child.index) if i > verb.index]
                speaker = self.speakers.of_verb(verb.index, sentence.first, child.index)
                return self._draft(below[0], below[-1] + 1, speaker, verb)
        return None

    def _comma_after(self, index: int, sentence: Sentence) -> int:
        """The comma that ends a framing phrase: not one inside an actor's own words."""
        at, modifier = index + 1, False
        while at < sentence.last:
            actor = self.view.actors.named(at)
            if actor is not None and actor.last > at:
                at = actor.last
                continue
            if self.tokens[at].text in (",", "—", "–", ":"):
                modifier = not modifier and self._modifies(at + 1, sentence)
                if not modifier:
                    return at
            at += 1
        return sentence.last

    def _modifies(self, index: int, sentence: Sentence) -> bool:
        """Whether a participle or relative clause begins here: «источник, знакомый с делом, …»."""
        if index >= sentence.last:
            return False
        token = self.tokens[index]
        return token.lemma == "который" or (
            token.rel in ("acl", "acl:relcl") and token.feats.get("VerbForm") in ("Part", None)
        )

    def _clause_start(self, token: Token, sentence: Sentence) -> int:
        """After the last semicolon or quotation before a token, else the sentence's first token."""
        for index in range(token.index - 1, sentence.first, -1):
            if self.tokens[index].text in (";", "»", ":"):
                return index + 1
        return sentence.first

    def _content_end(self, sentence: Sentence) -> int:
        last = sentence.last
        while last > sentence.first and self.tokens[last - 1].pos == "PUNCT":
            last -= 1
        return last

    def _before_trailer(self, first: int, sentence: Sentence) -> int:
        for index in range(first + 1, sentence.last):
            token = self.tokens[index]
            if token.lemma in self._framing and self._trails(token, sentence):
                return self._lead(token, sentence) or index
        return sentence.last

    def _draft(
        self, first: int, last: int, speaker: EntityDraft | None, verb: Token | None = None
    ) -> SpeechDraft | None:
        while last > first and self.tokens[last - 1].text in (".", ",", ";", ":", "—", "–"):
            last -= 1
        if last <= first:
            return None
        start, stop = trimmed(
            self.view.document.text, self.tokens[first].start, self.tokens[last - 1].stop
        )
        where = (verb.start, verb.stop) if verb is not None else None
        return SpeechDraft(start, stop, False, speaker, where)
