"""Documents that parties sign: agreements, memoranda, plans, roadmaps, with their whole titles."""

from __future__ import annotations

from typing import ClassVar

from ..document import Document, Token
from ..drafts import DocumentDraft
from ..knowledge import Lexicon
from ..knowledge.documents import DocumentHead, DocumentsLexicon
from ..naming.echoes import bare_heads
from ..naming.phrase import NounPhrases
from ..naming.title import Title
from ..stage import Stage


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
        named: list[tuple[int, str]] = []
        taken: set[int] = set()
        for token in document.tokens:
            head = self._head(document, token)
            if head is None or token.index in taken:
                continue
            title = Title(document, phrases, token.index, self._plain)
            if title.says_what or _is_typed(head, token, title):
                draft = self._place(document, found, head, title)
                named.append((found.index(draft), token.lemma))
                taken.update(range(token.index, title.last))
        for token, number in bare_heads(phrases, named, taken):
            if found[number].mentions[0].start < token.start:
                found[number].add(token.start, token.stop, "role")
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
        self, document: Document, found: list[DocumentDraft], head: DocumentHead, title: Title
    ) -> DocumentDraft:
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
        return draft


def _is_typed(head: DocumentHead, token: Token, title: Title) -> bool:
    """Whether its adjectives make it a document of its own: «рамочное соглашение».

    In the plural, and for plans and protocols, the adjective needs a capital: «Киотский протокол».
    """
    if not title.modified:
        return False
    typed = head.kind in ("agreement", "memorandum") and token.feats.get("Number") != "Plur"
    return typed or title.capital
