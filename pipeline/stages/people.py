"""People with their posts, and every post in the text."""

from __future__ import annotations

from typing import ClassVar

from ..document import Document, NameSpan
from ..drafts import OrganizationDraft, PersonDraft, RegionDraft
from ..knowledge import Lexicon
from ..knowledge.people import PeopleLexicon
from ..knowledge.professions import ProfessionsLexicon
from ..knowledge.titles import TitlesLexicon
from ..nlp.words import fold
from ..persons.attach import Attacher
from ..persons.delegations import link_delegations
from ..persons.grouping import Named, close
from ..persons.heads import PostHeads
from ..persons.parts import NameParts, NameReader
from ..persons.posts import PostReader
from ..persons.spans import clean_spans
from ..stage import Stage


class PeopleStage(Stage):
    """Names grouped into persons, posts found, each post tied to the name beside it."""

    name = "people"
    requires: ClassVar[frozenset[str]] = frozenset(
        {"tokens", "morphology", "names", "syntax", "regions", "organizations"}
    )
    provides: ClassVar[frozenset[str]] = frozenset({"people", "roles"})

    def __init__(self, lexicon: Lexicon) -> None:
        self._people = lexicon.read(PeopleLexicon)
        self._titles = lexicon.read(TitlesLexicon)
        self._heads = PostHeads(self._titles, lexicon.read(ProfessionsLexicon))
        self._reader = NameReader(self._people)

    def process(self, document: Document) -> None:
        posts = PostReader(document, self._titles, self._heads)
        spans = clean_spans(document, self._people, posts)
        groups = self._groups(document, spans)
        people = [_draft(g) for g in groups]
        document.entities.extend(people)
        self._missed(document, people)
        attacher = Attacher(document, people, helpers=self._titles.helpers, kin=self._titles.kin)
        attacher.attach(list(posts.find()))
        link_delegations(document, people)
        for person in people:
            start, stop = person.mentions[0].start, person.mentions[0].stop
            document.note(self.name, start, stop, f"{person.name}: {len(person.mentions)} mentions")

    def _groups(self, document: Document, spans: list[NameSpan]) -> list[Named]:
        """Fuller names first, so that a surname in the headline finds its bearer below."""
        read = [(s, p) for s in spans if (p := self._parts(document, s)) is not None]
        groups: list[Named] = []
        for fullness in (2, 1):
            for span, parts in read:
                if _fullness(parts) == fullness:
                    _place(groups, span, parts)
        for group in groups:
            group.spans.sort()
        return sorted(groups, key=lambda g: g.spans[0])

    def _parts(self, document: Document, span: NameSpan) -> NameParts | None:
        tokens = document.tokens_in(span.start, span.stop)
        before = document.tokens[tokens[0].index - 1].lemma if tokens and tokens[0].index else ""
        gender = ""
        if before in self._people.male_words:
            gender = "m"
        elif before in self._people.female_words:
            gender = "f"
        words = [t for t in tokens if any(c.isalpha() for c in t.text)]
        return self._reader.read(words, gender) if words else None

    def _missed(self, document: Document, people: list[PersonDraft]) -> None:
        """Surnames that the tagger passed over, where the same surname was found elsewhere."""
        taken = {
            i
            for entity, m in document.mentions()
            if isinstance(entity, (PersonDraft, RegionDraft, OrganizationDraft))
            for i in range(*document.token_range(m.start, m.stop))
        }
        known = [p for p in people if p.last and len(p.last) > 3]
        for token in document.tokens:
            if token.index in taken or not token.text[:1].isupper() or len(token.text) < 4:
                continue
            found = [p for p in known if _is_form(token.text, p)]
            if len(found) == 1 and token.pos in ("PROPN", "NOUN"):
                found[0].add(token.start, token.stop)


def _fullness(parts: NameParts) -> int:
    return 2 if parts.first and parts.last else 1


def _place(groups: list[Named], span: NameSpan, parts: NameParts) -> None:
    fits = [g for g in groups if g.accepts(parts)]
    if fits:
        before = [g for g in fits if min(g.spans)[0] < span.start]
        near = max(before, key=lambda g: max(s for s in g.spans if s[0] < span.start), default=None)
        (near or fits[0]).add((span.start, span.stop), parts)
    else:
        groups.append(Named(parts, [(span.start, span.stop)]))


def _draft(group: Named) -> PersonDraft:
    parts = group.parts
    draft = PersonDraft(
        name=parts.full or "?",
        first=parts.first,
        middle=parts.middle,
        last=parts.last,
        gender=parts.gender,
    )
    for start, stop in group.spans:
        draft.add(start, stop)
    return draft


def _is_form(word: str, person: PersonDraft) -> bool:
    assert person.last is not None
    last = person.last.split()[-1]
    return fold(word) == fold(last) or (
        len(last) > 4 and close(word, last) and len(word) >= len(last)
    )
