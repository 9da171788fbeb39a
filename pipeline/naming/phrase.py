"""How far a name reaches from its head noun.

The tagger's cases are surer than the parser's heads inside long titles, so the extent is read
along the text: adjectives that agree before the head, then a chain of genitives, «по» with a
dative, quotations, places. Every reader takes a token index and gives the index past what it
read, or the same index when there is nothing to read.
"""

from __future__ import annotations

from bisect import bisect_right

from ..document import Document, Token
from ..nlp.words import parses

CLOSING = {"«": "»", "„": "“”", "“": "”“", '"': '"', "”": "”", "‘": "’"}
_QUOTED_MAX = 25
# Of things the two look the same, and the tagger may give one to the adjective, one to the noun.
_SAME_FORM = {"Nom", "Acc"}
GRAMMEMES = {
    "Nom": ("nomn",),
    "Gen": ("gent", "gen2"),
    "Dat": ("datv",),
    "Acc": ("accs", "acc2"),
    "Ins": ("ablt",),
    "Loc": ("loct", "loc2"),
}
_SHARED = frozenset({
    "регион", "сотрудничество", "дружба", "субъект", "город", "народ", "партнерство", "ректор",
    "предприниматель", "парламентарий", "молодежь", "писатель", "журналист",
})  # fmt: skip
"""What two lands can have in common in one name."""
_NOUNS = frozenset({"NOUN", "PROPN", "X", "SYM"})


class NounPhrases:
    """Readers of name parts over one document.

    ``territories`` are nouns that may stand before a region's name: «города Алматы».
    """

    def __init__(self, document: Document, territories: frozenset[str] = frozenset()) -> None:
        self._territories = territories
        self.document = document
        self.tokens = document.tokens
        self.regions: dict[int, int] = {}
        self.people: set[int] = set()
        for region in document.regions():
            for mention in region.mentions:
                first, last = document.token_range(mention.start, mention.stop)
                if mention.kind != "adjective" and first < last:
                    self.regions[first] = max(last, self.regions.get(first, 0))
        for name in document.names:
            if name.type == "PER":
                self.people.update(range(*document.token_range(name.start, name.stop)))
        self._ends = [s.last for s in document.sentences]

    def end_of_sentence(self, index: int) -> int:
        """Index past the last token of the token's sentence."""
        at = bisect_right(self._ends, index)
        return self._ends[at] if at < len(self._ends) else len(self.tokens)

    def start_of_sentence(self, index: int) -> int:
        """Index of the first token of the token's sentence."""
        at = bisect_right(self._ends, index)
        return self._ends[at - 1] if at else 0

    def opens_sentence(self, index: int) -> bool:
        """Whether no word stands before the token in its sentence."""
        start = self.start_of_sentence(index)
        return all(not t.text[0].isalnum() for t in self.tokens[start:index])

    def modifiers(self, head: int) -> int:
        """Index of the first of the adjectives that stand before the head and agree with it."""
        first, begin = head, self.start_of_sentence(head)
        while first > begin and self._agrees(self.tokens[first - 1], self.tokens[head]):
            first -= 1
        return first

    def quotation(self, index: int) -> int:
        """Past the quotation that opens here; inner quotations are counted."""
        if index >= len(self.tokens) or self.tokens[index].text not in CLOSING:
            return index
        opener, end = self.tokens[index].text, self.end_of_sentence(index)
        stack = [CLOSING[opener]]
        for at in range(index + 1, min(end, index + _QUOTED_MAX)):
            text = self.tokens[at].text
            if text in stack[-1]:
                stack.pop()
                # «ООО «Ромашка»: two marks open, one closes both.
                if not stack or (text == "»" and not self._closes_later(at + 1, end)):
                    return at + 1
            elif text in CLOSING and text != '"':
                stack.append(CLOSING[text])
        return index

    def title(self, index: int) -> int:
        """Past a quotation that opens like a name; quoted speech in small letters is none."""
        first = index + 1
        while first < len(self.tokens) and self.tokens[first].text in CLOSING:
            first += 1
        text = self.tokens[first].text if first < len(self.tokens) else ""
        named = text[:1].isupper() or text[:1].isdigit() or (bool(text) and is_latin(text))
        return self.quotation(index) if named else index

    def _closes_later(self, index: int, end: int) -> bool:
        for token in self.tokens[index:end]:
            if token.text == "«":
                return False
            if token.text == "»":
                return True
        return False

    def genitives(self, index: int, *, coordinate: bool = True) -> int:
        """Past a chain of genitives: «промышленности и торговли Самарской области»."""
        at = index
        while (after := self.nominal(at, ("Gen",), coordinate=coordinate)) > at:
            at = after
        return at

    def nominal(self, index: int, cases: tuple[str, ...], *, coordinate: bool = True) -> int:
        """Past one noun in one of the cases with its adjectives, and its coordinated fellows."""
        at = self._single(index, cases)
        if at == index or not coordinate or index in self.regions:
            return at
        return self._fellows(at, cases)

    def by(self, index: int) -> int:
        """Past «по» with a dative and what follows it: «по делам национальностей»."""
        if self._lemma(index) != "по":
            return index
        after = self.nominal(index + 1, ("Dat",))
        return self.genitives(after) if after > index + 1 else index

    def prepositional(self, index: int, preposition: str, cases: tuple[str, ...]) -> int:
        """Past a preposition with a noun in one of the cases and its genitives."""
        if self._lemma(index) != preposition:
            return index
        after = self.nominal(index + 1, cases)
        return self.genitives(after) if after > index + 1 else index

    def region(self, index: int, cases: tuple[str, ...] = ("Gen",)) -> int:
        """Past the region named here in one of the cases (an indeclinable one passes)."""
        last = self.regions.get(index, index)
        if last == index:
            return self._territory(index, cases)
        token = self.tokens[index]
        case = token.feats.get("Case")
        if token.text.isupper() or case is None or case in cases:
            return last
        # The tagger takes «Якутии» of «Минтранс Якутии» for a locative: the form decides.
        return last if any(can_stand_in(token.text, c) for c in cases) else index

    def joined_region(self, at: int, inside: range) -> int:
        """Past «и Узбекистана» of «Совет регионов России и Узбекистана», else ``at``.

        ``inside`` are the tokens read so far: what two lands share stands among them.
        """
        joined = at in range(1, len(self.tokens)) and self.tokens[at].text == "и"
        shared = any(self.tokens[i].lemma in _SHARED for i in inside)
        past = self.region(at + 1) if joined and shared else at
        return past if past > at + 1 else at

    def _territory(self, index: int, cases: tuple[str, ...]) -> int:
        """Past «городского округа Химки», «провинции Хубэй»: the kind of a region and its name."""
        at, end = index, len(self.tokens)
        while at < end and at < index + 2 and self.tokens[at].pos == "ADJ":
            at += 1
        if at >= end or self.tokens[at].lemma not in self._territories:
            return index
        own = self.tokens[at].feats.get("Case") in cases and self.tokens[index].text[0].islower()
        return self.regions.get(at + 1, index) if own else index

    def latin(self, index: int) -> int:
        """Past a run of words in Latin letters with a capital: «Industrial Bank of China»."""
        at, end = index, self.end_of_sentence(index)
        while at < end and is_latin(self.tokens[at].text):
            at += 1
        text = self.tokens[index].text if index < len(self.tokens) else ""
        return at if at > index and (text[0].isupper() or text[0].isdigit()) else index

    def eponym(self, index: int) -> int:
        """Past «имени (им.) Ломоносова», «имени Д. И. Менделеева»."""
        if self._lemma(index) not in {"имя", "им"} or self.tokens[index].text[0].isupper():
            return index
        at, end = index + 1, self.end_of_sentence(index)
        while at < end and (
            self.tokens[at].text == "." or (at - index < 8 and self.tokens[at].text[0].isupper())
        ):
            at += 1
        while self.tokens[at - 1].text == ".":
            at -= 1
        return at if at > index + 1 else index

    def _single(self, index: int, cases: tuple[str, ...], *, loose: bool = False) -> int:
        """Past adjectives and a noun; ``loose`` trusts the form more than the tagger's case."""
        place = self.region(index, cases)
        if place > index:
            return place
        at, end = index, self.end_of_sentence(index)
        while at < end and self._modifier(self.tokens[at], cases, loose):
            at += 1
            # «в торговой, научной и культурной областях»: adjectives in a list of their own.
            joined = at + 1 < end and self.tokens[at].text in {",", "и"}
            if joined and self._modifier(self.tokens[at + 1], cases, loose=True):
                at, loose = at + 1, True
        return at + 1 if at < end and self._noun(at, cases, loose) else index

    def _fellows(self, at: int, cases: tuple[str, ...]) -> int:
        """Past «, B и C» when the list closes with «и»; a list that does not is left alone."""
        reached, closed, end = at, at, self.end_of_sentence(at - 1)
        while reached < end:
            link = self.tokens[reached].text.lower()
            if link not in {",", "и"} or reached + 1 in self.regions:
                break
            if reached + 1 < end and _is_short(self.tokens[reached + 1].text):
                break
            after = self._single(reached + 1, cases, loose=True)
            named = after < end and self.tokens[after].text in CLOSING
            if after == reached + 1 or named:
                break  # «фонда развития и компании «Рассвет»» are two
            after = self._genitives_in_list(after)
            reached = after
            if link == "и":
                closed = reached
        return closed

    def _genitives_in_list(self, at: int) -> int:
        while (after := self._single(at, ("Gen",))) > at:
            at = after
        return at

    def _noun(self, index: int, cases: tuple[str, ...], loose: bool) -> bool:
        token = self.tokens[index]
        if index in self.people or token.pos not in _NOUNS or not token.text[0].isalpha():
            return False
        return self._in_case(token, cases, loose, unknown=token.text.isupper())

    def _modifier(self, token: Token, cases: tuple[str, ...], loose: bool) -> bool:
        if token.index in self.people:
            return False
        if token.pos not in {"ADJ", "VERB", "NUM"} and not _only_adjective(token):
            return False
        if token.pos == "VERB" and token.feats.get("VerbForm") != "Part":
            return False
        return self._in_case(token, cases, loose, unknown=False)

    def _in_case(self, token: Token, cases: tuple[str, ...], loose: bool, unknown: bool) -> bool:
        case = token.feats.get("Case")
        if case is None:
            return unknown
        return case in cases or (loose and any(can_stand_in(token.text, c) for c in cases))

    def _agrees(self, token: Token, head: Token) -> bool:
        if token.index in self.people or token.pos not in {"ADJ", "PROPN"}:
            return False
        if token.pos == "PROPN" and not _adjectival(token.text):
            return False
        mine, other = token.feats, head.feats
        if mine.get("Case") is None and token.pos == "ADJ":
            return token.text[0].isdigit() or token.text.isupper()
        cases = {mine.get("Case"), other.get("Case")}
        if len(cases) > 1 and (cases != _SAME_FORM or other.get("Animacy") == "Anim"):
            return False
        if mine.get("Number") != other.get("Number"):
            return False
        return mine.get("Gender") in (None, other.get("Gender")) or other.get("Gender") is None

    def _lemma(self, index: int) -> str:
        return self.tokens[index].lemma if index < len(self.tokens) else ""


def _is_short(word: str) -> bool:
    """«ПАО», «МВД»: another name begins here, whatever was listed before it."""
    return len(word) > 1 and word.isupper()


def _only_adjective(token: Token) -> bool:
    """Whether the dictionary knows a word that the tagger takes for a noun as adjective alone."""
    readings = parses(token.text) if token.pos == "NOUN" else ()
    return bool(readings) and all(p.tag.POS == "ADJF" for p in readings)


def can_stand_in(word: str, case: str) -> bool:
    """Whether the form may be in this case (Universal Dependencies value) by the dictionary."""
    return any(p.tag.case in GRAMMEMES[case] for p in parses(word))


def is_latin(word: str) -> bool:
    """Whether the word is written in Latin letters, digits and the marks of firm names."""
    return (
        word[0].isascii()
        and word[0].isalnum()
        and any(c.isalpha() for c in word)
        and (
            all(c.isalnum() or c in "&.-'’+!" for c in word)
            and not any("а" <= c <= "я" for c in word.lower())
        )
    )


def _adjectival(word: str) -> bool:
    endings = ("ий", "ый", "ой", "ая", "яя", "ое", "ее", "ого", "его", "ому", "ему", "ым", "им")
    return word.lower().endswith((*endings, "ом", "ем", "ую", "юю", "ие", "ые", "их", "ых", "ыми"))
