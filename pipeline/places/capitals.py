"""Capitals that stand for their states: «Москва и Токио договорились»."""

from __future__ import annotations

from ..document import Token
from ..knowledge.regions import RegionsLexicon
from ..knowledge.registry import Place, Registry
from .match import Context, Match

_CLAUSE = 8
_JOINTS = frozenset({"и", ","})


class Capitals:
    """Tells a capital in the part of its state from the city."""

    def __init__(self, lexicon: RegionsLexicon, registry: Registry) -> None:
        self._registry = registry
        self._verbs = frozenset(lexicon.political_verbs)
        self._owned = frozenset(lexicon.political_owned)
        self._nouns = frozenset(lexicon.political_nouns)

    def state(self, context: Context, match: Match, matches: list[Match]) -> Place | None:
        """The country that a capital stands for here; None where the city itself is meant."""
        country = self._country(match)
        if country is None or match.kind != "name" or context.after_preposition(match.first):
            return None
        token = context.tokens[match.first]
        head = context.tokens[token.head] if token.head >= 0 else None
        if head is None or not _bare(context, match):
            return None
        if token.rel in ("nsubj", "nsubj:pass"):
            acts = head.lemma in self._verbs or self._holds(context, head)
            return country if acts else None
        if token.feats.get("Case") == "Gen" and head.lemma in self._owned:
            return country
        if self._is_asked(context, token, head, matches):
            return country
        told = country.country != "RU" and any(m.places[0].id == country.id for m in matches)
        if told and self._is_object(token, head):
            return country
        partner = self._partner(context, match, matches)
        if partner is None:
            return None
        return country if self._between_states(context, token, partner) else None

    def _holds(self, context: Context, verb: Token) -> bool:
        """«Киев проведёт консультации»: what states have between them is its object."""
        return any(
            word.head == verb.index and word.rel == "obj" and word.lemma in self._nouns
            for word in context.tokens[verb.index : verb.index + _CLAUSE]
        )

    def _is_asked(self, context: Context, token: Token, head: Token, matches: list[Match]) -> bool:
        """«Ханой попросил Минск»: what another state's capital asks something of is a state."""
        if token.rel not in ("obj", "iobj", "obl") or head.lemma not in self._verbs:
            return False
        subjects = {
            m.first: m for m in matches if context.tokens[m.first].rel in ("nsubj", "nsubj:pass")
        }
        return any(
            context.tokens[first].head == head.index
            and (self._country(m) is not None or m.places[0].level == "country")
            for first, m in subjects.items()
        )

    def _is_object(self, token: Token, head: Token) -> bool:
        """«Глава области попросил Минск», «готов поставить Джакарте»: where the state is named."""
        if token.rel not in ("obj", "iobj", "obl"):
            return False
        given = head.feats.get("VerbForm") == "Inf" and token.feats.get("Case") in ("Dat", None)
        return given or head.lemma in self._verbs

    def _country(self, match: Match) -> Place | None:
        place = match.places[0]
        return self._registry.capital_of(place.name) if place.level != "country" else None

    def _partner(self, context: Context, match: Match, matches: list[Match]) -> Match | None:
        """Another capital or country joined by «и» or a comma in the same case."""
        for other in matches:
            if other is match or other.kind != "name":
                continue
            left, right = sorted((match, other), key=lambda m: m.first)
            between = context.tokens[left.last : right.first]
            if len(between) == 1 and between[0].text in _JOINTS and self._country(other):
                return other
        return None

    def _between_states(self, context: Context, token: Token, partner: Match) -> bool:
        other = context.tokens[partner.first]
        for word in (token, other):
            head = context.tokens[word.head] if word.head >= 0 else None
            while head is not None and head.index in (token.index, other.index):
                head = context.tokens[head.head] if head.head >= 0 else None
                if head is not None and head.index == word.index:
                    return False
            if head is not None and head.lemma in self._verbs | self._nouns:
                return True
            if head is not None and self._holds(context, head):
                return True
        return False


def _bare(context: Context, match: Match) -> bool:
    """No word before it that makes it a city («город Москва», «власти Москвы»)."""
    if match.first == 0:
        return True
    return context.tokens[match.first - 1].lemma not in ("город", "г", "столица", "мэр", "власть")
