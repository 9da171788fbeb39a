"""Which nouns head a post: those of the lexicon, their compounds, and trades by their endings."""

from __future__ import annotations

from functools import lru_cache

from ..document import Token
from ..knowledge.professions import ProfessionsLexicon
from ..knowledge.titles import TitlesLexicon
from ..nlp.inflection import inflect
from ..nlp.words import fold, lemmas, parses

_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn"})
_SHORT = 4
_CACHE = 10_000


class PostHeads:
    """Tells heads of posts from other nouns."""

    def __init__(self, titles: TitlesLexicon, professions: ProfessionsLexicon) -> None:
        self._offices = frozenset(titles.heads)
        self._known = self._offices | professions.words
        self._peers = frozenset(titles.peers)
        self._verbal = frozenset(titles.instrumental) & self._offices
        self._prefixes = tuple(titles.prefixes)
        self._suffixes = tuple(professions.suffixes)
        self._not = frozenset(professions.no_professions)
        self._descriptions = frozenset(professions.descriptions)
        self._told = self._descriptions | self._peers
        self._no_trades = self._not | self._descriptions
        self._is_compound = lru_cache(maxsize=_CACHE)(self._read_compound)
        self._participle = lru_cache(maxsize=_CACHE)(self._read_participle)

    def is_head(self, token: Token) -> bool:
        """Whether the lexicon knows the noun, or what it is compounded of, as a post."""
        if token.pos == "VERB" or token.lemma.endswith("ть"):
            return bool(self._noun(token))
        if token.pos == "ADJ" and token.rel == "amod":
            return False
        return token.pos in ("NOUN", "PROPN", "ADJ", "X") and (
            token.lemma in self._known or self._is_compound(token.lemma)
        )

    def is_description(self, token: Token) -> bool:
        """Whether the noun tells of a person but names no post: «основатель», «чемпион»."""
        return token.pos in ("NOUN", "PROPN") and token.lemma in self._told

    def is_peer(self, token: Token) -> bool:
        """Whether the noun stands for the holder of the like post: «омский коллега»."""
        return token.lemma in self._peers

    def is_office(self, token: Token) -> bool:
        """Whether a region can own it: a governor is of a region, a singer only from one."""
        lemma = self.lemma(token)
        if lemma in self._peers:
            return True
        parts = {lemma, *lemma.split("-"), *(lemma.removeprefix(p) for p in self._prefixes)}
        return bool(parts & self._offices) or any(lemmas(p) & self._offices for p in parts)

    def lemma(self, token: Token) -> str:
        """The lemma of a head, of the noun where the tagger took it for a participle."""
        return self._noun(token) or token.lemma

    def _noun(self, token: Token) -> str:
        """«управляющий» of «управляющий банком», which the tagger takes for a participle."""
        verbal = token.feats.get("VerbForm") == "Part" or token.pos == "NOUN"
        if not verbal or not token.lemma.endswith("ть"):
            return ""
        form = self._participle(token.text)
        return form if token.pos == "NOUN" or form in self._verbal else ""

    def _read_participle(self, word: str) -> str:
        for parse in parses(word):
            form = inflect(parse, "nomn", "sing") if parse.tag.POS == "PRTF" else None
            if form is not None and fold(form) in self._offices:
                return fold(form)
        return ""

    def is_trade(self, token: Token) -> bool:
        """Whether the ending says so: «вирусолог», «флорболистка»; sure only beside a name."""
        left = self._no_trades
        if token.pos != "NOUN" or not token.text.islower() or token.lemma in left:
            return False
        last = token.lemma.rpartition("-")[2]
        if len(last) <= _SHORT or not last.endswith(self._suffixes) or last in left:
            return False
        reading = parses(token.text)[0].tag
        return "anim" in reading and not any(n in reading for n in _NAMES)

    def _read_compound(self, lemma: str) -> bool:
        """«экс-глава», «замминистра», «актер-комик»."""
        if "-" in lemma and any(part in self._known for part in lemma.split("-")):
            return True
        for prefix in self._prefixes:
            rest = lemma.removeprefix(prefix)
            if rest != lemma and len(rest) >= _SHORT and lemmas(rest) & self._known:
                return True
        return False
