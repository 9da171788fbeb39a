"""Who holds what: the persons of a document by token, and the subject a clause leaves out."""

from __future__ import annotations

from ..document import Document, Token
from ..drafts import PersonDraft, RoleDraft
from ..frames.clause import Clauses
from ..nlp.tree import Tree

BACK = 2
"""How many sentences back a dropped subject is looked for."""

_NAMED = ("appos", "flat:name", "flat")
_SUBJECT = ("nsubj", "nsubj:pass", "root")
_GENDERS = {"Masc": "m", "Fem": "f"}


class Holders:
    """One document with its clauses, and the person behind each token."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.tree = Tree.of(document)
        self.clauses = Clauses(document, self.tree)
        self._persons: dict[int, PersonDraft] = {}
        for role in document.roles:
            if role.attached and role.person is not None:
                self._mark(role.start, role.stop, role.person)
        for person in document.people():
            for mention in person.mentions:
                self._mark(mention.start, mention.stop, person)

    def _mark(self, start: int, stop: int, person: PersonDraft) -> None:
        for index in range(*self.document.token_range(start, stop)):
            self._persons[index] = person

    def subjects(self, verb: Token) -> list[int]:
        """Who does it; for a participle the parser has lost, the name before its comma."""
        found = [self._before_comma(i) for i in self.clauses.subjects(verb.index)]
        return found or self._beside(verb)

    def objects(self, verb: Token) -> list[int]:
        """To whom it is done: by the tree, else the nominative before a passive."""
        stated = self.clauses.objects(verb.index)
        if not stated:
            children = self.tree.children(verb.index, "nsubj", "obj", "iobj")
            stated = [t.index for t in children]
        return stated or self._beside(verb)

    def _before_comma(self, index: int) -> int:
        """The person right before a relative clause that the parser has left hanging."""
        at = index - 2
        hangs = self.tokens[index].lemma == "который" and self.tokens[index - 1].text == ","
        return at if hangs and at in self._persons else index

    def _beside(self, verb: Token) -> list[int]:
        """The person named before a participle in its case, only adverbs and a comma between.

        A short participle («назначен») takes a nominative.
        """
        wanted = "Nom" if verb.feats.get("Variant") == "Short" else verb.feats.get("Case")
        if verb.feats.get("VerbForm") != "Part" or wanted is None:
            return []
        at = verb.index - 1
        while at >= 0 and (self.tokens[at].pos == "ADV" or self.tokens[at].text == ","):
            at -= 1
        near = at >= 0 and self.tokens[at].sentence == verb.sentence and at in self._persons
        return [at] if near and self.tokens[at].feats.get("Case") == wanted else []

    def is_subjectless(self, verb: Token) -> bool:
        """A verb of the third person with nobody named: «В 2005 году стала ректором, избрана …»."""
        finite = verb.feats.get("VerbForm") == "Fin" or verb.feats.get("Variant") == "Short"
        if not finite or verb.feats.get("Person", "3") != "3":
            return False
        return not self.tree.children(verb.index, "nsubj", "nsubj:pass") and (
            verb.rel in ("root", "conj")
        )

    def topic(self, offset: int, gender: str, *, back: int = BACK) -> PersonDraft | None:
        """The subject of this sentence or of the nearest of those before that has one."""
        sentence = self.document.sentence_at(offset)
        if sentence is None:
            return None
        for at in range(sentence.index, max(-1, sentence.index - 1 - back), -1):
            other = self.document.sentences[at]
            found = {
                id(person): person
                for index in range(other.first, other.last)
                if (person := self._persons.get(index)) is not None
                and self.tokens[index].start < offset
                and self.tokens[index].rel in _SUBJECT
                and person.gender in (_GENDERS.get(gender, person.gender), "")
            }
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
        return None

    def person(self, index: int) -> PersonDraft | None:
        """Who the noun phrase at a token is, its apposition looked at too."""
        if index in self._persons:
            return self._persons[index]
        for child in self.tree.children(index, *_NAMED):
            if child.index in self._persons:
                return self._persons[child.index]
        return None

    def head(self, role: RoleDraft) -> Token | None:
        """The head noun of a post, «исполняющий» where it has one before it."""
        for token in self.document.tokens_in(role.title_start, role.title_stop):
            if token.pos in ("NOUN", "PROPN", "X") or token.lemma.startswith("исполн"):
                return token
        return None
