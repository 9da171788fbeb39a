"""To whom a one-sided act is said: where its frame says, else what the clause around it tells."""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Token
from ..drafts import EntityDraft, OrganizationDraft, RegionDraft, SpeechDraft
from ..knowledge.frames import OutcomesLexicon
from .contacts import Contact, able, land_of, spoken_for
from .focus import author
from .found import Found
from .slots import fill
from .view import View
from .voices import listener

_US = frozenset({"мы", "я"})
_FACING = frozenset({"с", "со", "против", "от", "для", "к", "перед", "между"})
_WIDE = frozenset({":Dat", "от:Gen"})
"""Slots in which a phrase that the content holds is the other side all the same."""
_ASIDE = frozenset({"proposed", "offered", "invited", "agreed"})
_ASKING = frozenset({"proposed", "invited"})


class Addressees:
    """Finds the other side of an act of one."""

    def __init__(self, lexicon: OutcomesLexicon) -> None:
        self._both_sides = frozenset(lexicon.both_sides)
        self._papers = frozenset(lexicon.letters)
        self._owned = frozenset(lexicon.causes)

    def named(self, view: View, found: Found, speech: SpeechDraft | None) -> list[EntityDraft]:
        """The other side where the frame says it stands; «нам» is the speaker's."""
        if found.other is not None:
            there = view.actors.group(found.other)
            return able(spoken_for(a.entity) for a in there if a.entity is not None)
        others: list[EntityDraft] = []
        own = view.clauses.subjects(found.trigger)
        for slot in found.frame.addressee:
            for head in fill(view, slot, found.trigger, found.carrier):
                if slot == "object" and head in own:
                    continue
                token = view.tokens[head]
                if found.inside(head) and (slot not in _WIDE or _is_citizen(token)):
                    continue
                if token.lemma in _US:
                    us = speech.speaker if speech is not None else author(view.document)
                    others += [spoken_for(us)] if us is not None else []
                others += self._at(view, head)
        return able(others)

    def people(self, view: View, found: Found) -> list[EntityDraft]:
        """Who stands where the frame says the other side does, whomever they speak for."""
        heads = [
            h
            for slot in found.frame.addressee
            for h in fill(view, slot, found.trigger, found.carrier)
        ]
        return [a.entity for h in heads for a in view.actors.group(h) if a.entity is not None]

    def around(self, view: View, found: Found, own: list[EntityDraft]) -> list[EntityDraft]:
        """Whom the clause above names for it: «пригласил A, предложив им …», «письмо A, в котором
        попросил …»; in a clause with «чтобы» who is to do it.
        """
        if found.frame.act not in _ASIDE or found.frame.parties != "subject":
            return []
        return (
            self._of_main_verb(view, found)
            or self._of_letter(view, found)
            or [o for o in self._who_is_to(view, found) if any(_abroad(p, o) for p in own)]
        )

    def told_to(
        self,
        view: View,
        found: Found,
        speech: SpeechDraft | None,
        parties: list[EntityDraft],
        contact: Contact | None,
    ) -> list[EntityDraft]:
        """To whom a one-sided act is said where the clause names nobody for it."""
        others: list[EntityDraft] = []
        if found.frame.act == "offered":
            others = [o for o in self._given(view, found) if o not in parties]
        if not others and contact is not None:
            others = listener(speech, parties, contact) or contact.other_than(parties)
        if not others and not (contact is not None and contact.meeting is not None):
            wants = found.frame.act == "interested" and any(_is_power(p) for p in parties)
            seen = _of_interest if wants else self._faced
            others = [o for o in seen(view, found) if o not in parties]
        if not others and contact is None and found.frame.act == "proposed":
            others = [o for o in self._told_of(view, found) if any(_abroad(p, o) for p in parties)]
        return others

    def counterpart(self, view: View, found: Found) -> bool:
        """Whether somebody in the dative is told without a name: «предложил соседям»."""
        first, last = min(found.trigger, found.first), max(found.trigger, found.last)
        return any(
            t.lemma in self._both_sides
            and (t.feats.get("Case") == "Dat" or not found.inside(t.index))
            and t.feats.get("Case") in ("Dat", "Acc", "Ins")
            and t.rel in ("iobj", "obl", "obj")
            for t in view.tokens[first:last]
        )

    def _at(self, view: View, head: int) -> list[EntityDraft]:
        """Who stands at a token, or whose people («экспертов из ООН», «союзников по НАТО»)."""
        group = [a.entity for a in view.actors.group(head) if a.entity is not None]
        if group:
            return [spoken_for(e) for e in group]
        owner = view.actors.owner(head)
        if owner is not None:
            return [owner]
        peers = view.clauses.obliques(head, "по", "Dat")
        bodies = (view.actors.named(i) for i in peers)
        return [
            a.entity for a in bodies if a is not None and isinstance(a.entity, OrganizationDraft)
        ]

    def _of_main_verb(self, view: View, found: Found) -> list[EntityDraft]:
        """«Поддержал A, пообещав кредит»: whom the converb's main verb is done to."""
        head = view.tree.head(found.trigger)
        if view.tokens[found.trigger].feats.get("VerbForm") != "Conv" or head is None:
            return []
        if head.pos != "VERB":
            return []
        told = [*view.clauses.objects(head.index), *view.clauses.obliques(head.index, "", "Dat")]
        return able(e for i in told if not found.inside(i) for e in self._at(view, i))

    def _of_letter(self, view: View, found: Found) -> list[EntityDraft]:
        """«Направил A письмо, в котором попросил», «в письме A попросил»: to whom it is written."""
        verb = found.trigger if found.carrier is None else found.carrier
        for paper in self._letters(view, verb):
            above = view.tree.head(paper)
            places = [paper] if above is None or above.index == verb else [paper, above.index]
            told = [
                i
                for at in places
                for preposition in ("", "к", "в")
                for i in view.clauses.obliques(
                    at, preposition, "Dat" if preposition != "в" else "Acc"
                )
            ]
            others = able(e for i in told if not found.inside(i) for e in self._at(view, i))
            if others:
                return others
        return []

    def _letters(self, view: View, verb: int) -> list[int]:
        """The papers a verb is said in, or whose relative clause it heads."""
        within = view.clauses.obliques(verb, "в", "Loc")
        papers = [view.clauses.antecedent(i) for i in within]
        return [i for i in papers if view.tokens[i].lemma in self._papers]

    def _who_is_to(self, view: View, found: Found) -> list[EntityDraft]:
        """«Потребовал, чтобы B прекратил»: who is to do it."""
        asks = found.frame.act in _ASKING and view.tokens[found.first - 1].lemma == "чтобы"
        if not asks or found.head == found.trigger:
            return []
        subjects = [i for i in view.clauses.subjects(found.head) if found.inside(i)]
        named = [a.entity for i in subjects for a in view.actors.group(i) if a.entity is not None]
        return able(spoken_for(e) for e in named)

    def _faced(self, view: View, found: Found) -> list[EntityDraft]:
        """Whom the content names as the one it is done for, with or against.

        Whose cause it is, too: «поддержать кандидатуру A», «рассмотреть вопрос о вступлении B».
        """
        for actor in view.actors.within(found.first, found.last):
            entity = actor.entity
            if entity is None or not isinstance(entity, (RegionDraft, OrganizationDraft)):
                continue
            if isinstance(entity, RegionDraft) and _is_citizen(view.tokens[actor.head]):
                continue
            case, preposition = view.actors.case(actor), view.tree.preposition(actor.head)
            into = found.frame.act == "offered" and preposition == "в" and case == "Acc"
            if preposition in _FACING or into or (case == "Dat" and not preposition):
                return able([spoken_for(entity)])
            above = view.tree.head(actor.head)
            if case == "Gen" and above is not None and above.lemma in self._owned:
                return able([spoken_for(entity)])
        return []

    def _told_of(self, view: View, found: Found) -> Sequence[EntityDraft]:
        """«Ценит отношения с Кубой и готов к совместной работе»: the state told of right before."""
        if found.frame.pos == "verb":
            return []
        states = [
            actor.entity
            for actor in view.actors.within(found.sentence.first, found.trigger)
            if isinstance(actor.entity, RegionDraft)
            and actor.entity.level == "country"
            and view.tree.preposition(actor.head) in ("с", "со")
        ]
        return states[-1:]

    def _given(self, view: View, found: Found) -> list[EntityDraft]:
        """«Выделить миссии ООН автомобили»: to whom the content says it is given."""
        for child in view.tree.children(found.head, "iobj", "obl"):
            actor = view.actors.named(child.index)
            named = actor is not None and isinstance(actor.entity, (RegionDraft, OrganizationDraft))
            if actor is None or not named or view.tree.preposition(child.index):
                continue
            if child.feats.get("Case") == "Dat" and found.inside(child.index):
                group = [a.entity for a in view.actors.group(actor.head) if a.entity is not None]
                return able(spoken_for(e) for e in group)
        return []


def _of_interest(view: View, found: Found) -> list[EntityDraft]:
    """Whose the goods or the project is: «к российским комплексам», «в проекте Китая»."""
    for index in range(found.first, found.last):
        if index == found.head:
            continue
        owner = view.actors.owner(index) if view.actors.is_adjective(index) else None
        actor = view.actors.named(index)
        entity = owner or (actor.entity if actor is not None else None)
        if isinstance(entity, (RegionDraft, OrganizationDraft)):
            return able([spoken_for(entity)])
    return []


def _is_power(entity: EntityDraft) -> bool:
    """Whether an entity is a place or a body of power, no firm or society."""
    side = spoken_for(entity)
    return isinstance(side, RegionDraft) or (
        isinstance(side, OrganizationDraft) and side.kind in ("government", "international")
    )


def _abroad(own: EntityDraft, other: EntityDraft) -> bool:
    """Whether two are known to be of different states."""
    lands = land_of(own), land_of(other)
    return None not in lands and lands[0] != lands[1]


def _is_citizen(token: Token) -> bool:
    """«Предоставит убежище американцу»: one of a nation is not the nation."""
    return token.feats.get("Animacy") == "Anim" and token.feats.get("Number") == "Sing"
