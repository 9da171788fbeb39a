"""Surnames alone that the tagger passed over: «Лукашенко принял посла», «Лавров и Рубио обсудили».

The tagger of names needs more words than one where a sentence opens with a surname. The tagger of
parts of speech knows such a word for the name of somebody, and the parser makes it the subject.
"""

from __future__ import annotations

from ..document import Document, NameSpan, Token
from ..nlp.tree import is_finite
from ..nlp.words import fold, known_parses, parses
from .heads import PostHeads
from .words import is_common

_LEAST = 4
_LONGEST = 12
_SUBJECTS = ("nsubj", "nsubj:pass")
_OF_A_NOUN = ("nmod", "amod", "det", "nummod", "appos", "flat:name", "flat")
_TRADES = (
    "тель", "ник", "ница", "ист", "истка", "тка", "нка", "лка", "ец", "ица", "лог", "граф", "мен",
    "ер", "ерша", "щик", "щица", "чик", "ость", "ние", "ент", "ция",
)  # fmt: skip
"""Ends of words for what somebody is, which a writer may put in capitals or misspell."""
_FAMILY = ("ов", "ев", "ин", "ын")
_NO_NOUNS = frozenset({"VERB", "PRTF", "INFN"})


def lone_surnames(document: Document, taken: set[int], heads: PostHeads) -> list[NameSpan]:
    """Single capitals that are the subject of a finite verb and no common word.

    ``taken`` are the tokens that have a name already; they are left alone.
    """
    found = []
    for token in document.tokens:
        if token.index in taken or token.pos != "PROPN" or heads.is_head(token):
            continue
        if not (_may_be_surname(document, token) and _is_subject(document.tokens, token)):
            continue
        if _is_place(document, token):
            continue
        sentence = document.sentence_tokens(document.sentences[token.sentence])
        if not any(t.head == token.index and t.rel in _OF_A_NOUN for t in sentence):
            found.append(NameSpan(token.start, token.stop, "PER", token.text))
    return found


def _is_place(document: Document, token: Token) -> bool:
    """«власти аймака Хувсгел … Хувсгел поставит»: a place told before by its noun."""
    return any(
        t.folded == token.folded
        for region in document.regions()
        for mention in region.mentions
        for t in document.tokens_in(mention.start, mention.stop)
    )


def _may_be_surname(document: Document, token: Token) -> bool:
    word = token.text
    if len(word) < _LEAST or not (word.isalpha() and word.istitle()):
        return False
    if token.feats.get("Number") == "Plur" or token.feats.get("Case") != "Nom":
        return False
    if token.feats.get("Animacy") != "Anim" or _may_be_a_thing(token):
        return False
    beside = document.tokens[max(0, token.index - 1) : token.index]
    beside += document.tokens[token.index + 1 : token.index + 2]
    if any(t.sentence == token.sentence and not _is_small(t) for t in beside):
        return False
    if known := known_parses(word):
        named = any(p.tag.case == "nomn" and "sing" in p.tag for p in known)
        return named or fold(word).endswith(_FAMILY)
    # No misspelt or coined word: «Оцепленными», «Спорстмен», «открылся Энерготехнохаб».
    coined = parses(word)[0].tag.POS in _NO_NOUNS or fold(word).endswith(_TRADES)
    return not coined and len(word) <= _LONGEST and token.index < token.head


def _may_be_a_thing(token: Token) -> bool:
    """Whether a common word may stand so: not «Токаев», which is «токай» in the plural."""
    known = known_parses(token.text)
    return is_common(token) and any(p.tag.case == "nomn" for p in known)


def _is_small(token: Token) -> bool:
    """Whether a neighbour is no part of a longer name or title."""
    return token.text[0].islower() or token.text in (",", ".", ":", "(", ")", "—", "–")


def _is_subject(tokens: list[Token], token: Token) -> bool:
    """Whether a finite verb has it for its subject, alone or joined to another."""
    while token.rel == "conj" and token.head >= 0:
        token = tokens[token.head]
    return token.rel in _SUBJECTS and token.head >= 0 and is_finite(tokens[token.head])
