"""Whose an office is by its rank: «вице-губернатор» of the region the article is about.

«Гостей принял вице-губернатор Роман Щеглов» does not say of what region; the rank says that it is
one, and the sentence, else the article and the page around it, say which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from ..document import Document, Token
from ..drafts import EntityDraft, PersonDraft, RegionDraft, RoleDraft
from ..knowledge.titles import Territory, TitlesLexicon
from ..nlp.words import fold
from ..persons.represent import represents, spoken_for

_LEAST = 2
"""How often one of several regions must be named to be the article's own, the page counted."""
_HEADS = frozenset({"глава", "аким", "хоким", "президент"})
"""Who heads a region under another title."""
_GUESTS = frozenset({"гость", "гостья", "визитер"})
_RANKS = frozenset({"область", "край"})
_REACH = 2
"""Words after a title that may still tell the rank: «министр ЖКХ региона»."""


class TerritoryLinker:
    """Fills ``of`` of officials whose post stands without an owner."""

    def __init__(self, lexicon: TitlesLexicon) -> None:
        self._by_word = {w: t for t in lexicon.territory for w in t.words}
        self._by_head = {w: t for t in lexicon.territory for w in t.heads}
        self._deputies = frozenset(lexicon.deputies)

    def link(self, document: Document, known: Mapping[PersonDraft, str] | None = None) -> None:
        """The region of the post's rank in its sentence, else the one most spoken of.

        ``known`` are the countries (codes) of those whom everybody knows: theirs is no other.
        """
        known = known or {}
        for role in document.roles:
            person = role.person
            if not role.attached or role.of or role.former or person is None or _has_side(person):
                continue
            territory = self._territory(document, role)
            region = self._region(document, role, territory) if territory is not None else None
            if region is None or is_elsewhere(region, known.get(person)):
                continue
            role.of = [region]
            for position in person.positions:
                if position.start == role.title_start:
                    position.of = [region]
            words = document.text[role.start : role.stop]
            document.note("coreference", role.start, role.stop, f"{words} is of {region.name}")

    def _territory(self, document: Document, role: RoleDraft) -> Territory | None:
        """What rank of region the post is of: by a word that tells it, else by its head."""
        title = document.tokens_in(role.title_start, role.title_stop)
        for token in (*title, *_following(document, title)):
            if token.lemma in self._by_word:
                return self._by_word[token.lemma]
        for head in (t.lemma for t in title if t.pos in ("NOUN", "PROPN")):
            if head in self._by_head or head not in self._deputies:
                return self._by_head.get(head)
        return None

    def _region(
        self, document: Document, role: RoleDraft, territory: Territory
    ) -> RegionDraft | None:
        fit = [
            r
            for r in document.regions()
            if r.level in territory.levels and not (territory.abroad and r.country == "RU")
        ]
        title = document.tokens_in(role.title_start, role.title_stop)
        fit = [r for r in fit if all(is_called(r, t.lemma) for t in title)]
        guests = {o for p in document.people() if p is not role.person for o in p.speaks_for}
        guests |= self._foreign(document, role) | _visiting(document, role)
        fit = [r for r in fit if r not in guests]
        if not self._is_deputy(document, role):
            headed = self._headed(document, role)
            fit = [r for r in fit if r not in headed]
        ranks = [[r for r in fit if r.level == level] for level in territory.levels]
        told = next((r for rank in ranks if rank for r in [_most_told(rank)]), None)
        told = told if territory.abroad else _most_told(fit)
        return only_beside(document, role, fit) or told or self._unclaimed(document, fit)

    def _foreign(self, document: Document, role: RoleDraft) -> set[EntityDraft]:
        """«Глава государства принял посла Китая»: countries whose officials others are."""
        others = (r for r in document.roles if r.person is not role.person)
        owners = {o for r in others for o in r.of}
        owners |= {spoken_for(o) for o in owners}
        return {o for o in owners if isinstance(o, RegionDraft) and o.level == "country"}

    def _unclaimed(self, document: Document, regions: list[RegionDraft]) -> RegionDraft | None:
        """The only one for which nobody else of the article speaks: the host's, not the guest's."""
        claimed = {owner for p in document.people() for owner in represents(p)}
        free = [r for r in regions if r not in claimed and len(r.mentions) >= _LEAST]
        return free[0] if len(free) == 1 else None

    def _is_deputy(self, document: Document, role: RoleDraft) -> bool:
        title = document.tokens_in(role.title_start, role.title_stop)
        return any(t.lemma in self._deputies for t in title)

    def _headed(self, document: Document, role: RoleDraft) -> set[object]:
        """Regions whose like post somebody else holds: a governor, an аким, a «глава»."""
        return {
            owner
            for other in document.roles
            if other.person is not role.person and self._is_alike(other.title, role.title)
            for owner in other.of
        }

    def _is_alike(self, title: str, mine: str) -> bool:
        return title == mine or title in _HEADS or title in self._by_head


def is_elsewhere(owner: EntityDraft, country: str | None) -> bool:
    """Whether an owner cannot be the country of somebody who heads it."""
    if country is None or not isinstance(owner, RegionDraft) or owner.level != "country":
        return False
    return owner.country != country


def _visiting(document: Document, role: RoleDraft) -> set[EntityDraft]:
    """«Делегация Твери прибыла … Гостей принял мэр города»: a host is of no guests' region."""
    sentence = document.sentence_at(role.start)
    if sentence is None or _GUESTS.isdisjoint(t.lemma for t in document.sentence_tokens(sentence)):
        return set()
    found: set[EntityDraft] = set()
    for region in document.regions():
        for mention in region.mentions:
            first, last = document.token_range(mention.start, mention.stop)
            beside = document.tokens[max(0, first - 1) : last + 1]
            if any(t.lemma.endswith("делегация") for t in beside):
                found.add(region)
    return found


def is_called(region: RegionDraft, noun: str) -> bool:
    """Whether a noun may mean the region: Moscow is no «область»."""
    return noun not in _RANKS or noun in fold(region.name)


def only_beside(
    document: Document, role: RoleDraft, regions: Iterable[RegionDraft]
) -> RegionDraft | None:
    """The only one of the regions named in the role's sentence that is no other post's there."""
    sentence = document.sentence_at(role.start)
    if sentence is None:
        return None
    owned = owned_beside(document, role)
    found = [
        r
        for r in regions
        if r not in owned and any(sentence.start <= m.start < sentence.stop for m in r.mentions)
    ]
    return found[0] if len(found) == 1 else None


def owned_beside(document: Document, role: RoleDraft) -> set[EntityDraft]:
    """Whose the other posts of the role's sentence are: bodies and the regions of bodies."""
    sentence = document.sentence_at(role.start)
    if sentence is None:
        return set()
    owners = [
        owner
        for other in document.roles
        if sentence.start <= other.start < sentence.stop
        for owner in other.of
    ]
    return {side for owner in owners for side in (owner, spoken_for(owner))}


def _has_side(person: PersonDraft) -> bool:
    return bool(person.speaks_for) or any(p.of for p in person.positions if not p.former)


def _following(document: Document, title: list[Token]) -> list[Token]:
    """The few words after a title, up to a mark, a verb or a name."""
    found: list[Token] = []
    if not title:
        return found
    first = title[-1].index + 1
    for token in document.tokens[first : first + _REACH]:
        if token.pos in ("PUNCT", "VERB", "PROPN") and not token.text.isupper():
            break
        found.append(token)
    return found


def _most_told(regions: Iterable[RegionDraft]) -> RegionDraft | None:
    """The only one, or the one that stands out among several."""
    counts = Counter({r: len(r.mentions) for r in regions})
    best = counts.most_common(2)
    if len(best) == 1:
        return best[0][0]
    return best[0][0] if best and best[0][1] >= _LEAST and best[0][1] > best[1][1] else None
