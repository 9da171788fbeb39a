"""Names that the tagger passed over: a given name with a surname, and surnames told elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..document import Document, NameSpan, Token
from ..drafts import OrganizationDraft, PersonDraft, RegionDraft
from ..nlp.words import fold, known_parses, parses
from .heads import PostHeads
from .parts import NameReader
from .words import is_common

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_ENDINGS = frozenset(
    {"", "а", "у", "ом", "ем", "е", "ой", "ы", "ым", "ых", "ыми", "и", "ю", "я", "ей", "ого", "ому"}
    | {"ями", "ам", "ами", "ах", "ую", "ая", "его", "ему", "им", "их"}
)
_VOWELS = "аеёиоуыэюяйь"
_STEM = 3
_NAME = 2
_SURNAME = re.compile(r"(?:[оеё]в|[иы]н)(?:ой|ым)$|ск(?:ой|им)$")


def full_names(
    document: Document, spans: list[NameSpan], reader: NameReader, heads: PostHeads
) -> list[NameSpan]:
    """A known given name and the capitals after it, or two capitals right after a post."""
    taken = named_tokens(document, spans)
    found: list[NameSpan] = []
    tokens = document.tokens
    posts = _PostsBefore(document, heads)
    for token in tokens:
        if token.index in taken or not _is_capitalized(token):
            continue
        titled = posts.at(token)
        if not reader.is_given(token) and (not titled or is_common(token)):
            continue
        last = _reach(tokens, token.index, taken, reader)
        agrees = last > token.index and _may_agree(token, tokens[last])
        if agrees and not _is_title(tokens, token.index, last):
            stop = tokens[last].stop
            found.append(NameSpan(token.start, stop, "PER", document.text[token.start : stop]))
            taken.update(range(token.index, last + 1))
    return found


class _PostsBefore:
    """Whether a post stands right before a word, its owner between or not."""

    def __init__(self, document: Document, heads: PostHeads) -> None:
        self._tokens, self._heads = document.tokens, heads
        self._named = {document.token_range(n.start, n.stop)[0] for n in document.names}
        self._owners: dict[int, int] = {}
        for entity, mention in document.mentions():
            if isinstance(entity, (RegionDraft, OrganizationDraft)):
                first, last = document.token_range(mention.start, mention.stop)
                self._owners[last] = min(first, self._owners.get(last, first))

    def at(self, token: Token) -> bool:
        """«Министр Акмаль Саидов», «глава МИД Мали Абдулай Диоп»."""
        at = token.index
        if at in self._owners and at not in self._named:
            at = self._owners[at]
        before = self._tokens[at - 1] if at else None
        if before is None or not before.text.islower():
            return False
        return self._heads.is_head(before) or self._is_of_owner(token, before)

    def _is_of_owner(self, name: Token, owner: Token) -> bool:
        """«с руководителем института Чынарой Сатыбалдиевой»: the name goes with the post."""
        post = self._tokens[owner.index - 1] if owner.index else None
        case = name.feats.get("Case")
        if post is None or owner.feats.get("Case") != "Gen" or case not in ("Ins", "Dat"):
            return False
        return self._heads.is_head(post) and post.feats.get("Case") == case


def known_names(document: Document, people: Iterable[PersonDraft]) -> None:
    """Add mentions by a surname or given name that the article tells elsewhere, in any case."""
    taken = _taken(document)
    known = list(people)
    for token in document.tokens:
        if token.index in taken or not _is_capitalized(token) or token.pos not in ("PROPN", "NOUN"):
            continue
        found = [p for p in known if _is_form(token, p)]
        if not found and not _goes_on(document.tokens, token.index):
            found = [p for p in known if _is_given(token, p)]
        if len(found) == 1:
            found[0].add(token.start, token.stop)


def release(document: Document, reader: NameReader) -> None:
    """Take given names out of places: «министр республики Анна Костюк» is no «республика Анна».

    A mention of a place outside the registry goes where it runs into the tagger's person.
    """
    starts = {document.token_range(n.start, n.stop)[0] for n in document.names if n.type == "PER"}
    for region in document.regions():
        if _is_registered(region):
            continue
        for mention in list(region.mentions):
            first, last = document.token_range(mention.start, mention.stop)
            inner = document.tokens[first + 1 : last]
            if any(t.index in starts and reader.is_given(t) for t in inner):
                region.mentions.remove(mention)
        if not region.mentions:
            document.entities.remove(region)
    _release_bodies(document)


def _release_bodies(document: Document) -> None:
    """«с руководителем института Чынарой Сатыбалдиевой»: no body declines as a person does."""
    for body in document.organizations():
        for mention in list(body.mentions):
            words = document.tokens_in(mention.start, mention.stop)
            declined = len(words) == _NAME and all(t.feats.get("Case") == "Ins" for t in words)
            if declined and _SURNAME.search(words[-1].folded) and _is_capitalized(words[0]):
                body.mentions.remove(mention)
        if not body.mentions:
            document.entities.remove(body)


def reclaim(document: Document, spans: list[NameSpan]) -> list[NameSpan]:
    """Places that are nobody's in the registry and bear a surname of the article: people.

    «Говорили о Свиридове» is tagged as a place though Егор Свиридов is named above. Such regions
    are taken out of the document, their mentions returned as spans of names.
    """
    last_words = [document.tokens_in(s.start, s.stop)[-1] for s in spans if " " in s.text]
    stems = {_stem(fold(t.text)) for t in last_words}
    found = []
    for region in document.regions():
        known = _is_registered(region) or region.level != "other"
        ends = [document.tokens_in(m.start, m.stop) for m in region.mentions]
        if known or not all(e and _stem(fold(e[-1].text)) in stems for e in ends):
            continue
        document.entities.remove(region)
        for tokens in ends:
            if len(tokens) > 2:
                tokens = tokens[-2:]
            if len(tokens) == 2 and is_common(tokens[0]):
                tokens = tokens[1:]
            start, stop = tokens[0].start, tokens[-1].stop
            found.append(NameSpan(start, stop, "PER", document.text[start:stop]))
    return found


def _is_registered(region: RegionDraft) -> bool:
    return bool(region.code or region.okato or region.wikidata)


def _stem(word: str) -> str:
    """What is left of a surname without the ending of its case."""
    for ending in sorted(_ENDINGS, key=len, reverse=True):
        stem = word.removesuffix(ending)
        if ending and stem != word and len(stem) > _STEM:
            return stem
    return word


def named_tokens(document: Document, spans: list[NameSpan]) -> set[int]:
    """The tokens that an entity found so far or one of ``spans`` names."""
    return _taken(document).union(*(range(*document.token_range(s.start, s.stop)) for s in spans))


def _taken(document: Document) -> set[int]:
    return {
        i
        for _, mention in document.mentions()
        for i in range(*document.token_range(mention.start, mention.stop))
    }


def _reach(tokens: list[Token], at: int, taken: set[int], reader: NameReader) -> int:
    """The last token of the name that starts here."""
    last = at
    for token in tokens[at + 1 : at + 5]:
        if token.index in taken or token.sentence != tokens[at].sentence:
            break
        if token.start - tokens[token.index - 1].stop != 1:
            break
        named = token.pos == "PROPN" and token.rel in ("flat:name", "flat")
        capital = _is_capitalized(token) and (named or not is_common(token))
        if capital or (last > at and reader.closes(token)):
            last = token.index
        elif not reader.is_particle(token) or token.index - last > 1:
            break
    return last


def _is_capitalized(token: Token) -> bool:
    word = token.text
    return len(word) >= _STEM and word[0].isupper() and not word.isupper() and fold(word)[0] >= "а"


def _may_agree(first: Token, last: Token) -> bool:
    """Whether some case suits both: not «Роман Толстого»."""
    given = {str(p.tag.case) for p in parses(first.text) if "Name" in p.tag} or set(_CASES)
    # «Мингалиев» is no plural of Мингалий behind a given name.
    known = [p for p in known_parses(last.text) if "plur" not in p.tag]
    surname = {str(p.tag.case) for p in known if p.tag.case} or set(_CASES)
    return bool(given & surname)


def _is_title(tokens: list[Token], first: int, last: int) -> bool:
    """The whole name in quotation marks is a ship or a book: «Анна Каренина»."""
    before = tokens[first - 1].text if first else ""
    after = tokens[last + 1].text if last + 1 < len(tokens) else ""
    return before in ("«", '"', "“", "„") and after in ("»", '"', "”", "“")


def _is_form(token: Token, person: PersonDraft) -> bool:
    """Whether the word can be the person's surname in some case."""
    if not person.last or person.last.endswith("."):
        return False
    last = fold(person.last.split()[-1])
    fixed = person.gender == "f" and last[-1] not in _VOWELS
    return _inflects(token, last, fixed=fixed)


def _is_given(token: Token, person: PersonDraft) -> bool:
    """Whether the word can be the person's given name in some case."""
    if not person.first or person.first.endswith("."):
        return False
    return _inflects(token, fold(person.first), fixed=False)


def _inflects(token: Token, name: str, *, fixed: bool) -> bool:
    word = fold(token.text)
    if word == name:
        return True
    stem = name.rstrip(_VOWELS) if name[-1] in _VOWELS else name
    common = is_common(token) and token.pos != "PROPN"
    if fixed or len(stem) < _STEM or not word.startswith(stem) or common:
        return False
    return word[len(stem) :] in _ENDINGS and len(word) >= len(name)


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether a capital stands right beside: the word is part of another name."""
    beside = [*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2]]
    return any(t.text[0].isupper() and t.sentence == tokens[at].sentence for t in beside)
