"""Posts in the text: «временно исполняющий обязанности губернатора Магаданской области».

A post is read from its head to the right: what it governs (genitives, «по» with a dative), then
whose it is (the region or body named there); and to the left: adjectives and words of acting or
former holders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..document import Document, Token
from ..drafts import EntityDraft, OrganizationDraft, RegionDraft
from ..knowledge.titles import TitlesLexicon
from ..nlp.words import fold, like, parses

_GOVERNED = 6
_QUOTES = frozenset('«»"“”„')
_ACTING = re.compile(
    r"(?:^|[\s(])((?:и\.\s?о\.|врио|врип|(?:временно\s+)?исполняющ\w+ обязанности)\s*)$", re.I
)
_CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}


@dataclass(eq=False)
class Post:
    """Tokens ``[first, last)`` of a post with its owner; the title ends at ``title_last``."""

    first: int
    last: int
    title_last: int
    head: int
    title: str
    start: int
    of: list[EntityDraft] = field(default_factory=list)
    generic: str = ""
    acting: bool = False
    former: bool = False
    plural: bool = False


class PostReader:
    """Finds the posts of one document."""

    def __init__(self, document: Document, lexicon: TitlesLexicon) -> None:
        self._document = document
        self._tokens = document.tokens
        self._heads = frozenset(lexicon.heads) - frozenset(lexicon.no_titles)
        self._prefixes = tuple(lexicon.prefixes)
        self._modifiers = frozenset(lexicon.modifiers)
        self._acting = frozenset(lexicon.acting)
        self._former = frozenset(lexicon.former)
        self._generic = frozenset(lexicon.generic_owners)
        self._owners, self._adjectives = self._index()

    def find(self) -> Iterator[Post]:
        """Every post, in text order; a post inside another's title is not given."""
        index, count = 0, len(self._tokens)
        while index < count:
            if self.is_head(self._tokens[index]) and index not in self._inside:
                post = self._read(index)
                yield post
                index = max(post.last, index + 1)
            else:
                index += 1

    def is_head(self, token: Token) -> bool:
        """Whether a token can head a post."""
        if token.pos not in ("NOUN", "PROPN", "ADJ", "X"):
            return False
        lemma = token.lemma
        if lemma in self._heads:
            return True
        return any(lemma.startswith(p) and lemma[len(p) :] in self._heads for p in self._prefixes)

    def _index(self) -> tuple[dict[int, tuple[int, EntityDraft]], dict[int, RegionDraft]]:
        """Owners by the token they start at (the longest), and regions in adjectives."""
        owners: dict[int, tuple[int, EntityDraft]] = {}
        adjectives: dict[int, RegionDraft] = {}
        self._inside: set[int] = set()
        # «администрация президента США Барака Обамы»: the post inside is the name's.
        names = {
            self._document.token_range(n.start, n.stop)[0]
            for n in self._document.names
            if n.type == "PER"
        }
        for entity, mention in self._document.mentions():
            first, last = self._document.token_range(mention.start, mention.stop)
            if mention.kind == "adjective" and isinstance(entity, RegionDraft):
                adjectives[first] = entity
            elif isinstance(entity, (RegionDraft, OrganizationDraft)) and first < last:
                if last > owners.get(first, (0, entity))[0]:
                    owners[first] = last, entity
                if isinstance(entity, OrganizationDraft) and last not in names:
                    self._inside.update(range(first, last))
        return owners, adjectives

    def _read(self, head: int) -> Post:
        tokens = self._tokens
        first, of = self._leftward(head)
        title_last, last, owners, generic = self._rightward(head)
        start = tokens[first].start
        acting = _ACTING.search(self._document.text[max(0, start - 45) : start])
        if acting:
            start -= len(acting.group(1))
            first = self._document.token_range(start, start + 1)[0]
        lemmas = {t.lemma for t in tokens[first:head]}
        return Post(
            first=first,
            last=last,
            title_last=title_last,
            head=head,
            title=self._title(head, title_last, first),
            start=start,
            of=[*owners, *(o for o in of if o not in owners)],
            generic=generic,
            acting=bool(acting) or bool(lemmas & self._acting) or tokens[head].lemma == "врио",
            former=bool(lemmas & self._former) or tokens[head].lemma.startswith("экс-"),
            plural=tokens[head].feats.get("Number") == "Plur",
        )

    def _leftward(self, head: int) -> tuple[int, list[EntityDraft]]:
        tokens, first, of = self._tokens, head, list[EntityDraft]()
        while first > 0 and tokens[first - 1].sentence == tokens[head].sentence:
            token = tokens[first - 1]
            if first - 1 in self._adjectives:
                of.append(self._adjectives[first - 1])
            elif token.lemma not in self._modifiers or not self._agrees(token, tokens[head]):
                break
            first -= 1
        while first < head and tokens[first].lemma == "и":
            first += 1
        return first, of

    def _agrees(self, token: Token, head: Token) -> bool:
        if token.pos in ("CCONJ", "ADV", "NOUN"):
            return True
        case = token.feats.get("Case")
        return case is None or case == head.feats.get("Case") or token.text[0].isupper()

    def _rightward(self, head: int) -> tuple[int, int, list[EntityDraft], str]:
        """``(title's end, phrase's end, owners, generic owner)`` of the post headed here."""
        tokens = self._tokens
        at = title_last = head + 1
        of: list[EntityDraft] = []
        generic = ""
        steps = 0
        while at < len(tokens) and tokens[at].sentence == tokens[head].sentence:
            token = tokens[at]
            quoted = token.text in _QUOTES and self._owner(at + 1) is not None
            owner = self._owner(at + 1 if quoted else at)
            if owner is not None:
                at, entity = owner
                if of and isinstance(of[-1], RegionDraft) and isinstance(entity, RegionDraft):
                    break
                of.append(entity)
                if quoted and at < len(tokens) and tokens[at].text in _QUOTES:
                    at += 1
                at = self._joined_owners(at, of)
            elif token.text == "(" and not of:
                closing = self._bracket(at)
                if closing == at:
                    break
                at = title_last = closing
            elif not of and steps < _GOVERNED and self._governed(at):
                at += 1
                steps += 1
                if token.pos != "ADP":
                    title_last = at
                    if token.lemma in self._generic and token.pos == "NOUN":
                        generic = token.lemma
            else:
                break
        at = self._posting(at, of)
        last = max(at, title_last) if of else title_last
        return title_last, last, of, generic

    def _owner(self, at: int) -> tuple[int, EntityDraft] | None:
        """The region or body that starts here, an adjective of a region before it included."""
        if at in self._owners:
            return self._owners[at]
        if at in self._adjectives and at + 1 in self._owners:
            return self._owners[at + 1]
        return None

    def _joined_owners(self, at: int, of: list[EntityDraft]) -> int:
        """«президенты России и Турции»: the second owner too."""
        if at < len(self._tokens) and self._tokens[at].lemma == "и":
            second = self._owner(at + 1)
            if second is not None and type(second[1]) is type(of[-1]):
                of.append(second[1])
                return second[0]
        return at

    def _posting(self, at: int, of: list[EntityDraft]) -> int:
        """«посол Вьетнама в России»: where he is sent belongs to the phrase, not to the owners."""
        tokens = self._tokens
        if of and at + 1 < len(tokens) and tokens[at].lemma in ("в", "во"):
            owner = self._owner(at + 1)
            if owner is not None and isinstance(owner[1], RegionDraft):
                return owner[0]
        return at

    def _governed(self, at: int) -> bool:
        """Whether a token goes on with the title: genitives, or «по» with its dative."""
        token = self._tokens[at]
        before = self._tokens[at - 1]
        case = token.feats.get("Case")
        if token.pos == "ADP":
            following = self._tokens[at + 1] if at + 1 < len(self._tokens) else None
            return token.lemma == "по" and following is not None and _case(following) == "Dat"
        if token.pos in ("NOUN", "ADJ", "DET") and token.text[0].islower():
            if before.pos == "ADP" or case == "Dat":
                return case == "Dat" and self._after_po(at)
            return case == "Gen" or _only_genitive(token)
        if token.lemma == "и" and at + 1 < len(self._tokens):
            following = self._tokens[at + 1]
            same = _case(following) == _case(before) and _case(before) in ("Gen", "Dat")
            lower = following.text[0].islower() and following.pos in ("NOUN", "ADJ")
            return same and lower and not self.is_head(following)
        return token.pos in ("NOUN", "PROPN", "ADJ") and case == "Gen" and self._is_office(token)

    def _is_office(self, token: Token) -> bool:
        """Capitalized words of a title: «заместитель Премьер-министра»."""
        return self.is_head(token) or token.lemma in self._generic

    def _after_po(self, at: int) -> bool:
        for token in reversed(self._tokens[max(0, at - 5) : at]):
            if token.lemma == "по":
                return True
            if token.pos not in ("ADJ", "NOUN", "CCONJ"):
                return False
        return False

    def _bracket(self, at: int) -> int:
        for index in range(at + 1, min(at + 4, len(self._tokens))):
            if self._tokens[index].text == ")":
                return index + 1
        return at

    def _title(self, head: int, last: int, first: int) -> str:
        """The post in the nominative: adjectives and head inflected, what follows as written."""
        tokens = self._tokens
        gender = tokens[head].feats.get("Gender", "")
        words = [
            _nominative(t, gender)
            for t in tokens[first:head]
            if t.lemma not in self._acting
            and t.lemma not in self._former
            and t.index not in self._adjectives
            and t.lemma not in ("обязанность", "обязанности", "и", "вновь")
            and t.pos == "ADJ"
        ]
        words.append(_nominative(tokens[head], gender))
        tail = [t.text for t in tokens[head + 1 : last] if t.text not in "()"]
        return " ".join([*words, *tail])


def _only_genitive(token: Token) -> bool:
    """Whether the dictionary reads the form as a genitive and never as the tagger's case."""
    cases = {str(p.tag.case) for p in parses(token.text) if p.is_known}
    return "gent" in cases and _CASES.get(_case(token), "") not in cases


def _case(token: Token) -> str:
    return token.feats.get("Case", "")


def _nominative(token: Token, gender: str) -> str:
    """A word of a title in the nominative singular, lower case but for abbreviations."""
    if token.pos == "NOUN" or token.text.isupper():
        return token.lemma if not token.text.isupper() else token.text
    wanted = {"Fem": "femn", "Masc": "masc"}.get(gender, "masc")
    for parse in parses(token.text):
        if parse.tag.POS in ("ADJF", "PRTF"):
            form = parse.inflect({"nomn", "sing", wanted})
            if form is not None:
                return str(form.word)
    return like(fold(token.lemma), token.lemma)
