"""Finding candidate names of organizations: by head noun, known name, pattern and tagger."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Document, Token
from ..drafts import RegionDraft
from ..knowledge.organizations import KnownOrganization, OrganizationHead, OrganizationsLexicon
from ..nlp.plural import opens_as_plural
from ..nlp.words import fold, known_parses
from .candidate import Candidate
from .headed import HeadReading
from .known import KnownNames
from .phrase import CLOSING, NounPhrases, is_latin
from .same import word_keys
from .seats import Seats
from .shorthand import abbreviated_things
from .tagged import TaggedNames, is_common

# A known name of so many letters or fewer may be a part of a person's.
_NO_NAME = 7
_IN_ADDRESS = frozenset("@/_-")
_BEFORE_ADDRESS = frozenset("@/._-")
_TRAILING = frozenset({",", ".", ":", ";", "(", "-", "–", "—", "/"})


class OrganizationKnowledge:
    """The lexicon in the shape the reader asks it in; built once."""

    def __init__(self, lexicon: OrganizationsLexicon, posts: frozenset[str]) -> None:
        """``posts`` are lemmas that head a post («губернатор»)."""
        self.heads: dict[str, OrganizationHead] = {}
        for head in lexicon.head:
            for lemma in head.lemmas:
                known = self.heads.get(lemma)
                if known is not None:
                    names = [*known.names, *(n for n in head.names if n not in known.names)]
                    more = {"names": names, "plural": known.plural or head.plural}
                    self.heads[lemma] = known.model_copy(update=more)
                else:
                    self.heads[lemma] = head
        self.known = KnownNames((form, entry) for entry in lexicon.name for form in entry.forms)
        patterns = [(re.compile(p.regex), p) for p in lexicon.pattern]
        self.patterns = [(r, p) for r, p in patterns if not p.small]
        self.small = [(r, p) for r, p in patterns if p.small]
        self.posts = posts
        self.legal = frozenset(fold(w) for w in lexicon.legal_forms)
        self.plain = frozenset(fold(w) for w in lexicon.plain_modifiers)
        self.never = frozenset(fold(w) for w in lexicon.not_organizations)
        self.not_first = frozenset(fold(w) for w in lexicon.not_first)
        self.seats = Seats(frozenset(lexicon.seat_verbs), frozenset(lexicon.seat_nouns))
        self.territories = frozenset(lexicon.territories)
        self.things = frozenset(fold(w) for w in lexicon.things)
        self.customs = frozenset(lexicon.customs)
        self.web_zones = frozenset(lexicon.web_zones)
        self.platforms = frozenset(fold(w) for w in lexicon.platforms)
        self.media = frozenset(fold(w) for w in lexicon.media_words)


class OrganizationReader:
    """Candidates of one document; needs its regions."""

    def __init__(self, document: Document, knowledge: OrganizationKnowledge) -> None:
        self.document = document
        self.tokens = document.tokens
        self.knowledge = knowledge
        self.phrases = NounPhrases(document, knowledge.territories)
        self.adjectives: dict[int, RegionDraft] = {}
        self.tagged: dict[int, int] = {}
        self.places: set[int] = set()
        for region in document.regions():
            for mention in region.mentions:
                found = range(*document.token_range(mention.start, mention.stop))
                if mention.kind == "adjective":
                    self.adjectives.update(dict.fromkeys(found, region))
                elif region.level != "other" or region.country is not None:
                    self.places.update(found)
        for name in document.names:
            first, last = document.token_range(name.start, name.stop)
            if name.type == "ORG" and first < last:
                self.tagged[first] = last

    def candidates(self) -> list[Candidate]:
        """Everything that may name an organization, overlaps included."""
        found: list[Candidate] = []
        for sentence in self.document.sentences:
            for index in range(sentence.first, sentence.last):
                found += [c for c in self._at(index, sentence.last) if c is not None]
        found += TaggedNames(self).candidates(found)
        things = abbreviated_things(self.document, self.knowledge.heads)
        return [c for c in found if not (c.last == c.first + 1 and self._text(c.first) in things)]

    def _text(self, index: int) -> str:
        return self.tokens[index].text

    def owner(self, index: int) -> int:
        """Past the region or body in the genitive that stands here."""
        past = self.phrases.region(index)
        if past > index or index >= len(self.tokens):
            return past
        end = self.phrases.end_of_sentence(index - 1)
        if index < end and self.tokens[index].text[0].isupper():
            found = self.knowledge.known.at(self.tokens, index, end)
            if found is not None and not found[1].owned:
                return found[0]
            if self._pattern(index) is not None and self.tokens[index].feats.get("Case") == "Gen":
                return index + 1
        if index < end and self.tokens[index].feats.get("Case") == "Gen":
            body = self._headed(index)
            return body.last if body is not None and body.owner_at is not None else index
        return index

    def owner_or_place(self, index: int) -> tuple[int, int]:
        """First and past of the owner: of «МВД России по Омской области» it is the region."""
        past = self.owner(index)
        if past < len(self.tokens) and self.tokens[past].lemma == "по":
            place = self.phrases.region(past + 1, ("Dat",))
            if place > past + 1:
                return past + 1, place
        return index, past

    def trim(self, first: int, last: int) -> tuple[int, int]:
        """Without quotation marks that enclose the whole or have lost their fellow."""
        while first < last and self.tokens[last - 1].text in _TRAILING:
            last -= 1
        if first < last and self.tokens[first].text in CLOSING:
            if self.phrases.quotation(first) == last:
                return first + 1, last - 1
            first += 1
        words = [t.text for t in self.tokens[first:last]]
        opened = sum(w in "«„" for w in words) - sum(w == "»" for w in words)
        if opened > 0 and last < len(self.tokens) and self.tokens[last].text in "»”“":
            last += 1
        if opened < 0 and words[-1] in "»”":
            last -= 1
        return first, last

    def _at(self, index: int, end: int) -> Iterator[Candidate | None]:
        yield self._pattern(index)
        yield self._site(index)
        person = index in self.phrases.people
        if not person or len(self.tokens[index].text) > _NO_NAME:
            known = self._known(index, end)
            # «оператор Аль-Джазиры Сами»: the tagger joins a body to the person after it.
            yield known if not person or (known and known.last == index + 1) else None
        elif (known := self._known(index, end)) is not None and known.last > index + 1:
            yield known
        if not person:
            yield self._headed(index)

    def _known(self, index: int, end: int) -> Candidate | None:
        token = self.tokens[index]
        small = not (token.text[0].isupper() or token.text[0].isdigit())
        found = self.knowledge.known.at(self.tokens, index, end, capital=False)
        if found is None:
            return None
        past, entry = found
        if (small and not entry.lower) or (index in self.places and past - index == 1):
            return None
        first = self._with_adjective(index) if entry.owned else index
        owner, last = self.owner_or_place(past) if entry.owned else (past, past)
        if small and last == past and first == index and past == index + 1:
            return None
        if entry.seat and not self.knowledge.seats.acts(self.tokens, index, past):
            return None
        nouns = (i for i in range(index, past) if self.tokens[i].pos in {"NOUN", "PROPN", "X"})
        head = next(nouns, index)
        if entry.owned and self._are_many(first, head):
            return None
        return Candidate(
            first=first,
            last=last,
            head=head,
            kind=entry.kind,
            core=word_keys(self.tokens[index:past]),
            source=f"known name {entry.id}",
            inner=(index, past),
            owner_at=(owner, last) if last > past else None,
            known=entry.id,
            canonical=entry.name
            if not entry.owned or _is_whole(entry, first, last, past)
            else None,
            short_name=entry.short_name,
            owned=entry.owned,
            wikidata=entry.wikidata,
        )

    def _are_many(self, first: int, head: int) -> bool:
        """«Торгово-промышленные палаты Омана и Перми» are two bodies, neither named whole."""
        token = self.tokens[head]
        plural = token.feats.get("Number") == "Plur" and token.text[-1:].islower()
        return plural or opens_as_plural(self.tokens, first, head)

    def _pattern(self, index: int) -> Candidate | None:
        token = self.tokens[index]
        capital = token.text[0].isupper()
        if token.lemma in self.knowledge.never or not (capital or token.text[0].isalpha()):
            return None
        for regex, pattern in self.knowledge.patterns if capital else self.knowledge.small:
            if not regex.fullmatch(token.text) or (pattern.unknown and is_common(token.text)):
                continue
            first = self._with_adjective(index) if pattern.owned else index
            last = self.owner(index + 1) if pattern.owned else index + 1
            return Candidate(
                first=first,
                last=last,
                head=index,
                kind=pattern.kind,
                core=word_keys([token]),
                source=f"pattern {pattern.id}",
                inner=(index, index + 1),
                owner_at=(index + 1, last) if last > index + 1 else None,
                owned=pattern.owned,
            )
        return None

    def _site(self, index: int) -> Candidate | None:
        """«Сообщает gorod24.ru»: a site cited by its address, not a page of it nor a mailbox."""
        past = index + 1
        dotted = past + 1 < len(self.tokens) and self.tokens[past].text == "."
        if not dotted or not is_latin(self.tokens[index].text):
            return None
        while past + 1 < len(self.tokens) and self._is_dotted(past):
            past += 2
        if past == index + 1 or self.tokens[past - 1].text.lower() not in self.knowledge.web_zones:
            return None
        start, stop = self.tokens[index].start, self.tokens[past - 1].stop
        text = self.document.text
        if text[start - 1 : start] in _BEFORE_ADDRESS or text[stop : stop + 1] in _IN_ADDRESS:
            return None
        return Candidate(
            first=index,
            last=past,
            head=index,
            kind="media",
            core=(frozenset({fold(text[start:stop])}),),
            source="site",
            inner=(index, past),
        )

    def _is_dotted(self, index: int) -> bool:
        """Whether a full stop stands here with no space around it."""
        dot, after = self.tokens[index], self.tokens[index + 1]
        tight = self.tokens[index - 1].stop == dot.start and dot.stop == after.start
        return dot.text == "." and tight

    def _with_adjective(self, index: int) -> int:
        return index - 1 if index - 1 in self.adjectives else index

    def _headed(self, index: int) -> Candidate | None:
        token = self.tokens[index]
        head = self.knowledge.heads.get(token.lemma)
        if head is None or index in self.places or not _is_noun(token):
            return None
        return HeadReading(self, head, index).candidate()


def _is_whole(entry: KnownOrganization, first: int, last: int, past: int) -> bool:
    """Whether a mention is a name of several words told without an owner."""
    return last == past and past - first == entry.name.count(" ") + 1 > 1


def _is_noun(token: Token) -> bool:
    """Whether a head is a noun, rare ones taken for adjectives too: «в хокимияте»."""
    if token.pos == "ADJ":
        return token.rel != "amod" and not known_parses(token.text)
    return token.pos in {"NOUN", "PROPN"}
