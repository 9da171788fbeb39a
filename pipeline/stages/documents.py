"""Documents that parties sign: agreements, memoranda, plans, roadmaps, with their whole titles."""

from __future__ import annotations

import re
from typing import ClassVar

from ..document import Document, Token
from ..drafts import DocumentDraft
from ..knowledge import Lexicon
from ..knowledge.documents import DocumentHead, DocumentsLexicon
from ..naming.normal import phrase_nominative
from ..naming.phrase import CLOSING, NounPhrases
from ..stage import Stage

_YEARS = re.compile(
    r"\s*(?:на|до|в|с)?\s*(?:период\s*)?(?:с\s*)?(\d{4})(?:\s*[-–—−]\s*|\s+(?:по|и|до)\s+)(\d{4})\s*"
    r"(?:годы|годов|года|год|гг?\.?)",
    re.I,
)
_UNTIL = re.compile(r"\s*(?:на период\s+)?до\s+(\d{4})\s*(?:года|г\.)", re.I)
_YEAR = re.compile(r"\s*на\s+(\d{4})\s*(?:год\b|г\.)", re.I)
_ABOUT = ("о", "об", "обо")
_SAME = 0.5


class DocumentsStage(Stage):
    """Titles read along the text from their head noun; one entity for one title."""

    name = "documents"
    requires: ClassVar[frozenset[str]] = frozenset({"tokens", "morphology", "names", "regions"})
    provides: ClassVar[frozenset[str]] = frozenset({"documents"})

    def __init__(self, lexicon: Lexicon) -> None:
        documents = lexicon.read(DocumentsLexicon)
        self._plain = frozenset(documents.plain_modifiers)
        self._heads: dict[str, list[DocumentHead]] = {}
        for head in documents.head:
            for lemma in head.lemmas:
                self._heads.setdefault(lemma, []).append(head)

    def process(self, document: Document) -> None:
        phrases = NounPhrases(document)
        found: list[DocumentDraft] = []
        end = 0
        for token in document.tokens:
            head = self._head(document, token)
            if head is None or token.index < end:
                continue
            title = _Title(document, phrases, token.index, self._plain)
            typed = head.kind in ("agreement", "memorandum") and title.modified
            singular = token.feats.get("Number") != "Plur"
            if not title.says_what and not (typed and singular):
                continue
            end = title.last
            self._place(document, found, head, title)
        document.entities.extend(found)

    def _head(self, document: Document, token: Token) -> DocumentHead | None:
        if token.pos not in ("NOUN", "PROPN"):
            return None
        before = {t.lemma for t in document.tokens[max(0, token.index - 3) : token.index]}
        for head in self._heads.get(token.lemma, ()):
            if not head.before or before & set(head.before):
                return head
        return None

    def _place(
        self, document: Document, found: list[DocumentDraft], head: DocumentHead, title: _Title
    ) -> None:
        draft = next((d for d in found if d.kind == head.kind and title.same(d)), None)
        if draft is None:
            draft = DocumentDraft(title.name, kind=head.kind)
            found.append(draft)
        elif len(title.name) > len(draft.name):
            draft.name = title.name
        draft.period_from = draft.period_from or title.period[0]
        draft.period_to = draft.period_to or title.period[1]
        draft.add(title.start, title.stop)
        document.note(self.name, title.start, title.stop, f"{head.id}: {title.name}")


class _Title:
    """A title from its first adjective to its period."""

    def __init__(
        self, document: Document, phrases: NounPhrases, head: int, plain: frozenset[str]
    ) -> None:
        self._document, self._phrases = document, phrases
        tokens = document.tokens
        first = phrases.modifiers(head)
        while first < head and tokens[first].lemma in plain:
            first += 1
        quoted = first > 0 and tokens[first - 1].text in CLOSING
        at = head + 1
        if quoted and at < len(tokens) and tokens[at].text in CLOSING[tokens[first - 1].text]:
            first, at = first - 1, at + 1
        self.last, self.named = self._rightward(at)
        self.start, self.stop = tokens[first].start, tokens[self.last - 1].stop
        self.period = self._read_period()
        self._words = {t.lemma for t in tokens[first : self.last] if len(t.lemma) > 3}
        self.name = phrase_nominative(document, first, head, self.last).strip('«»" ')
        self.name = document.text[self.start : self.stop] if quoted else self.name
        if document.text[self.stop - 1] != tokens[self.last - 1].text[-1]:
            self.name += document.text[tokens[self.last - 1].stop : self.stop]
        self.modified = first < head

    @property
    def says_what(self) -> bool:
        """Whether there is more than a bare noun: a bare «соглашение» is no title."""
        return self.named or self.period != (None, None)

    def same(self, draft: DocumentDraft) -> bool:
        """Whether a draft's mention shares most of the shorter title's words."""
        for mention in draft.mentions:
            tokens = self._document.tokens_in(mention.start, mention.stop)
            words = {t.lemma for t in tokens if len(t.lemma) > 3}
            if len(words & self._words) > _SAME * max(len(words), len(self._words)):
                return True
        return False

    def _rightward(self, at: int) -> tuple[int, bool]:
        """Past everything that goes on with the title, and whether anything did."""
        begin = at
        while True:
            after = self._step(at)
            if after == at:
                return at, at > begin
            at = after

    def _step(self, at: int) -> int:
        phrases, tokens = self._phrases, self._document.tokens
        if at >= len(tokens) or tokens[at].sentence != tokens[at - 1].sentence:
            return at
        lemma = tokens[at].lemma
        if lemma in _ABOUT:
            after = phrases.nominal(at + 1, ("Loc",))
            return phrases.genitives(after) if after > at + 1 else at
        for after in (phrases.by(at), phrases.quotation(at), phrases.genitives(at)):
            if after > at:
                return after
        if lemma == "между":
            return self._sides(at)
        if lemma in ("в", "на") and tokens[at].text.islower():
            return phrases.prepositional(at, lemma, ("Loc",)) if self._of_field(at) else at
        return at

    def _sides(self, at: int) -> int:
        """Past «между A и B», the sides being regions or nouns."""
        after = begin = at + 1
        while True:
            reached = self._phrases.genitives(self._phrases.nominal(after, ("Ins",)))
            if reached <= after:
                return after - 1 if after > begin else at
            if reached < len(self._document.tokens) and self._document.tokens[reached].lemma == "и":
                after = reached + 1
                continue
            return reached

    def _of_field(self, at: int) -> bool:
        """«в сфере туризма» belongs to a title, «в Смольном» does not."""
        nouns = [t.lemma for t in self._document.tokens[at + 1 : at + 4]]
        return bool({"сфера", "область", "отрасль"} & set(nouns))

    def _read_period(self) -> tuple[str | None, str | None]:
        text = self._document.text
        for pattern in (_YEARS, _UNTIL, _YEAR):
            found = pattern.match(text, self.stop)
            if found is None:
                continue
            self.stop = found.end()
            self.last = self._document.token_range(self.stop - 1, self.stop)[1]
            if pattern is _YEARS:
                return found.group(1), found.group(2)
            return (None, found.group(1)) if pattern is _UNTIL else (found.group(1), found.group(1))
        return None, None
