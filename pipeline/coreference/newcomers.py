"""A post told before its holder: «с главой банка. Анна Ким вступила в эту должность в мае»."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document, Sentence, Token
from ..drafts import PersonDraft, RoleDraft
from ..knowledge.titles import TitlesLexicon
from ..persons.holding import hold
from .holders import Holders

_THIS = frozenset({"этот", "данный", "сей", "свой"})
_STARTING = frozenset(
    {"приступить", "приступать", "вступить", "назначить", "утвердить", "работать"}
)
_TASKS = frozenset({"работа", "обязанность", "исполнение", "должность", "пост"})
_NEW = frozenset({"новый", "назначить", "избрать", "назначенный", "избранный"})
_BEFORE = 3


class NewcomerLinker:
    """Gives the person whom a sentence says to be in «эта должность» the post told just before."""

    def __init__(self, lexicon: TitlesLexicon) -> None:
        self._offices = frozenset(lexicon.offices)

    def link(self, document: Document, holders: Holders) -> None:
        """For each sentence behind a post that has no name."""
        for role in document.roles:
            if role.person is not None or role.plural or role.former or role.attached:
                continue
            here = document.sentence_at(role.start)
            if here is None or here.index + 1 >= len(document.sentences):
                continue
            following = document.sentences[here.index + 1]
            person = self._newcomer(document, holders, following, is_new=_is_new(document, role))
            if person is not None and self._is_last(document, role, here):
                role.person = person
                hold(person, role)
                document.note("coreference", role.start, role.stop, f"post of {person.name}")

    def _is_last(self, document: Document, role: RoleDraft, sentence: Sentence) -> bool:
        """Whether no other post without a name stands between it and the end of its sentence."""
        return not any(
            r is not role and role.stop <= r.start < sentence.stop and r.person is None
            for r in document.roles
        )

    def _newcomer(
        self, document: Document, holders: Holders, sentence: Sentence, *, is_new: bool
    ) -> PersonDraft | None:
        """The one person without a post who is said to be, or to start, in «эта должность»."""
        for verb in self._verbs(document, holders, sentence, is_new=is_new):
            indices = [*holders.subjects(verb), *holders.objects(verb)]
            people = [p for i in indices if (p := holders.person(i)) is not None]
            found = [p for p in dict.fromkeys(people) if not p.positions]
            if len(found) == 1:
                return found[0]
        return None

    def _verbs(
        self, document: Document, holders: Holders, sentence: Sentence, *, is_new: bool
    ) -> Iterator[Token]:
        for token in document.sentence_tokens(sentence):
            head = holders.tree.head(token.index)
            if head is None or head.pos != "VERB":
                continue
            children = {t.lemma for t in holders.tree.children(token.index)}
            started = is_new and token.lemma in _TASKS and head.lemma in _STARTING
            if started or (token.lemma in self._offices and children & _THIS):
                yield head


def _is_new(document: Document, role: RoleDraft) -> bool:
    """«с новым консулом», «с назначенным в мае послом»."""
    first = document.token_range(role.start, role.start + 1)[0]
    last = document.token_range(role.start, role.stop)[1]
    return any(t.lemma in _NEW for t in document.tokens[max(0, first - _BEFORE) : last])
