"""One entity per organization: candidates of a document told apart and brought together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from schemas.entities import OrganizationKind

from ..document import Document
from ..drafts import EntityDraft, MentionDraft, OrganizationDraft, RegionDraft
from .brackets import foreign_names, tied_abbreviation
from .candidate import Candidate
from .echoes import bare_heads
from .normal import phrase_nominative
from .organizations import OrganizationReader
from .release import release
from .same import Words, same_words
from .shorthand import is_short_for


@dataclass(eq=False)
class _Known:
    """An organization found so far with what tells it from others."""

    draft: OrganizationDraft
    cores: list[Words]
    known: str | None
    owned: bool
    best: int = 0
    fixed: bool = False
    candidates: list[Candidate] = field(default_factory=list)


class OrganizationRegistry:
    """Organizations of one document, in the order found."""

    def __init__(self, document: Document, reader: OrganizationReader) -> None:
        self.document = document
        self.tokens = document.tokens
        self.reader = reader
        self.found: list[_Known] = []
        self.spans: dict[tuple[int, int], OrganizationDraft] = {}
        self.pending: list[Candidate] = []

    def add(self, candidate: Candidate) -> None:
        """Take a candidate; all are placed at the end."""
        self.pending.append(candidate)

    def finish(self) -> list[EntityDraft]:
        """The organizations by first mention.

        Inner names are placed before outer ones, which they may own, and names with an owner told
        before bare ones, which may be short for them.
        """
        for candidate in sorted(self.pending, key=self._order):
            self._place(candidate)
        self._abbreviations()
        self._shorthand()
        self._bare_heads()
        self._release_places()
        for known in self.found:
            known.draft.mentions.sort(key=lambda m: (m.start, -m.stop))
        self.found.sort(key=lambda k: (k.draft.mentions[0].start, -k.draft.mentions[0].stop))
        return [known.draft for known in self.found]

    def _order(self, candidate: Candidate) -> tuple[bool, int, int]:
        bare = candidate.owned and candidate.owner_at is None
        bare = bare and self._owner_region(candidate) is None
        return bare, candidate.last - candidate.first, candidate.first

    def _place(self, candidate: Candidate) -> None:
        owner = self._owner(candidate)
        known = self._match(candidate, owner)
        start, stop = self.tokens[candidate.first].start, self.tokens[candidate.last - 1].stop
        if known is None:
            known = self._new(candidate, owner)
        known.candidates.append(candidate)
        known.draft.add(start, stop)
        if known.draft.kind == "other" and candidate.kind != "other":
            known.draft.kind = cast(OrganizationKind, candidate.kind)
        if not any(same_words(candidate.core, c) for c in known.cores):
            known.cores.append(candidate.core)
        self.spans[(candidate.first, candidate.last)] = known.draft
        self._rename(known, candidate)
        self.document.note("organizations", start, stop, f"{candidate.source}: {known.draft.name}")

    def _new(self, candidate: Candidate, owner: EntityDraft | None) -> _Known:
        draft = OrganizationDraft(
            name="",
            kind=cast(OrganizationKind, candidate.kind),
            short_name=candidate.short_name,
            owner=owner,
            wikidata=candidate.wikidata,
        )
        known = _Known(draft, [candidate.core], candidate.known, candidate.owned)
        self.found.append(known)
        return known

    def _rename(self, known: _Known, candidate: Candidate) -> None:
        """The canonical name is the registry's, else the fullest form seen."""
        if known.fixed:
            return
        if candidate.canonical is not None:
            known.draft.name, known.fixed = candidate.canonical, True
            return
        length = candidate.last - candidate.first
        if length > known.best:
            known.best = length
            known.draft.name = phrase_nominative(
                self.document, candidate.first, candidate.head, candidate.last
            )

    def _match(self, candidate: Candidate, owner: EntityDraft | None) -> _Known | None:
        same = [k for k in self.found if self._alike(k, candidate)]
        exact = [k for k in same if k.draft.owner is owner]
        if exact:
            return exact[0]
        if owner is None:
            if len(same) == 1:
                return same[0]
            if len(same) > 1:
                token = self.tokens[candidate.first]
                stop = self.tokens[candidate.last - 1].stop
                names = ", ".join(k.draft.name for k in same)
                self.document.warn(
                    "ambiguous_organization",
                    f"{self.document.text[token.start : stop]!r} may be any of: {names}",
                    token.start,
                    stop,
                )
            return None
        bare = [k for k in same if k.draft.owner is None and not candidate.owned]
        if bare:
            bare[0].draft.owner = owner
            return bare[0]
        return None

    def _alike(self, known: _Known, candidate: Candidate) -> bool:
        if candidate.known is not None and candidate.known == known.known:
            return True
        return any(same_words(candidate.core, core) for core in known.cores)

    def _owner_region(self, candidate: Candidate) -> EntityDraft | None:
        for index in range(candidate.first, candidate.head):
            if index in self.reader.adjectives:
                return self.reader.adjectives[index]
        if candidate.owner_at is None:
            return None
        first, last = candidate.owner_at
        start, stop = self.tokens[first].start, self.tokens[last - 1].stop
        for entity, mention in self.document.mentions("name", "alias"):
            if entity.type == "region" and start <= mention.start and mention.stop <= stop:
                return entity
        return None

    def _owner(self, candidate: Candidate) -> EntityDraft | None:
        region = self._owner_region(candidate)
        if region is not None:
            return region
        for (first, last), draft in self.spans.items():
            if candidate.head < first and last <= candidate.last:
                inner = candidate.inner
                if not (inner[0] < last and first < inner[1]):
                    return draft
        return None

    def _abbreviations(self) -> None:
        """«Форум стран-экспортёров газа (ФСЭГ)»: the abbreviation names the same body."""
        for known in list(self.found):
            for candidate in list(known.candidates):
                short = tied_abbreviation(self.document, candidate)
                if short is not None:
                    self._tie(known, short.text)
                for first, last in foreign_names(self.document, candidate):
                    self._absorb(known, first, last)

    def _shorthand(self) -> None:
        """«ДПНИ» is the one movement of these initials that the article names in full."""
        full = [(k, self._full_words(k)) for k in self.found]
        for known in list(self.found):
            words = {self.tokens[c.inner[0]].text for c in known.candidates if _is_word(c)}
            holders = [
                k
                for k, name in full
                if k is not known
                and k in self.found
                and None in (k.known, known.known)
                and any(is_short_for(word, name) for word in words)
            ]
            if len(holders) == 1 and len(words) == 1:
                self._merge(holders[0], known)
                short = holders[0].draft.short_name or next(iter(words))
                holders[0].draft.short_name = short

    def _full_words(self, known: _Known) -> list[str]:
        """The folded words of the longest name, without its owner and quotation marks."""
        longest = max(known.candidates, key=lambda c: c.last - c.first)
        owner = longest.owner_at or (longest.last, longest.last)
        return [
            t.folded
            for t in self.tokens[longest.first : longest.last]
            if t.text[0].isalpha() and not owner[0] <= t.index < owner[1]
        ]

    def _merge(self, known: _Known, other: _Known) -> None:
        known.candidates += other.candidates
        known.draft.owner = known.draft.owner or other.draft.owner
        for mention in other.draft.mentions:
            known.draft.add(mention.start, mention.stop, mention.kind)
        self.found.remove(other)

    def _tie(self, known: _Known, short: str) -> None:
        if known.draft.short_name is None:
            known.draft.short_name = short
        for other in [k for k in self.found if k is not known]:
            if any(self._reads(c, short) for c in other.candidates):
                self._merge(known, other)
        for token in self.tokens:
            if token.text == short:
                known.draft.add(token.start, token.stop)

    def _absorb(self, known: _Known, first: int, last: int) -> None:
        """Make a name in brackets a mention of the body told before them."""
        start, stop = self.tokens[first].start, self.tokens[last - 1].stop
        for other in [k for k in self.found if k is not known]:
            if any((c.first, c.last) == (first, last) for c in other.candidates):
                self._merge(known, other)
        known.draft.add(start, stop)

    def _bare_heads(self) -> None:
        """«Правительство» after «правительство Тувы»: the head alone is short for the one name."""
        heads = self.reader.knowledge.heads
        named, taken = [], set[int]()
        for number, known in enumerate(self.found):
            for candidate in known.candidates:
                taken.update(range(candidate.first, candidate.last))
                lemma = self.tokens[candidate.head].lemma
                if lemma in heads:
                    named.append((number, lemma))
        for token, number in bare_heads(self.reader.phrases, named, taken):
            draft = self.found[number].draft
            if draft.mentions[0].start < token.start:
                draft.add(token.start, token.stop, "alias" if heads[token.lemma].alone else "role")
                self.document.note("organizations", token.start, token.stop, f"is {draft.name}")

    def _release_places(self) -> None:
        """A place of unknown kind that is this body, and an adjective of its name, are no places.

        So «ЕС» that the tagger took for a place, and the town Белый in «Белый дом».
        """
        whole, modifiers = set[tuple[int, int]](), set[int]()
        for known in self.found:
            whole.update((m.start, m.stop) for m in known.draft.mentions)
            for candidate in known.candidates:
                words = self.tokens[candidate.first : candidate.head]
                modifiers.update(t.start for t in words if t.text[0].isupper())

        def claimed(entity: EntityDraft, mention: MentionDraft) -> bool:
            if not isinstance(entity, RegionDraft) or mention.kind != "name":
                return False
            unknown = entity.level == "other" and entity.country is None
            return (unknown and (mention.start, mention.stop) in whole) or (
                mention.start in modifiers
            )

        release(self.document, claimed)

    def _reads(self, candidate: Candidate, short: str) -> bool:
        words = [t.text for t in self.tokens[candidate.first : candidate.last]]
        return words == [short]


def _is_word(candidate: Candidate) -> bool:
    return candidate.inner[1] - candidate.inner[0] == 1
