"""The registry of places: subjects of Russia, countries, their parts, cities, and their names.

``regions.toml``, ``countries.toml`` and ``provinces.tsv`` (parts of other countries with their ISO
3166-2 codes) are written by hand; ``cities.tsv`` and ``countries.tsv`` are made by
``benchmarks/build_places.py`` from GeoNames, CLDR and ISO 3166-1. Codes of subjects follow ISO
3166-2 as published, ``okato`` is OK 019-95, which gives OKTMO its first two digits; neither is a
claim.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Literal

from razdel import tokenize

from schemas.entities import RegionLevel

from ..nlp.words import fold
from .lexicon import PACKAGE, Lexicon
from .regions import CountriesLexicon, PlaceEntry, RegionsLexicon

FormKind = Literal["name", "alias", "abbreviation"]
_MARKS = re.compile(r"[’'`()]")
_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the registry; ``parent`` is the id of its subject or country."""

    id: str
    name: str
    level: RegionLevel
    country: str | None = None
    code: str | None = None
    okato: str | None = None
    wikidata: str | None = None
    capital: str | None = None
    parent: str | None = None
    population: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """One way to name a place: folded nominative words (``text`` as written for abbreviations)."""

    words: tuple[str, ...]
    place: Place
    kind: FormKind
    weak: bool = False


@dataclass
class Registry:
    """Every known place with the indexes that find it. Build one with ``Registry.of``."""

    places: dict[str, Place] = field(default_factory=dict)
    _forms: dict[str, list[Form]] = field(default_factory=dict)
    _abbreviations: dict[str, Form] = field(default_factory=dict)
    _adjectives: dict[str, list[Place]] = field(default_factory=dict)
    _demonyms: dict[str, list[Place]] = field(default_factory=dict)
    _prefixes: dict[str, Place] = field(default_factory=dict)
    _codes: dict[str, Place] = field(default_factory=dict)
    _capitals: dict[str, Place] = field(default_factory=dict)

    @classmethod
    def of(cls, lexicon: Lexicon) -> Registry:
        """The registry of a lexicon, overlays included."""
        registry = cls()
        countries = lexicon.read(CountriesLexicon).place
        for entry in [*lexicon.read(RegionsLexicon).place, *countries]:
            registry._add_entry(entry)
        registry._add_cldr()
        registry._add_provinces()
        registry._add_cities()
        registry._add_capitals()
        return registry

    def find(self, *words: str) -> list[Place]:
        """The places with exactly this name, in nominative words: ``find("нижний", "новгород")``.

        Hand-written places come first, cities by falling population.
        """
        folded = tuple(fold(w) for w in words)
        found = [f.place for f in self._forms.get(folded[0], []) if f.words == folded]
        if len(words) == 1 and words[0] in self._abbreviations:
            found.insert(0, self._abbreviations[words[0]].place)
        return list(dict.fromkeys(found))

    def forms(self) -> Iterator[Form]:
        """Every form of every place, abbreviations apart."""
        for forms in self._forms.values():
            yield from forms

    def starting(self, word: str) -> list[Form]:
        """The forms whose first folded word this is, the longest first."""
        return self._forms.get(word, [])

    def abbreviation(self, text: str) -> Form | None:
        """The place of an abbreviation, compared letter for letter."""
        return self._abbreviations.get(text)

    def adjective(self, lemma: str) -> list[Place]:
        """The places an adjective («тульский») may belong to, the likeliest first."""
        return self._adjectives.get(lemma, [])

    def demonym(self, lemma: str) -> list[Place]:
        """The places whose people a noun names («липчанин»)."""
        return self._demonyms.get(lemma, [])

    def prefix(self, word: str) -> Place | None:
        """The place behind the first part of a compound adjective («российско», «франко»)."""
        return self._prefixes.get(word)

    def capital_of(self, name: str) -> Place | None:
        """The country whose capital has this name."""
        return self._capitals.get(fold(name))

    def _add_adjectives(self, entry: PlaceEntry, place: Place, weak: frozenset[str]) -> None:
        for lemma in entry.adjectives:
            if lemma not in weak:
                self._adjectives.setdefault(fold(lemma), []).append(place)
            self._prefixes.setdefault(_combining(fold(lemma)), place)
        for lemma in entry.demonyms:
            if lemma not in weak:
                self._demonyms.setdefault(fold(lemma), []).append(place)
        for prefix in entry.prefixes:
            self._prefixes.setdefault(fold(prefix), place)

    def _add_entry(self, entry: PlaceEntry) -> None:
        place = Place(
            entry.id,
            entry.name,
            entry.level,
            entry.country,
            entry.code,
            entry.okato,
            entry.wikidata,
            entry.capital,
            entry.parent or ((entry.country or "").lower() if entry.level != "country" else None),
        )
        self.places[place.id] = place
        weak = frozenset(entry.weak)
        for name in [entry.name, *entry.names]:
            self._add_form(name, place, "name", name in weak)
            if entry.level == "country" and "-" in name:
                self._add_form(name.replace("-", " "), place, "name", name in weak)
        for name in entry.aliases:
            self._add_form(name, place, "alias", name in weak)
        for text in entry.abbreviations:
            self._abbreviations[text] = Form((text,), place, "abbreviation", text in weak)
        self._add_adjectives(entry, place, weak)
        if entry.code:
            self._codes[entry.code] = place
        if entry.level == "country" and entry.capital:
            self._capitals[fold(entry.capital)] = place

    def _add_form(self, name: str, place: Place, kind: FormKind, weak: bool = False) -> None:
        words = tuple(fold(w) for w in _words(name))
        forms = self._forms.setdefault(words[0], [])
        if all(f.words != words or f.place is not place for f in forms):
            forms.append(Form(words, place, kind, weak))
            forms.sort(key=lambda f: -len(f.words))

    def _add_cldr(self) -> None:
        for row in _rows("countries.tsv"):
            known = self._codes.get(row["code"])
            name = _unabridged(row["name"].split(" (")[0])
            if known is not None:
                self._add_form(name, known, "name")
            else:
                code = row["code"]
                self._add_entry(
                    PlaceEntry(id=code.lower(), name=name, level="country", country=code, code=code)
                )

    def _add_provinces(self) -> None:
        for row in _rows("provinces.tsv"):
            self._add_entry(
                PlaceEntry(
                    id=row["code"].lower(),
                    name=row["name"],
                    level="subject",
                    country=row["code"][:2],
                    code=row["code"],
                    names=[n for n in row["other"].split(";") if n],
                    adjectives=[a for a in row["adjective"].split(";") if a],
                )
            )

    def _add_cities(self) -> None:
        for number, row in enumerate(_rows("cities.tsv")):
            names = [row["name"], *filter(None, row["other"].split(";"))]
            subject = self.places.get(row["subject"])
            if subject is not None and fold(subject.name) == fold(row["name"]):
                continue
            place = Place(
                id=f"city-{number}",
                name=self._own_name(row["country"], names),
                level="city" if int(row["population"]) >= _CITY else "settlement",
                country=row["country"],
                parent=row["subject"] or row["country"].lower(),
                population=int(row["population"]),
            )
            self.places[place.id] = place
            for name in names:
                self._add_form(name, place, "name")
            if row["adjective"]:
                owners = self._adjectives.setdefault(row["adjective"], [])
                owners.append(place)
                self._prefixes.setdefault(_combining(row["adjective"]), owners[0])

    def _own_name(self, country: str, names: list[str]) -> str:
        """How a city is called here: a capital as its country's entry has it («Эр-Рияд»)."""
        state = self._codes.get(country)
        capital = state.capital if state is not None and state.capital else ""
        return capital if fold(capital) in map(fold, names) else names[0]

    def _add_capitals(self) -> None:
        """The capitals that the table of towns lacks."""
        for word, state in self._capitals.items():
            if state.capital and not any(
                f.place.country == state.country and f.place.level != "country"
                for f in self._forms.get(fold(_words(word)[0]), ())
            ):
                place = Place(f"capital-{state.id}", state.capital, "city", state.country)
                self.places[place.id] = place
                self._add_form(state.capital, place, "name", weak=True)


_CITY = 12_000


def _words(name: str) -> list[str]:
    """The words as a text's tokens: names with marks inside are cut as the tokenizer does."""
    return [t.text for t in tokenize(name)] if _MARKS.search(name) else _WORD.findall(name)


def _unabridged(name: str) -> str:
    """CLDR writes «о-ва Кука», «о-в Св. Елены»; a text does not."""
    for short, full in (("о-ва", "острова"), ("о-в", "остров"), ("Св.", "Святой")):
        name = name.replace(short, full)
    return name


def _combining(adjective: str) -> str:
    return adjective.removesuffix("ий").removesuffix("ой").removesuffix("ый") + "о"


def _rows(name: str) -> Iterator[dict[str, str]]:
    lines: Iterable[str] = files(PACKAGE).joinpath(name).read_text("utf-8").splitlines()
    return iter(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
