"""Whose a world leader's bare post is: «президент Обама» is of the USA, whatever stands near.

Only in articles that name the country; a former post and one that the text gives an owner stay as
they are.
"""

from __future__ import annotations

from ..document import Document
from ..drafts import PersonDraft, RegionDraft, RoleDraft
from ..knowledge.leaders import LeadersLexicon
from ..nlp.words import fold
from .bodies import own
from .roles import RoleLinker

_HEADS = frozenset({"state", "cabinet"})


class LeaderLinker:
    """Fills ``of`` of leaders' posts, and whom «белорусский лидер» without a name means."""

    def __init__(self, roles: RoleLinker, lexicon: LeadersLexicon) -> None:
        self._roles = roles
        self._by_surname: dict[str, list[tuple[str, str]]] = {}
        for country, names in lexicon.leaders.items():
            for name in names:
                for key in {_key(name), _key(name.split()[-1])}:
                    self._by_surname.setdefault(key, []).append((name, country))

    def link(self, document: Document) -> dict[PersonDraft, str]:
        """Owners of attached posts, then the one leader whom a country's bare post can mean.

        Gives the code of every leader's country, whether the article names it or not.
        """
        countries = {r.country: r for r in document.regions() if r.level == "country"}
        known = {p: c for p in document.people() if (c := self._country(p)) is not None}
        leaders: dict[RegionDraft, list[PersonDraft]] = {}
        for person, code in known.items():
            country = countries.get(code)
            if country is None or any(p.of for p in person.positions):
                continue
            leaders.setdefault(country, []).append(person)
            for role in document.roles:
                if role.person is person and self._is_bare(document, role) and role.attached:
                    own(role, country)
        for country, people in leaders.items():
            bare = [r for r in document.roles if r.person is None and country in r.of]
            told = any(self._heads(document, r) for r in bare)
            if told and len(people) == 1 and not people[0].positions:
                people[0].speaks_for.append(country)
        return known

    def _is_bare(self, document: Document, role: RoleDraft) -> bool:
        return not role.of and not role.former and self._heads(document, role)

    def _heads(self, document: Document, role: RoleDraft) -> bool:
        return bool(_HEADS & self._roles.classes(document, role))

    def _country(self, person: PersonDraft) -> str | None:
        """The country of the leader who bears the name; None where several may be meant."""
        named = {c for n, c in self._by_surname.get(_key(person.name), ()) if _is(person, n)}
        if not named and person.last is not None:
            known = self._by_surname.get(_key(person.last.split()[-1]), ())
            named = {c for n, c in known if _is(person, n)}
        return named.pop() if len(named) == 1 else None


def _is(person: PersonDraft, name: str) -> bool:
    """Whether a person told by these parts can be the one of the name."""
    if _key(person.name) == _key(name):
        return True
    [*given, last] = name.split()
    if person.last is None or _key(person.last.split()[-1]) != _key(last):
        return False
    first = fold(person.first or "").rstrip(".")
    return not first or any(fold(g).startswith(first) for g in given)


def _key(words: str) -> str:
    return fold(words).replace("-", "").replace(" ", "")
