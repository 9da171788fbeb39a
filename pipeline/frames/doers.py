"""Who does it: the subject of a trigger, whatever stands there for a side."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..document import Token
from ..drafts import EntityDraft, OrganizationDraft, PersonDraft, RegionDraft, SpeechDraft
from ..knowledge.frames import OutcomesLexicon
from ..nlp.tree import is_finite
from ..nlp.words import parses
from .antecedents import person_meant
from .behalf import between, in_whose_name, on_behalf
from .called import called, right_before
from .chiefs import chief_of, decreed_by
from .found import Found
from .last_actor import last_person
from .pairs import listed_after, told_pair
from .slots import fill
from .view import View

_OURS = frozenset({"мы", "я", "наш", "мой"})
_PLACES = frozenset({"регион", "область", "город", "страна", "государство", "субъект", "край"})
_THEY = frozenset({"они"})
_ALL = frozenset({"они", "все", "кто", "который"})
_SHARED = frozenset({"совместный", "общий", "единый", "двусторонний"})
_HE = frozenset({"он", "она"})


@dataclass
class Doers:
    """The entities said to act; ``both`` where the subject means all sides («стороны»), or none
    is stated and the verb is plural or passive; ``strange`` where somebody else acts. ``stated``
    is the subject's lemma where there is one, ``head`` its token where it is a common noun.
    """

    entities: list[EntityDraft] = field(default_factory=list)
    both: bool = False
    strange: bool = False
    stated: str = ""
    head: int | None = None

    def fits(self, side: EntityDraft) -> bool:
        """Whether the subject can mean a side: «регионы» are no firms."""
        return self.stated not in _PLACES or isinstance(side, RegionDraft)

    @classmethod
    def of(
        cls, view: View, found: Found, speech: SpeechDraft | None, lexicon: OutcomesLexicon
    ) -> Doers:
        """Read the subject of a matched outcome."""
        return _Reader(view, found, speech, lexicon).read()


class _Reader:
    def __init__(
        self, view: View, found: Found, speech: SpeechDraft | None, lexicon: OutcomesLexicon
    ) -> None:
        self.view, self.found, self.lexicon = view, found, lexicon
        self.speech = None if speech is None or _is_press(speech.speaker) else speech

    def read(self) -> Doers:
        if self.found.frame.agentless:
            return Doers(both=True)
        if self.found.frame.partisan and (named := listed_after(self.view, self.found.trigger)):
            return Doers(named)
        if self.found.doer is not None:
            group = self.view.actors.group(self.found.doer)
            entities = [a.entity for a in group if a.entity is not None]
            return Doers(entities) if entities else self._common([self.found.doer])
        framed = self._who_said()
        if framed is not None:
            return Doers([framed])
        heads = [h for h in self._heads() if not self.found.inside(h)]
        if any(self._is_crowd(h) for h in heads):
            return Doers(strange=True)
        entities = self._entities(heads)
        if not entities and self._is_both() and (named := self._listed(heads)):
            return Doers(named)
        if len(entities) == 1 and self._means_several(heads):
            return Doers(both=True, stated=self.view.tokens[heads[0]].lemma, head=heads[0])
        if entities:
            return Doers(entities, stated=self.view.tokens[heads[0]].lemma)
        if not heads:
            return self._unstated()
        meant = self._pair(heads) or right_before(self.view, heads[0])
        return Doers(meant) if meant else self._common(heads)

    def _entities(self, heads: list[int]) -> list[EntityDraft]:
        """Whom the subjects name, whom a post is of, the names behind plural posts."""
        group = [a for h in heads for a in self.view.actors.group(h)]
        # «Запрос отправлен парламентом, а не Киевом»: who is denied did not do it.
        named = [a for a in group if len(group) == 1 or not self.view.negated(a.head)]
        entities = [a.entity for a in named if a.entity is not None]
        for actor in named:
            plural = self.view.tokens[actor.head].feats.get("Number") == "Plur"
            # «Псковская и Витебская области»: the adjectives are the other names.
            if actor.proxy is not None or (plural and isinstance(actor.entity, RegionDraft)):
                entities += [e for e in self.view.actors.owners(actor.head) if e not in entities]
        return entities or self._named_after(heads)

    def _is_crowd(self, head: int) -> bool:
        """«Жители требуют», and where nobody met «иорданцы требуют»: people, not a side."""
        if self.view.tokens[head].lemma in self.lexicon.crowds:
            return True
        if self.view.document.contacts:
            return False
        actor = self.view.actors.named(head)
        # A post without a name («президент Ирана») stands for its country, a nation does not.
        people = actor is not None and actor.role is None and isinstance(actor.entity, RegionDraft)
        return people and self.view.tokens[head].feats.get("Animacy") == "Anim"

    def _means_several(self, heads: list[int]) -> bool:
        """«Президенты договорились»: a plural post tied to one person means all of them."""
        token = self.view.tokens[heads[0]] if len(heads) == 1 else None
        if token is None or token.lemma not in self.lexicon.both_sides:
            return False
        actor = self.view.actors.named(token.index)
        if actor is None or token.feats.get("Number") != "Plur":
            return False
        # «Главы МИД», «министры обороны»: a body of no one land is that of each.
        body = actor.role is not None and isinstance(actor.entity, OrganizationDraft)
        return isinstance(actor.entity, PersonDraft) or (body and _is_of_none(actor.entity))

    def _who_said(self) -> EntityDraft | None:
        """«…», – сказал X и предложил …»: a verb joined to the one that brought a quotation."""
        view, found = self.view, self.found
        token = view.tokens[found.trigger]
        if self.speech is not None or token.pos != "VERB" or not is_finite(token):
            return None
        first = view.sentence_of(found.trigger).first
        for index in range(found.trigger - 1, first - 1, -1):
            at = view.tokens[index]
            if is_finite(at) and at.pos == "VERB":
                said = [
                    s for s in view.document.speech if s.direct and s.verb and s.verb[0] == at.start
                ]
                return said[0].speaker if said else None
        return None

    def _named_after(self, heads: list[int]) -> list[EntityDraft]:
        """«Губернаторы Твери и Пскова Иванов и Петров обсудили»: the names behind plural posts."""
        verb = self.found.trigger if self.found.carrier is None else self.found.carrier
        plural = [
            h
            for h in heads
            if h < verb
            and self.view.tokens[h].lemma in self.lexicon.both_sides
            and self.view.tokens[h].feats.get("Number") == "Plur"
        ]
        return [
            actor.entity
            for h in plural[:1]
            for actor in self.view.actors.within(h + 1, verb)
            if isinstance(actor.entity, PersonDraft) and self.view.actors.case(actor) == "Nom"
        ]

    def _heads(self) -> list[int]:
        """Tokens that can be the doer: the frame's slot, a noun's genitive, a lone nominative."""
        view, found = self.view, self.found
        if found.frame.pos == "noun":
            framed = found.frame.doer
            if framed != "subject" and (heads := fill(view, framed, found.trigger, found.carrier)):
                return heads
            owners = view.clauses.obliques(found.trigger, "", "Gen")
            owners = [h for h in owners if not found.inside(h)]
            if any(view.actors.group(h) for h in owners):
                return owners
            if found.carrier is None:
                return []
            subjects = [h for h in view.clauses.subjects(found.carrier) if h != found.trigger]
            return subjects or self._before(found.carrier)
        heads = fill(view, found.frame.doer, found.trigger, found.carrier)
        if found.frame.pos == "adjective" and found.frame.doer == "subject" and not heads:
            # «Заинтересовано руководство завода»: a passive in form alone.
            heads = [t.index for t in view.tree.children(found.trigger, "nsubj", "nsubj:pass")]
        heads = [h for h in heads if h != found.head and not self._when(h)]
        if heads or found.frame.doer != "subject":
            return heads
        return self._before(found.trigger)

    def _when(self, head: int) -> bool:
        """An instrumental that is no doer of a passive: «этим летом был подписан»."""
        token = self.view.tokens[head]
        named = self.view.actors.at(head) is not None
        lifeless = token.feats.get("Animacy") != "Anim" and token.lemma not in self.lexicon.own_side
        return token.feats.get("Case") == "Ins" and not named and lifeless

    def _before(self, verb: int) -> list[int]:
        """A nominative actor between the start of the clause and a verb the parser left bare."""
        view = self.view
        token = view.tokens[verb]
        if not is_finite(token) or view.clauses.is_passive(verb) or _is_first(token):
            return []
        first = view.sentence_of(verb).first
        for index in range(verb - 1, first - 1, -1):
            at = view.tokens[index]
            if at.text in (";", ":", "»", "«") or (is_finite(at) and at.pos == "VERB"):
                return []
            actor = view.actors.named(index)
            if actor is not None and view.actors.case(actor) == "Nom":
                bare = not view.tree.preposition(actor.head)
                return [actor.head] if bare else []
            if actor is None and self._is_people(at):
                return [index]
        return []

    def _is_people(self, token: Token) -> bool:
        """«Могилевчане предложили»: people of a place in the nominative."""
        if not self.view.actors.is_adjective(token.index):
            return False
        # The tagger errs on words it has never seen: the form itself decides.
        return any({"NOUN", "anim", "nomn"} <= p.tag.grammemes for p in parses(token.text))

    def _unstated(self) -> Doers:
        """No subject: the speaker in the first person, whoever acted last, or all sides."""
        token = self._predicate()
        speaker = self.speech.speaker if self.speech is not None else None
        # «Предлагается провести»: a passive though its subject is an infinitive.
        reflexive = token.feats.get("Voice") == "Pass"
        passive = reflexive or self.view.clauses.is_passive(token.index)
        if self.found.frame.joint and token.feats.get("Number") != "Plur" and not passive:
            return Doers(strange=True)
        if self.found.frame.parties == "both":
            if named := between(self.view, self.found):
                return Doers(named)
            mine = [speaker] if speaker is not None and _is_first(token) else []
            return Doers(mine, both=not mine)
        if speaker is not None:
            return Doers([speaker])
        superior = self.found.frame.parties == "superior"
        behalf = on_behalf if passive else in_whose_name
        if not superior and (sides := behalf(self.view, token.index)):
            return Doers(sides)
        if self.found.frame.mutual or (passive and not superior):
            # «Предложено провести»: of all who met, as nobody is singled out.
            return Doers(both=self.found.frame.mutual or self.found.frame.act == "proposed")
        chief = self._chief(passive=passive) if superior else None
        if chief is not None:
            # An order by decree states whose it is elsewhere.
            return Doers([chief], stated="" if self.view.document.contacts else "указ")
        last = last_person(self.view, self.found) if token.feats.get("Number") != "Plur" else None
        return Doers([last]) if last is not None else Doers()

    def _chief(self, *, passive: bool) -> EntityDraft | None:
        """Who orders where nobody is said to: the highest of those who met, whose decree it is."""
        ranks = self.lexicon.superiors
        chief = chief_of(self.view, self.found, ranks)
        if chief is None and passive and not self.view.document.contacts:
            return decreed_by(self.view, self.found, ranks)
        return chief

    def _predicate(self) -> Token:
        found = self.found
        return self.view.tokens[found.trigger if found.carrier is None else found.carrier]

    def _common(self, heads: list[int]) -> Doers:
        """Common nouns and pronouns: «стороны», «мы», «петербургские заводы», «он»."""
        view, lexicon = self.view, self.lexicon
        lemmas = [view.tokens[h].lemma for h in heads]
        owners = [o for h in heads for o in view.actors.owners(h)]
        # The verb's number is surer than a noun's at the start of a sentence.
        words = [*(view.tokens[h] for h in heads), self._predicate()]
        plural = any(t.feats.get("Number") == "Plur" for t in words)
        if any(m in lexicon.both_sides for m in lemmas) and (plural or len(heads) > 1):
            return Doers(owners, both=len(owners) != 1, stated=lemmas[0], head=heads[0])
        if owners:
            return Doers(owners)
        speaker = self.speech.speaker if self.speech is not None else None
        around = set(lemmas) | {
            t.lemma for h in heads for t in view.tree.children(h, "det", "amod", "nmod")
        }
        if speaker is not None and (around & _OURS or set(lemmas) & set(lexicon.own_side)):
            return Doers([speaker])
        if around & _HE:
            return self._one(speaker)
        if lemmas == ["тот"] and not plural:
            # «… с владельцем завода. Тот готов …»: who was named last, whatever his case.
            him = person_meant(view, heads[0], set())
            return Doers([him]) if him is not None else Doers(strange=True)
        if set(lemmas) & set(lexicon.guests):
            return self._one(None, lemmas[0])
        if around & _OURS or set(lemmas) & _ALL:
            return Doers(both=True)
        settles = self._is_both() and self.found.frame.act != "planned"
        if settles and plural and any(self._is_plural_post(h) for h in heads):
            return Doers(both=True, stated=lemmas[0], head=heads[0])
        meant = [s for m in lemmas for s in called(view, m, lexicon.firms)]
        if len(meant) == 1:
            return Doers(meant, stated=lemmas[0])
        return Doers(both=True) if self._stands_for_all(heads, around) else Doers(strange=True)

    def _stands_for_all(self, heads: list[int], around: set[str]) -> bool:
        """Whether a thing may stand for all sides; of a plan only what they share.

        «Документ закрепил», but not «старая сцена продолжит работу».
        """
        human = any(self.view.tokens[h].feats.get("Animacy") == "Anim" for h in heads)
        plan = self.found.frame.joint and self.found.frame.act == "planned"
        return not human and self._is_both() and (not plan or bool(around & _SHARED))

    def _pair(self, heads: list[int]) -> list[EntityDraft]:
        """«Обе страны», «стороны», «они» away from any meeting: who was joined before."""
        if self.view.document.contacts or not self._is_both() or len(heads) > 1:
            return []
        token = self.view.tokens[heads[0]]
        plural = "Plur" in (token.feats.get("Number"), self._predicate().feats.get("Number"))
        if not plural or token.lemma not in {*self.lexicon.both_sides, *_THEY}:
            return []
        pair = told_pair(self.view, token.index)
        return pair if len(pair) > len(self.view.actors.owners(token.index)) else []

    def _listed(self, heads: list[int]) -> list[EntityDraft]:
        """«Подтвердили шесть из 11 стран: A, B и C»: who stands behind the colon after them."""
        verb = self._predicate().index
        places = [h for h in heads if h > verb] or [verb]
        named = (listed_after(self.view, h) for h in places)
        return next((sides for sides in named if sides), [])

    def _one(self, speaker: EntityDraft | None, post: str = "") -> Doers:
        """The speaker if he is a person, else who acted last."""
        is_person = isinstance(speaker, PersonDraft)
        person = speaker if is_person else last_person(self.view, self.found, post)
        return Doers([person]) if person is not None else Doers(strange=True)

    def _is_plural_post(self, head: int) -> bool:
        """«Парламентарии договорились»: a post that several hold, no name beside it."""
        actor = self.view.actors.named(head)
        role = actor.role if actor is not None else None
        return role is not None and not role.attached and not role.of

    def _is_both(self) -> bool:
        return self.found.frame.parties == "both"


def _is_of_none(entity: EntityDraft | None) -> bool:
    return isinstance(entity, OrganizationDraft) and entity.owner is None


def _is_first(token: Token) -> bool:
    return token.feats.get("Person") == "1"


def _is_press(entity: EntityDraft | None) -> bool:
    return isinstance(entity, OrganizationDraft) and entity.kind == "media"
