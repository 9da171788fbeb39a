"""People with their posts, and every post in the text."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from ..document import Document, NameSpan, Token
from ..drafts import PersonDraft
from ..knowledge import Lexicon
from ..knowledge.people import PeopleLexicon
from ..knowledge.professions import ProfessionsLexicon
from ..knowledge.titles import TitlesLexicon
from ..nlp.words import fold
from ..persons.attach import Attacher
from ..persons.delegations import link_delegations
from ..persons.grouping import Named, close, compatible, latin_aliases
from ..persons.heads import PostHeads
from ..persons.lone import lone_surnames
from ..persons.oblique import in_case_of, mans, of_woman, read_man
from ..persons.parts import NameParts, NameReader
from ..persons.posts import Post, PostReader
from ..persons.spans import SpanCleaner
from ..persons.standing import link_standing
from ..persons.unfound import full_names, known_names, named_tokens, reclaim, release
from ..stage import Stage

_LEAST = 4
"""Letters of a name in capitals; shorter words are initials."""


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
        self._kin = frozenset(self._titles.kin)
        self._standing = frozenset(self._titles.standing)
        self._peers = frozenset(self._titles.peers)

    def process(self, document: Document) -> None:
        spans = self._spans(document)
        inside = _inside_names(document, spans)
        found = PostReader(document, self._titles, self._heads).find()
        posts = [p for p in found if p.head not in inside]
        groups = self._groups(document, spans, {p.last: p for p in posts})
        people = [_draft(g) for g in groups]
        document.entities.extend(people)
        known_names(document, people)
        attacher = Attacher(document, people, helpers=self._titles.helpers, kin=self._titles.kin)
        attacher.attach(posts)
        link_delegations(document, people)
        link_standing(document, people, self._standing, self._peers)
        for person in people:
            start, stop = person.mentions[0].start, person.mentions[0].stop
            document.note(self.name, start, stop, f"{person.name}: {len(person.mentions)} mentions")

    def _spans(self, document: Document) -> list[NameSpan]:
        """The stretches that name people, in text order; places that are people are taken out."""
        release(document, self._reader)
        spans = SpanCleaner(document, self._people, self._heads, self._reader).spans()
        spans += reclaim(document, spans)
        spans += full_names(document, spans, self._reader, self._heads)
        spans += lone_surnames(document, named_tokens(document, spans), self._heads)
        return sorted(spans, key=lambda s: s.start)

    def _groups(
        self, document: Document, spans: list[NameSpan], posts: dict[int, Post]
    ) -> list[Named]:
        """Fuller names first, so that a surname in the headline finds its bearer below."""
        aliases = latin_aliases(document, spans)
        own = [s for s in spans if s not in aliases]
        read = [(s, p) for s in own if (p := self._parts(document, s, posts)) is not None]
        groups: list[Named] = []
        for fullness in (2, 1):
            for span, parts in read:
                if _fullness(parts) == fullness:
                    _place(groups, span, parts)
        for group in groups:
            group.aliases = [
                (a.start, a.stop) for a, of in aliases.items() if (of.start, of.stop) in group.spans
            ]
            group.spans.sort()
        return sorted(groups, key=lambda g: g.spans[0])

    def _parts(
        self, document: Document, span: NameSpan, posts: dict[int, Post]
    ) -> NameParts | None:
        """The name's parts; ``posts`` are those that end right before a token."""
        tokens = [_small(t) for t in document.tokens_in(span.start, span.stop)]
        post = posts.get(tokens[0].index) if tokens else None
        before = document.tokens[tokens[0].index - 1].lemma if tokens and tokens[0].index else ""
        gender = case = ""
        if before in self._people.male_words:
            gender = "m"
        elif before in self._people.female_words:
            gender = "f"
        if post is not None and not self._is_of_kin(document, post):
            woman = of_woman(document, post, tokens)
            if woman is not None:
                return self._reader.read(woman, "f", "Nom")
            man = read_man(post, tokens)
            if man is not None:
                return man
            family_first = self._reader.is_family_first(tokens)
            cased = in_case_of(post, tokens, family_first=family_first)
            if cased is not None:
                tokens, case = cased, post.case
                gender = gender or ("m" if mans(tokens, post.case) else "")
        words = [t for t in tokens if any(c.isalpha() for c in t.text)]
        return self._reader.read(words, gender, case) if words else None

    def _is_of_kin(self, document: Document, post: Post) -> bool:
        """«жена министра Анна Орлова»: the name is not the minister's."""
        return post.first > 0 and document.tokens[post.first - 1].lemma in self._kin


def _small(token: Token) -> Token:
    """«МИНГАЛИЕВ» as Мингалиев; initials and numbers of popes stay."""
    word = token.text
    if len(word) < _LEAST or not word.isupper() or not word.isalpha() or word.isascii():
        return token
    return replace(token, text=word.capitalize())


def _inside_names(document: Document, spans: list[NameSpan]) -> set[int]:
    """Tokens of names but their first: «Анна Королёва» is no queen, «Иван Глава» heads nothing."""
    ranges = (document.token_range(s.start, s.stop) for s in spans)
    return {index for first, last in ranges for index in range(first + 1, last)}


def _fullness(parts: NameParts) -> int:
    return 2 if parts.first and parts.last else 1


def _place(groups: list[Named], span: NameSpan, parts: NameParts) -> None:
    fits = [g for g in groups if g.accepts(parts)]
    fits = fits or _by_one_word(groups, parts) or _by_form(groups, span, parts)
    declined = [] if fits else [g for g in groups if g.declines_to(span.text.split())]
    if len(declined) == 1:
        declined[0].spans.append((span.start, span.stop))
    elif fits:
        before = [g for g in fits if min(g.spans)[0] < span.start]
        near = max(before, key=lambda g: max(s for s in g.spans if s[0] < span.start), default=None)
        (near or fits[0]).add((span.start, span.stop), parts)
    else:
        groups.append(Named(parts, [(span.start, span.stop)]))


def _by_one_word(groups: list[Named], parts: NameParts) -> list[Named]:
    """«Хиллари» alone is the only Хиллари that the article names in full; surnames first."""
    word = parts.first
    if parts.last or parts.middle or not word or word.endswith("."):
        return []
    full = [g for g in groups if g.parts.last and g.parts.first]
    surnames = [g for g in full if g.parts.last and close(g.parts.last, word)]
    found = surnames or [g for g in full if g.parts.first and close(g.parts.first, word)]
    fits = [g for g in found if surnames or g.parts.gender in (parts.gender, "")]
    return fits if len(fits) == 1 else []


def _by_form(groups: list[Named], span: NameSpan, parts: NameParts) -> list[Named]:
    """«И. Гаврикова» is Илона Гаврикова, though a man's genitive looks the same."""
    if not parts.last or not (parts.first or "").endswith(".") or parts.middle:
        return []
    word = fold(span.text.split(".")[-1].strip() or span.text.split()[0])
    return [
        g
        for g in groups
        if g.parts.last and fold(g.parts.last) == word and compatible(g.parts.first, parts.first)
    ]


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
    for start, stop in group.aliases:
        draft.add(start, stop, "alias")
    return draft
