"""Posts that a sentence says somebody has: «Анна Ким стала ректором», «назначен на пост главы».

The post stands in the instrumental beside a verb of being or appointing, or behind a noun for an
office; who has it is the verb's subject or object, voice and coordination undone.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document, Token
from ..drafts import PersonDraft, RoleDraft
from ..knowledge.titles import Predicate, TitlesLexicon
from ..persons.holding import hold
from .holders import Holders
from .leading import lead
from .newcomers import NewcomerLinker
from .succession import SuccessionLinker

_FROM = frozenset({"с", "со", "от"})
_NEAR = 4
_FAR = 6
_ITEM_BACK = 8
_GAP = 2
_AFTER = 2
"""Code points past a post in which a name begins."""
_ITEM = 3


class PredicateLinker:
    """Finds holders of bare posts by the predicates of ``titles.toml``."""

    def __init__(self, lexicon: TitlesLexicon) -> None:
        self._predicates = {w: p for p in lexicon.predicate for w in p.lemmas}
        self._leading = {w: p for p in lexicon.leading for w in p.lemmas}
        self._offices = frozenset(lexicon.offices)
        self._unreal = frozenset(lexicon.unreal)
        self._succession = SuccessionLinker(lexicon)
        self._newcomers = NewcomerLinker(lexicon)

    def link(self, document: Document, *, dropped: bool = False) -> None:
        """Give each bare singular post the person its clause gives it; posts by leading too.

        With ``dropped`` a clause without a subject («Работала прокурором») takes that of the
        sentence before, and an item of a life («С 2008 года — ректор») the person it is about.
        """
        holders = Holders(document)
        before: RoleDraft | None = None
        for role in document.roles:
            if role.person is None and not role.plural:
                self._give(holders, role, dropped=dropped)
                if role.person is None and before is not None:
                    _share(holders, before, role)
            before = role if not role.attached else None
        for token in document.tokens:
            leading = self._leading.get(token.lemma)
            if leading is not None and not self._is_unreal(holders, token):
                lead(holders, token, leading)
        if not dropped:
            self._succession.link(document, holders)
            self._newcomers.link(document, holders)

    def _give(self, holders: Holders, role: RoleDraft, *, dropped: bool) -> None:
        head = holders.head(role)
        if head is None:
            return
        for holder, former in self._held(holders, head, role):
            person = holders.person(holder)
            if person is not None:
                _note(holders, role, person, former=former)
                return
        if dropped:
            verb = self._verb(holders, head) if head.feats.get("Case") == "Ins" else None
            if verb is not None and holders.is_subjectless(verb):
                self._take_topic(holders, role, verb, self._predicates[verb.lemma])
            elif _is_item(holders, role):
                topic = holders.topic(role.start, "", back=_ITEM_BACK)
                if topic is not None:
                    _note(holders, role, topic, former=False)

    def _take_topic(
        self, holders: Holders, role: RoleDraft, verb: Token, predicate: Predicate
    ) -> None:
        topic = holders.topic(verb.start, verb.feats.get("Gender", ""))
        wanted = "object" if holders.clauses.is_passive(verb.index) else "subject"
        if topic is not None and predicate.holder == wanted:
            past = predicate.former == "past" and verb.feats.get("Tense") == "Past"
            _note(holders, role, topic, former=past or predicate.former == "always")

    def _held(self, holders: Holders, head: Token, role: RoleDraft) -> Iterator[tuple[int, bool]]:
        """``(token of the holder, whether it is over)``, likeliest first."""
        case = head.feats.get("Case")
        office = self._office(holders, head, role)
        if office is not None:
            yield from self._in_office(holders, office)
        elif case == "Ins" or (role.acting and case == "Gen"):
            yield from self._instrumental(holders, head, role)
        elif case == "Nom":
            for subject in holders.tree.children(head.index, "nsubj"):
                between = holders.tokens[subject.index : head.index]
                if any(t.text in "—–-" for t in between):
                    yield subject.index, False

    def _instrumental(
        self, holders: Holders, head: Token, role: RoleDraft
    ) -> Iterator[tuple[int, bool]]:
        """«стал министром», «избран президентом», «министром был»."""
        for copula in holders.tree.children(head.index, "cop"):
            if not self._is_unreal(holders, copula):
                former = copula.feats.get("Tense") == "Past"
                for subject in holders.tree.children(head.index, "nsubj"):
                    yield subject.index, former
        verb = self._verb(holders, head) or self._verb_after(holders, role)
        if verb is not None:
            predicate = self._predicates[verb.lemma]
            yield from self._by_verb(holders, verb, head, predicate)
            if predicate.holder == "object":
                # «избрало сенатором от Тывы Анну Ким»: the name right after the post
                for token in holders.document.tokens_in(role.stop, role.stop + _AFTER):
                    yield token.index, predicate.former == "always"
            return
        for token in reversed(holders.tokens[max(0, head.index - _FAR) : head.index]):
            noun = self._predicates.get(token.lemma)
            if token.sentence != head.sentence or token.pos in ("VERB", "PUNCT"):
                return
            if noun is not None and noun.holder == "genitive":
                yield from _by_noun(holders, token, noun.former == "always")
                return

    def _verb(self, holders: Holders, head: Token) -> Token | None:
        """The governing verb of the table, or one right before the post."""
        governor = holders.tree.head(head.index)
        near = [governor, *reversed(holders.tokens[max(0, head.index - _NEAR) : head.index])]
        for token in near:
            if token is None or token.sentence != head.sentence or token.pos == "PUNCT":
                return None
            known = token.lemma in self._predicates and token.pos in ("VERB", "AUX")
            if known and not self._is_unreal(holders, token):
                return token
            if token is not governor and token.pos in ("NOUN", "PROPN"):
                return None
        return None

    def _verb_after(self, holders: Holders, role: RoleDraft) -> Token | None:
        """The verb of the table right after the post: «министром Тувы назначена Анна Ким»."""
        first = holders.document.token_range(role.start, role.stop)[1]
        for token in holders.tokens[first : first + _NEAR]:
            if token.lemma in self._predicates and token.pos in ("VERB", "AUX"):
                return None if self._is_unreal(holders, token) else token
            if token.pos != "ADV" or token.sentence != holders.tokens[first].sentence:
                return None
        return None

    def _by_verb(
        self, holders: Holders, verb: Token, head: Token, predicate: Predicate
    ) -> Iterator[tuple[int, bool]]:
        former = predicate.former == "always" or (
            predicate.former == "past" and verb.feats.get("Tense") == "Past"
        )
        found = holders.subjects(verb)
        if predicate.holder == "object":
            found = holders.objects(verb)
        for index in found:
            if index != head.index:
                yield index, former

    def _office(self, holders: Holders, head: Token, role: RoleDraft) -> Token | None:
        """The noun for an office that governs the post: «пост министра», «должность главы»."""
        if head.feats.get("Case") not in ("Gen", None) or role.acting:
            return None
        governor = holders.tree.head(head.index)
        if governor is not None and governor.lemma in self._offices:
            return governor
        at = head.index - 1
        while at > 0 and holders.tokens[at].pos == "ADJ":
            at -= 1
        return holders.tokens[at] if holders.tokens[at].lemma in self._offices else None

    def _in_office(self, holders: Holders, office: Token) -> Iterator[tuple[int, bool]]:
        """«занял пост», «назначен на пост», «снят с поста», «на посту», «назначение на пост»."""
        governor = holders.tree.head(office.index)
        preposition = holders.tree.preposition(office.index)
        if (
            governor is None
            or self._is_unreal(holders, governor)
            or self._is_sought(holders, office)
        ):
            return
        predicate = self._predicates.get(governor.lemma)
        over = preposition in _FROM
        if predicate is not None and predicate.holder == "genitive":
            yield from _by_noun(holders, governor, over or predicate.former == "always")
        elif predicate is not None and (predicate.office or not preposition):
            for index, former in self._by_verb(holders, governor, office, predicate):
                yield index, over or former
        elif over or (preposition and office.feats.get("Case") == "Loc"):
            for index in holders.subjects(governor):
                yield index, over

    def _is_sought(self, holders: Holders, office: Token) -> bool:
        """«кандидат на пост», «претендует на пост»."""
        before = holders.tokens[max(0, office.index - 3) : office.index]
        return any(t.lemma in self._unreal for t in before)

    def _is_unreal(self, holders: Holders, verb: Token) -> bool:
        """Denied, wished or conditional: «не стал», «хочет стать», «если станет»."""
        words = {verb.lemma, *(t.lemma for t in holders.tree.children(verb.index))}
        if "не" in words or words & self._unreal:
            return True
        above = holders.tree.head(verb.index)
        infinitive = verb.feats.get("VerbForm") == "Inf"
        return infinitive and above is not None and above.lemma in self._unreal


def _by_noun(holders: Holders, noun: Token, over: bool) -> Iterator[tuple[int, bool]]:
    """«назначение Анны Ким», or «Анна Ким получила назначение»."""
    for child in holders.tree.children(noun.index, "nmod"):
        if child.feats.get("Case") == "Gen":
            yield child.index, over
    verb = holders.clauses.predicate(noun.index)
    received = noun.feats.get("Case") == "Acc" and noun.rel == "obj"
    if verb is not None and received:
        for index in holders.clauses.subjects(verb):
            yield index, over


def _note(holders: Holders, role: RoleDraft, person: PersonDraft, *, former: bool) -> None:
    role.person = person
    role.former = role.former or former
    hold(person, role)
    holders.document.note("coreference", role.start, role.stop, f"post of {person.name}")


def _share(holders: Holders, before: RoleDraft, role: RoleDraft) -> None:
    """«был министром, губернатором и послом»: the posts that follow are the same person's."""
    if before.person is None:
        return
    tokens = holders.document.tokens_in(before.stop, role.start)
    gap = [t.text for t in tokens if t.start >= before.stop and t.stop <= role.start]
    a, b = holders.head(before), holders.head(role)
    if a is None or b is None or a.sentence != b.sentence or not gap or len(gap) > _GAP:
        return
    same = a.feats.get("Case") == b.feats.get("Case") == "Ins"
    if same and all(t in (",", "и", "а", "затем", "потом", "позже") for t in gap):
        _note(holders, role, before.person, former=before.former)


def _is_item(holders: Holders, role: RoleDraft) -> bool:
    """«С 2008 года — ректор»: a year and a dash before the post."""
    first = holders.document.token_range(role.start, role.start + 1)[0]
    if first < _ITEM or holders.tokens[first - 1].text not in "—–-":
        return False
    before = holders.tokens[first - 1 - _ITEM : first - 1]
    near = [t for t in before if t.sentence == holders.tokens[first].sentence]
    return any(t.text.isdigit() and len(t.text) == 4 for t in near) or (
        any(t.lemma in ("год", "гг", "г") for t in near)
    )
