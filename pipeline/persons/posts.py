"""Posts in the text: «временно исполняющий обязанности губернатора Магаданской области».

A post is read from its head to the right (``tails``) and to the left: adjectives of the title,
words on its holder («новый», «бывший»), the region in an adjective, and acting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..document import Document, Token
from ..drafts import EntityDraft, RegionDraft
from ..knowledge.titles import TitlesLexicon
from ..nlp.plural import opens_as_plural
from ..nlp.words import UD_CASES, parses
from .heads import PostHeads
from .tails import TailReader
from .titles import nominative_title

_ACTING = re.compile(
    r"(?:^|[\s(«])((?:и\.\s?о\.|врио|врип|(?:временно\s+)?исполняющ\w+ обязанности)\s*)$", re.I
)
_ACTING_REACH = 45
_NO_TITLE = frozenset({"обязанность", "обязанности"})


@dataclass(eq=False)
class Post:
    """Tokens ``[first, last)`` of a post with its owner and epithets.

    The title alone is at ``[title_start, title_last)``, the first an offset, the second a token.
    ``weak`` ones count only beside a name; those that are no posts are descriptions
    («основатель»). ``case`` is empty where the text does not show it.
    """

    first: int
    last: int
    title_last: int
    head: int
    title: str
    start: int
    title_start: int
    of: list[EntityDraft] = field(default_factory=list)
    generic: str = ""
    acting: bool = False
    former: bool = False
    plural: bool = False
    weak: bool = False
    is_post: bool = True
    case: str = ""


class PostReader:
    """Finds the posts of one document."""

    def __init__(self, document: Document, lexicon: TitlesLexicon, heads: PostHeads) -> None:
        self._document = document
        self._tokens = document.tokens
        self._heads = heads
        self._modifiers = frozenset(lexicon.modifiers)
        self._epithets = frozenset(lexicon.epithets)
        self._acting = frozenset(lexicon.acting)
        self._former = frozenset(lexicon.former)
        self._tails = TailReader(document, lexicon, heads)

    def find(self) -> Iterator[Post]:
        """Every post, in text order; a post inside another's title is not given."""
        index, count = 0, len(self._tokens)
        while index < count:
            token = self._tokens[index]
            known = self.is_head(token)
            says = not known and self._heads.is_description(token)
            reads = known or says or self._heads.is_trade(token)
            if reads and index not in self._tails.inside and not self._is_idiom(index):
                post = self._read(index)
                post.weak, post.is_post = not known, not says
                if self._heads.is_peer(token) and post.of:
                    post.weak = False
                yield post
                index = max(post.last, index + 1)
            else:
                index += 1

    def is_head(self, token: Token) -> bool:
        """Whether a token can head a post."""
        return self._heads.is_head(token)

    def _is_idiom(self, index: int) -> bool:
        """«во главе» and «в президенты» name no holder."""
        before = self._tokens[index - 1].text.lower() if index else ""
        plural = self._tokens[index].feats.get("Number") == "Plur"
        case = self._tokens[index].feats.get("Case")
        if before == "во" or (before == "в" and plural and case in ("Acc", "Nom")):
            return True
        # «врио губернатора» is read from «губернатора».
        acts = self._tokens[index].lemma in self._acting and index + 1 < len(self._tokens)
        return acts and self.is_head(self._tokens[index + 1])

    def _read(self, head: int) -> Post:
        tokens = self._tokens
        first, title_first, of = self._leftward(head)
        tail = self._tails.read(head)
        start, title_start = tokens[first].start, tokens[title_first].start
        before = tokens[first:head]
        text = self._document.text[max(0, title_start - _ACTING_REACH) : title_start]
        acting = _ACTING.search(text)
        if acting:
            title_start -= len(acting.group(1))
            start = min(start, title_start)
            first = self._document.token_range(start, start + 1)[0]
        one = self._one_of(first)
        lemmas = {t.lemma for t in before}
        many = opens_as_plural(tokens, head, head)
        former = bool(lemmas & self._former) or tokens[head].lemma.startswith("экс-")
        owners = [*tail.of, *(o for o in of if o not in tail.of)]
        if not self._heads.is_office(tokens[head]):
            owners = [o for o in owners if not isinstance(o, RegionDraft)]
        title = [t for t in tokens[title_first:head] if self._is_of_title(t)]
        case = _case(tokens[head if one is None else one])
        if acting:
            # «и.о.» and «врио» have no case to show; «исполняющий обязанности» has its own.
            declined = [t for t in tokens[first:head] if t.lemma.startswith("исполн")]
            case = _case(declined[0]) if declined else ""
        return Post(
            first=first if one is None else one,
            last=tail.last,
            title_last=tail.title_last,
            head=head,
            title=nominative_title(title, tokens[head], tokens[head + 1 : tail.title_last]),
            start=start,
            title_start=title_start,
            of=owners,
            generic=tail.generic,
            acting=bool(acting) or bool(lemmas & self._acting) or tokens[head].lemma == "врио",
            former=former,
            plural=one is None and (_is_plural(tokens[head]) or many),
            case="Nom" if many else case,
        )

    def _one_of(self, first: int) -> int | None:
        """The numeral of «один из директоров»: one person in the numeral's case."""
        if first >= 2 and self._tokens[first - 1].lemma == "из":
            return first - 2 if self._tokens[first - 2].lemma == "один" else None
        return None

    def _is_of_title(self, token: Token) -> bool:
        words = self._acting | self._epithets | _NO_TITLE
        if token.lemma == "и":
            # «чрезвычайный и полномочный посол»
            beside = self._tokens[token.index - 1], self._tokens[token.index + 1]
            return all(t.lemma in self._modifiers for t in beside)
        return token.lemma not in words and token.index not in self._tails.adjectives

    def _leftward(self, head: int) -> tuple[int, int, list[EntityDraft]]:
        """``(phrase's first token, title's first token, owners in adjectives)``."""
        tokens, first, title_first = self._tokens, head, head
        of: list[EntityDraft] = []
        while first > 0 and tokens[first - 1].sentence == tokens[head].sentence:
            token = tokens[first - 1]
            if first - 1 in self._tails.adjectives:
                of.append(self._tails.adjectives[first - 1])
            elif not self._agrees(token, tokens[head]):
                break
            elif token.lemma in self._modifiers and title_first == first:
                title_first = first - 1
            elif token.lemma not in self._epithets and token.pos not in ("ADJ", "CCONJ"):
                break
            first -= 1
        while first < head and tokens[first].lemma == "и":
            first += 1
        return first, max(title_first, first), of

    def _agrees(self, token: Token, head: Token) -> bool:
        if token.pos == "CCONJ":
            # «советский и российский режиссёр», but not «певец и российский режиссёр».
            before, after = self._tokens[token.index - 1], self._tokens[token.index + 1]
            titled = {before.lemma, after.lemma} <= self._modifiers
            return token.lemma == "и" and (titled or before.pos == after.pos == "ADJ")
        if token.lemma in self._modifiers and token.pos in ("ADV", "NOUN"):
            return True
        if token.lemma in self._epithets and token.pos == "ADV":
            return True
        case = token.feats.get("Case")
        return case is None or case == head.feats.get("Case") or token.text[0].isupper()


def _case(token: Token) -> str:
    """The tagger's case, or the dictionary's where the form can never be that one."""
    case = token.feats.get("Case", "")
    readings = [p for p in parses(token.text) if p.tag.POS in ("NOUN", "ADJF", "PRTF", "NUMR")]
    cases = {UD_CASES.get(str(p.tag.case), "") for p in readings if p.is_known} - {""}
    if not case or not cases or case in cases:
        return case
    return cases.pop() if len(cases) == 1 else ""


def _is_plural(token: Token) -> bool:
    """By the tagger, or by the form of a rare word that it misreads («зампредам»)."""
    if token.feats.get("Number") == "Plur":
        return True
    readings = [p for p in parses(token.text) if p.tag.POS == "NOUN"]
    return bool(readings) and all("plur" in p.tag for p in readings)
