"""Whose a world leader's bare post is: «президент Обама» is of the USA, whatever stands near.

Only in articles that name the country; a former post and one that the text gives an owner stay as
they are.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..document import Document
from ..drafts import OrganizationDraft, PersonDraft, RegionDraft, RoleDraft
from ..knowledge.leaders import LeadersLexicon
from ..nlp.words import fold
from .bodies import own
from .roles import RoleLinker

_HEADS = frozenset({"state", "cabinet"})
_MINISTRIES = frozenset({"мид", "министерство иностранных дел", "госдепартамент", "госдеп"})
_OFFICES = frozenset({"министр иностранных дел", "министр", "госсекретарь", "глава дипломатии"})


class LeaderLinker:
    """Fills ``of`` of leaders' posts, and whom «белорусский лидер» without a name means."""

    def __init__(self, roles: RoleLinker, lexicon: LeadersLexicon) -> None:
        self._roles = roles
        self._leaders = _by_surname(lexicon.leaders)
        self._ministers = _by_surname(lexicon.ministers)

    def link(self, document: Document) -> dict[PersonDraft, str]:
        """Owners of attached posts, then the one leader whom a country's bare post can mean.

        Gives the code of every leader's country, whether the article names it or not.
        """
        countries = {r.country: r for r in document.regions() if r.level == "country"}
        self._link_ministers(document, countries)
        known = {p: c for p in document.people() if (c := _country(self._leaders, p)) is not None}
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

    def _link_ministers(
        self, document: Document, countries: Mapping[str | None, RegionDraft]
    ) -> None:
        """«Глава МИД Сергей Лавров»: the ministry is of the minister's country."""
        for role in document.roles:
            if not role.attached or role.former or role.person is None:
                continue
            foreign = [o for o in role.of if isinstance(o, OrganizationDraft)]
            foreign = [o for o in foreign if o.owner is None and fold(o.name) in _MINISTRIES]
            if not foreign and (role.of or fold(role.title) not in _OFFICES):
                continue
            country = countries.get(_country(self._ministers, role.person))
            if country is None:
                continue
            for body in foreign:
                body.owner = country
            if not role.of:
                own(role, country)


def _by_surname(table: Mapping[str, list[str]]) -> dict[str, list[tuple[str, str]]]:
    """Names with their countries by surname and by the whole name."""
    found: dict[str, list[tuple[str, str]]] = {}
    for country, names in table.items():
        for name in names:
            for key in {_key(name), _key(name.split()[-1])}:
                found.setdefault(key, []).append((name, country))
    return found


def _country(table: Mapping[str, list[tuple[str, str]]], person: PersonDraft) -> str | None:
    """The country of whoever bears the name; None where several may be meant."""
    named = {c for n, c in table.get(_key(person.name), ()) if _is(person, n)}
    if not named and person.last is not None:
        named = {c for n, c in table.get(_key(person.last.split()[-1]), ()) if _is(person, n)}
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
