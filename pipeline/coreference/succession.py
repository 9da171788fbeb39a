"""«Анна Ким сменила на посту министра спорта Олега Лаптева»: both have had the post, he no more."""

from __future__ import annotations

from dataclasses import replace

from ..document import Document, Token
from ..knowledge.titles import TitlesLexicon
from ..persons.holding import hold
from .holders import Holders

_REACH = 4


class SuccessionLinker:
    """Gives the subject of a verb of succession the post told beside whom it succeeds."""

    def __init__(self, lexicon: TitlesLexicon) -> None:
        self._verbs = frozenset(lexicon.succeeding)
        self._offices = frozenset(lexicon.offices)

    def link(self, document: Document, holders: Holders) -> None:
        """For each verb with «на посту» after it and a post held by its object."""
        for verb in document.tokens:
            if verb.lemma in self._verbs and verb.pos == "VERB":
                self._succeed(document, holders, verb)

    def _succeed(self, document: Document, holders: Holders, verb: Token) -> None:
        office = next((t for t in self._after(document, verb) if t.lemma in self._offices), None)
        if office is None:
            return
        role = next((r for r in document.roles if 0 <= r.title_start - office.stop <= 1), None)
        people = [holders.person(i) for i in holders.subjects(verb)]
        heirs = [p for p in people if p is not None]
        if role is None or role.person is None or len(heirs) != 1 or heirs[0] is role.person:
            return
        hold(heirs[0], replace(role, person=heirs[0], former=False, group=[]))
        for position in role.person.positions:
            if position.start == role.title_start:
                position.former = True
        role.former = True

    def _after(self, document: Document, verb: Token) -> list[Token]:
        near = document.tokens[verb.index + 1 : verb.index + 1 + _REACH]
        return [t for t in near if t.sentence == verb.sentence]
