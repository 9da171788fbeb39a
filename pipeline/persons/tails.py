"""What follows the head of a post: the words it governs, and whose it is.

«заместитель председателя правительства по промышленности Самарской области»: genitives, «по» with
its dative, then the owner. The tagger's cases are surer here than the parser's heads.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..document import Document, Token
from ..drafts import EntityDraft, OrganizationDraft, RegionDraft
from ..knowledge.titles import TitlesLexicon
from ..nlp.words import CASES, known_parses
from .heads import PostHeads
from .ownership import is_goal, is_like, may_own
from .scopes import enumerates, past_field, past_places

_GOVERNED = 11
_PLACING = frozenset({"в", "во", "на"})
_OPENING = frozenset("«\"“„'")
_CLOSING = frozenset("»\"”“'")


@dataclass(eq=False)
class Tail:
    """Past the title, past the whole phrase, the owners, and a common noun for an owner."""

    title_last: int
    last: int
    of: list[EntityDraft] = field(default_factory=list)
    generic: str = ""


class TailReader:
    """Reads to the right of a head."""

    def __init__(self, document: Document, lexicon: TitlesLexicon, heads: PostHeads) -> None:
        self._document = document
        self._tokens = document.tokens
        self._heads = heads
        self._generic = frozenset(lexicon.generic_owners)
        self._state = frozenset(lexicon.state_bodies)
        self._instrumental = frozenset(lexicon.instrumental)
        self._helpers = frozenset(lexicon.helpers)
        self._inner = frozenset(lexicon.inner)
        self._links = frozenset(lexicon.links)
        self._peers = frozenset(lexicon.peers)
        self.owners: dict[int, tuple[int, EntityDraft]] = {}
        self.adjectives: dict[int, RegionDraft] = {}
        self.inside: set[int] = set()
        self._index()

    def read(self, head: int) -> Tail:
        """The tail of the post headed here."""
        tokens, tail = self._tokens, Tail(head + 1, head + 1)
        at, steps = head + 1, 0
        adjective: RegionDraft | None = None
        while at < len(tokens) and tokens[at].sentence == tokens[head].sentence:
            found = self._owner(at)
            if found is not None:
                if not self._take(found, tail):
                    break
                at = self._joined(found[0], tail.of)
                continue
            if tail.of or self._is_of_another(at, head):
                break
            if tokens[at].text == "(" and (closing := self._bracket(at)) > at:
                at = tail.title_last = closing
            elif steps < _GOVERNED and self._governed(at, head):
                if self.adjectives.get(at) is not None and self._is_of_state(at):
                    adjective = self.adjectives[at]
                at, steps = at + 1, steps + 1
                if tokens[at - 1].pos not in ("ADP", "ADJ", "CCONJ", "PUNCT"):
                    tail.title_last = at
                    tail.generic = self._common(tokens[at - 1]) or tail.generic
            else:
                break
        if not tail.of and adjective is not None:
            tail.of.append(adjective)
        self._close(at, tail, peer=tokens[head].lemma in self._peers)
        return tail

    def _close(self, at: int, tail: Tail, *, peer: bool) -> None:
        """Past what follows the title or the owner: a side, a field, places.

        «Пригласил коллег в Гродно»: a ``peer`` is of no place behind a preposition of place.
        """
        at = self._sided(at if tail.of else tail.title_last, tail)
        if tail.of:
            at = past_field(self._tokens, at, self._place, self._persons)
        at = self._beside(at, tail)
        if not (peer and at < len(self._tokens) and self._tokens[at].lemma in _PLACING):
            at = self._linked(at, tail)
        if tail.of:
            at = past_field(self._tokens, at, self._place, self._persons)
        tail.last = max(at, tail.title_last) if tail.of else tail.title_last

    def _index(self) -> None:
        """Owners by their first token (the longest), regions in adjectives, tokens of bodies."""
        # «администрация президента США Барака Обамы»: the post inside is the name's.
        names = self._persons = {
            self._document.token_range(n.start, n.stop)[0]
            for n in self._document.names
            if n.type == "PER"
        }
        for entity, mention in self._document.mentions():
            first, last = self._document.token_range(mention.start, mention.stop)
            if mention.kind == "adjective" and isinstance(entity, RegionDraft):
                self.adjectives[first] = entity
            elif isinstance(entity, (RegionDraft, OrganizationDraft)) and first < last:
                if last > self.owners.get(first, (0, entity))[0]:
                    self.owners[first] = last, entity
                if isinstance(entity, RegionDraft) and self._qualifies(last):
                    self.owners.pop(first, None)
                alone = last == first + 1 and self._heads.is_head(self._tokens[first])
                if isinstance(entity, OrganizationDraft) and last not in names and not alone:
                    self.inside.update(range(first, last))

    def _qualifies(self, last: int) -> bool:
        """Whether an adjective taken for a place goes on to its noun: «Южного военного округа»."""
        if self._tokens[last - 1].pos != "ADJ" or last >= len(self._tokens):
            return False
        following = self._tokens[last]
        same = _case(following) == _case(self._tokens[last - 1])
        return following.pos in ("ADJ", "NOUN") and following.text.islower() and same

    def _owner(self, at: int) -> tuple[int, EntityDraft] | None:
        """The region or body that starts here, quoted or after adjectives of its own."""
        tokens = self._tokens
        if at in self.owners:
            return self.owners[at] if may_own(tokens[at]) else None
        if at in self.adjectives and at + 1 in self.owners:
            return self.owners[at + 1]
        if at + 1 in self.owners and tokens[at].text in _OPENING:
            last, entity = self.owners[at + 1]
            return last + (last < len(tokens) and tokens[last].text in _CLOSING), entity
        return None

    def _take(self, found: tuple[int, EntityDraft], tail: Tail) -> bool:
        """Add an owner; a second region is no owner («министр Италии Рим»)."""
        entity = found[1]
        if tail.of and isinstance(tail.of[-1], RegionDraft) and isinstance(entity, RegionDraft):
            return False
        tail.of.append(entity)
        return True

    def _joined(self, at: int, of: list[EntityDraft]) -> int:
        """«президенты России и Турции»: the other owners of its kind too."""
        while at < len(self._tokens) and self._tokens[at].lemma in ("и", ","):
            second = self._owner(at + 1)
            if second is None or not is_like(second[1], of[-1]):
                break
            if self._tokens[at].lemma == "," and not self._closed_by_and(second[0]):
                break
            of.append(second[1])
            at = second[0]
        return at

    def _closed_by_and(self, at: int) -> bool:
        """Whether a list of owners goes on to its «и»: «главы Омска, Тюмени и Кургана»."""
        while at < len(self._tokens) and self._tokens[at].lemma == ",":
            following = self._owner(at + 1)
            if following is None:
                return False
            at = following[0]
        joined = at + 1 < len(self._tokens) and self._tokens[at].lemma == "и"
        return joined and self._owner(at + 1) is not None

    def _beside(self, at: int, tail: Tail) -> int:
        """«уполномоченный при президенте РФ»: the title goes on to whom it is with."""
        tokens = self._tokens
        if at + 2 >= len(tokens) or tokens[at].lemma != "при" or tail.of:
            return at
        found = self._owner(at + 2) if self._heads.is_head(tokens[at + 1]) else None
        if found is None:
            return at
        tail.title_last = at + 2
        tail.of.append(found[1])
        return found[0]

    def _linked(self, at: int, tail: Tail) -> int:
        """«посол Вьетнама в России», «депутат от партии»: the place belongs to the phrase.

        Where nobody is named before, a body after the preposition is the owner; a region is one
        only after «от» and «из» («посол в России» is not Russia's).
        """
        tokens = self._tokens
        while at + 1 < len(tokens) and tokens[at].lemma in self._links:
            found = self._owner(at + 1)
            if len({t.sentence for t in tokens[at - 1 : at + 2]}) > 1:
                # «… с послом Кубы ⏎ В Вологде …»: the next sentence's place.
                break
            if isinstance(found and found[1], RegionDraft) and is_goal(tokens[at], tokens[at + 1]):
                # «визит премьер-министра Японии в Индию»: where he goes.
                break
            if found is None:
                # «полпред президента РФ в округе»
                common = tail.of and tokens[at + 1].lemma in self._generic
                return at + 2 if common and tokens[at + 1].pos == "NOUN" else at
            link = tokens[at].lemma
            at, entity = past_places(tokens, found[0], self._place), found[1]
            if not tail.of:
                if isinstance(entity, RegionDraft) and link not in ("от", "из"):
                    tail.title_last = at
                else:
                    tail.of.append(entity)
        return at

    def _place(self, at: int) -> int:
        """Past the region or body that starts here, 0 where none does."""
        found = self._owner(at)
        return found[0] if found is not None else 0

    def _sided(self, at: int, tail: Tail) -> int:
        """«сопредседатель комиссии с узбекской стороны»: the side is the owner."""
        words = [t.lemma for t in self._tokens[at : at + 3]]
        if words[:1] != ["с"] or words[2:] != ["сторона"] or at + 1 not in self.adjectives:
            return at
        if not tail.of:
            tail.of.append(self.adjectives[at + 1])
        return at + 3

    def _governed(self, at: int, head: int) -> bool:
        """Whether a token goes on with the title."""
        token, before = self._tokens[at], self._tokens[at - 1]
        case = _case(token)
        if token.pos == "ADP":
            following = self._tokens[at + 1] if at + 1 < len(self._tokens) else None
            inner = following is not None and following.lemma in self._inner and token.lemma == "в"
            field = following is not None and _case(following) == "Dat" and token.lemma == "по"
            return inner or field
        if token.pos in ("NOUN", "ADJ", "DET") and token.text[0].islower():
            if case == "Ins" and self._heads.lemma(self._tokens[head]) in self._instrumental:
                return before.index == head or _case(before) in ("Ins", "")
            if before.lemma == "в" and token.lemma in self._inner:
                return True
            if before.pos == "ADP" or case == "Dat":
                return case == "Dat" and self._after_po(at)
            return case == "Gen" or _only_genitive(token)
        if token.text == ",":
            return enumerates(self._tokens, at, self._heads.is_head)
        if token.lemma == "и" and at + 1 < len(self._tokens):
            return self._coordinates(before, self._tokens[at + 1])
        if token.pos == "ADJ":
            return case == "Gen" and self._is_followed(at)
        if token.text.isupper() and len(token.text) > 1 and token.pos in ("NOUN", "PROPN", "X"):
            joined = "и" in (before.lemma, self._tokens[min(at + 1, len(self._tokens) - 1)].lemma)
            return self._owner(at + 1) is not None or (joined and self._is_short(token))
        return token.pos in ("NOUN", "PROPN") and case == "Gen" and self._is_office(token)

    def _is_of_another(self, at: int, head: int) -> bool:
        """«избрали спикером первого заместителя главы»: whom, told by the post he has."""
        lemma = self._heads.lemma(self._tokens[head])
        if at > head + 1 or _case(self._tokens[head]) != "Ins" or lemma in self._helpers:
            return False
        for token in self._tokens[at : at + 3]:
            if token.pos != "ADJ":
                return self._heads.is_head(token) and token.feats.get("Animacy") == "Anim"
        return False

    def _is_followed(self, at: int) -> bool:
        """Whether a capitalized adjective goes on to a noun: «начальник Генерального штаба»."""
        for token in self._tokens[at + 1 : at + 4]:
            if token.pos != "ADJ":
                return token.pos == "NOUN" and token.text.islower() and _case(token) == "Gen"
        return False

    def _is_of_state(self, at: int) -> bool:
        """Whether the noun that a region's adjective goes with is a body of the state."""
        for token in self._tokens[at + 1 : at + 4]:
            if token.pos != "ADJ":
                return token.lemma in self._state
        return False

    def _coordinates(self, before: Token, after: Token) -> bool:
        """«экономики и финансов», but not «министр и председатель»."""
        if _case(before) in ("Gen", "Dat") and (after.lemma == "по" or self._is_short(after)):
            # «иностранных дел и по делам диаспоры», «строительства и ЖКХ»
            return True
        same = _case(after) == _case(before) and _case(before) in ("Gen", "Dat", "Ins")
        lower = after.text[0].islower() and after.pos in ("NOUN", "ADJ")
        return same and lower and not self._heads.is_head(after)

    def _is_short(self, token: Token) -> bool:
        """An abbreviation that names nobody's body: «ЖКХ», «ТЭК»."""
        short = token.text.isupper() and len(token.text) > 1
        return short and self._owner(token.index) is None and token.index not in self._persons

    def _is_office(self, token: Token) -> bool:
        """Capitalized words of a title: «заместитель Премьер-министра»."""
        return self._heads.is_head(token) or token.lemma in self._generic

    def _common(self, token: Token) -> str:
        return token.lemma if token.pos == "NOUN" and token.lemma in self._generic else ""

    def _after_po(self, at: int) -> bool:
        for token in reversed(self._tokens[max(0, at - 5) : at]):
            if token.lemma == "по":
                return True
            if token.pos not in ("ADJ", "NOUN", "CCONJ"):
                return False
        return False

    def _bracket(self, at: int) -> int:
        """Past a bracket of one or two common words: «хоким (глава)»."""
        for index in range(at + 1, min(at + 4, len(self._tokens))):
            if self._tokens[index].text == ")":
                inside = self._tokens[at + 1 : index]
                return index + 1 if all(t.text.islower() for t in inside) else at
        return at


def _only_genitive(token: Token) -> bool:
    """Whether the dictionary reads the form as a genitive and never as the tagger's case."""
    cases = {str(p.tag.case) for p in known_parses(token.text)}
    return "gent" in cases and CASES.get(_case(token), "") not in cases


def _case(token: Token) -> str:
    return token.feats.get("Case", "")
