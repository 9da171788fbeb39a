"""Whether a meeting was held, is planned, possible or denied: tense, mood, negation, governors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..document import Token
from ..knowledge.frames import Governor, MeetingsLexicon
from ..nlp.tree import is_finite
from .framing import Framing
from .judging import looks_ahead, speaks_of_it
from .sittings import verb_of
from .view import View

Status = Literal["held", "planned", "possible", "denied"]
_AUX = 6
_CLAUSE = 14
_NOT_PAST = ("тся", "ет", "ит", "ут", "ют", "ат", "ят")
_WILL = frozenset({"буду", "будет", "будем", "будут"})
_AT = frozenset({"на", "в"})
_AHEAD = frozenset({"накануне", "перед", "преддверие"})
_WHERE = frozenset({"где"})
_IF = frozenset({"если", "бы", "б", "ли"})
_BEING = frozenset({"быть", "находиться"})
_PRESENT = "присутствовать"
_MAYBE = frozenset({"возможно", "вероятно", "видимо", "может быть"})


@dataclass(frozen=True)
class Carried:
    """What carries a trigger: the governing verb, its lexicon entry, the status it gives.

    ``assumed`` where nothing speaks of the status («итоги встречи»).
    """

    verb: int | None
    governor: Governor | None
    status: Status
    takes_part: bool
    assumed: bool = False


class Modality:
    """Reads status and carrier from the governors of a trigger."""

    def __init__(self, lexicon: MeetingsLexicon) -> None:
        self._governors = {lemma: g for g in lexicon.governor for lemma in g.lemmas}
        self._planned = frozenset(lexicon.planned_words)
        self._possible = frozenset(lexicon.possible_words)
        self._denied = frozenset(lexicon.denied_words)
        self._unmet = frozenset(lexicon.unmet_words)
        self._hopes = frozenset(lexicon.hopes)
        self._asides = frozenset(lexicon.asides)
        self._departures = frozenset(lexicon.departures)
        self._background_nouns = frozenset(lexicon.background_nouns)
        self._framing = Framing(lexicon, self._governors)

    def of_verb(self, view: View, trigger: int) -> Carried:
        """A verb that itself tells of the meeting («встретился», «намерен встретиться»)."""
        governor = None
        token = view.tokens[trigger]
        if token.feats.get("VerbForm") == "Inf" and (above := self._above(view, token)):
            governor = self._governors.get(above.lemma)
        if governor is None and token.feats.get("VerbForm") == "Inf":
            governor = self._invitation(view, trigger)
        return Carried(trigger, governor, self._chain(view, trigger, None), True)

    def _invitation(self, view: View, trigger: int) -> Governor | None:
        """«передал приглашение … посетить»: a noun that only asks, by order."""
        first = view.sentence_of(trigger).first
        for token in reversed(view.tokens[max(first, trigger - _CLAUSE) : trigger]):
            if is_finite(token) or token.text == ",":
                return None
            governor = self._governors.get(token.lemma)
            if token.pos == "NOUN" and governor is not None and governor.status == "none":
                return governor
        return None

    def of_noun(self, view: View, trigger: int) -> Carried:
        """A noun («встреча») with the verb that carries it, if one does."""
        verb, governor = self._carrier(view, trigger)
        if governor is not None and self._is_aside(view, trigger, governor):
            # «на встрече, которая пройдёт в мае, планирует объявить …»: its own clause tells.
            own = self._own_clause(view, trigger)
            verb, governor = own if own is not None else (verb, None)
        if verb is not None and self._is_there(view, trigger, verb):
            governor = self._governors.get(_PRESENT)
        status = self._words(view, trigger) or self._hoped(view, trigger)
        if verb is not None and (asked := self._asked(view, verb)) is not None:
            return Carried(verb, asked, "possible", False)
        if verb is not None and governor is not None:
            if governor.status != "judged":
                return self._by_carrier(view, trigger, verb, governor, status)
            if status is None and self._is_judged(view, trigger, verb):
                return Carried(verb, governor, "held", governor.takes_part)
        return self._uncarried(view, trigger, verb, status)

    def _uncarried(
        self, view: View, trigger: int, verb: int | None, status: Status | None
    ) -> Carried:
        """A noun that its verb tells something else of, or that has none."""
        beside = False
        if verb is not None and status is None:
            if view.tokens[trigger].rel.startswith("nsubj"):
                status = self._chain(view, verb, None)
            elif self._by_tense(view, view.tokens[verb]) != "held":
                # «На встрече обсудят …» is as much to come as what will be said there.
                status, beside = "planned", True
        if verb is None and status is None and self._framing.is_schedule(view, trigger):
            status = "planned"
        assumed = status is None or beside
        if status is None and view.tokens[trigger - 1].lemma in _AHEAD:
            status = "planned"
        return Carried(verb, None, status or "held", False, assumed=assumed)

    def _is_there(self, view: View, trigger: int, verb: int) -> bool:
        """«на встрече находились A и B»: who is at it takes part in it."""
        noun = view.tokens[trigger]
        there = noun.feats.get("Case") == "Loc" and view.tree.preposition(trigger) in _AT
        return there and noun.head == verb and view.tokens[verb].lemma in _BEING

    def _by_carrier(
        self, view: View, trigger: int, verb: int, governor: Governor, status: Status | None
    ) -> Carried:
        told = self._chain(view, verb, governor)
        # What became of it outweighs what was meant: «назначенная встреча не состоялась».
        status = told if status in (None, "planned") else status
        if status == "held" and self._is_departure(view, trigger, verb):
            status = "planned"
        return Carried(verb, governor, status, governor.takes_part)

    def _is_judged(self, view: View, trigger: int, verb: int) -> bool:
        """«назвал полезной встречу с X»: a statement about it that does not look ahead."""
        stated = self._by_tense(view, view.tokens[verb]) == "held"
        about = stated and speaks_of_it(view, trigger, verb, self._background_nouns)
        return about and not looks_ahead(view, trigger, verb, self._unmet)

    def _hoped(self, view: View, trigger: int) -> Status | None:
        """«в надежде добиться встречи»: an infinitive between the hope and what is hoped for."""
        head = view.tree.head(trigger)
        if head is None or head.feats.get("VerbForm") != "Inf":
            return None
        above = view.tree.head(head.index)
        hoped = above is not None and above.pos == "NOUN" and above.lemma in self._hopes
        return "possible" if hoped else None

    def _is_departure(self, view: View, trigger: int, verb: int) -> bool:
        """«вылетел на переговоры»: who only sets out has not met yet."""
        there = view.tree.preposition(trigger) in ("на", "для")
        return there and view.tokens[verb].lemma in self._departures

    def _asked(self, view: View, verb: int) -> Governor | None:
        """«готовность вести диалог», «приглашение провести встречу»: no meeting by itself."""
        token = view.tokens[verb]
        above = self._above(view, token) if token.feats.get("VerbForm") == "Inf" else None
        governor = self._governors.get(above.lemma) if above is not None else None
        return governor if governor is not None and governor.status == "none" else None

    def _is_aside(self, view: View, trigger: int, governor: Governor) -> bool:
        """«после встречи», «по итогам встречи»: its clause's verb does not carry the meeting.

        Nor do «пригласил», «предложил», «отказался» carry one at which that was said («на встрече
        A предложил B открыть рейс»), but «настаивает на встрече» does.
        """
        head = view.tree.head(trigger)
        before = view.tokens[trigger - 1].lemma if trigger else ""
        preposition = view.tree.preposition(trigger)
        there = view.tokens[trigger].feats.get("Case") == "Loc"
        if governor.status == "none" and (there or before in self._background_nouns):
            return True
        if there and governor.status != "tense" and preposition in _AT - {governor.preposition}:
            return True
        if head is not None and head.lemma in self._background_nouns:
            return True
        if preposition in self._asides:
            return True
        return before in self._asides

    def _carrier(self, view: View, trigger: int) -> tuple[int | None, Governor | None]:
        held = self._relative(view, trigger)
        if held is not None:
            return held.index, self._governors[held.lemma]
        there = view.tokens[trigger].feats.get("Case") == "Loc"
        verb = verb_of(view, trigger) if there else view.clauses.predicate(trigger)
        governor = self._governors.get(view.tokens[verb].lemma) if verb is not None else None
        if governor is not None and verb != trigger:
            return verb, governor
        own = self._own_clause(view, trigger)
        if own is not None:
            return own
        if verb is None or verb == trigger:
            return None, None
        if view.tokens[trigger].feats.get("Case") == "Acc":
            # «встречу пришлось отменить»: the parser hangs the object too high.
            for child in view.tree.children(verb, "xcomp", "csubj"):
                if child.lemma in self._governors and not verb < trigger < child.index:
                    return child.index, self._governors[child.lemma]
        for child in view.tree.children(verb, "xcomp"):
            # «остался доволен встречей»: what he was judges it.
            judge = self._governors.get(child.lemma)
            if judge is not None and judge.status == "judged":
                return child.index, judge
        return verb, None

    def _own_clause(self, view: View, trigger: int) -> tuple[int, Governor] | None:
        """«встреча, намеченная на май», «переговоры, которые прошли в Омске»."""
        for child in view.tree.children(trigger, "acl", "acl:relcl", "amod"):
            governor = self._governors.get(child.lemma)
            if governor is not None and child.pos in ("VERB", "ADJ"):
                if view.has_child(child.index, _WHERE):
                    continue  # «на заседании, где предложил …»: what was done there
                return child.index, governor
        return self._behind_comma(view, trigger)

    def _behind_comma(self, view: View, trigger: int) -> tuple[int, Governor] | None:
        """«на встрече с послом N, намеченной на май»: by agreement, where the tree has it N's."""
        noun, last = view.tokens[trigger], view.sentence_of(trigger).last
        for index in range(trigger + 2, min(trigger + _CLAUSE, last)):
            token = view.tokens[index]
            if token.feats.get("VerbForm") == "Fin":
                return None
            if view.tokens[index - 1].text != "," or not _agrees(token, noun):
                continue
            for verb in view.tokens[index : min(index + _AUX, last)]:
                governor = self._governors.get(verb.lemma)
                if governor is not None and not governor.takes_part and verb.pos == "VERB":
                    return verb.index, governor
        return None

    def _relative(self, view: View, trigger: int) -> Token | None:
        """«темой переговоров, которые провели A и B»: who holds it stands in its own clause."""
        for child in view.tree.children(trigger, "acl:relcl"):
            governor = self._governors.get(child.lemma)
            if governor is None or not governor.takes_part:
                continue
            if any(
                view.clauses.antecedent(i.index) == trigger
                for i in view.tree.children(child.index, "obj")
            ):
                return child
        return None

    def _words(self, view: View, trigger: int) -> Status | None:
        around = [*view.tree.children(trigger, "amod", "acl")]
        head = view.tree.head(trigger)
        if head is not None and head.pos == "NOUN":
            around.append(head)
        lemmas = {t.lemma for t in around}
        if lemmas & self._denied:
            return "denied"
        if lemmas & self._possible:
            return "possible"
        if lemmas & self._planned:
            return "possible" if head is not None and _is_missing(view, head) else "planned"
        return None

    def _chain(self, view: View, verb: int, governor: Governor | None) -> Status:
        """Status by the verb, for an infinitive by what governs it, as the clause above has it."""
        status = self._by_own_words(view, verb, governor)
        framed = self._framing.of(view, verb) if status in ("held", "planned") else ""
        return framed or status

    def _by_own_words(self, view: View, verb: int, governor: Governor | None) -> Status:
        own = self._by_governor(view, verb, governor)
        if own is not None:
            return own
        token = view.tokens[verb]
        if self._conditional(view, token):
            return "possible"
        if token.feats.get("VerbForm") == "Inf":
            if self._will(view, token):
                return "planned"
            above = self._above(view, token)
            if above is not None and above.pos == "NOUN" and above.lemma in self._hopes:
                return "possible"
            if above is not None:
                return self._chain(view, above.index, self._governors.get(above.lemma))
            return "planned" if view.negated(verb) is False else "denied"
        return self._by_tense(view, token)

    def _will(self, view: View, token: Token) -> bool:
        """«будет терпеливо вести …»: the auxiliary by order, wherever the parser hangs it."""
        before = view.tokens[
            max(view.sentence_of(token.index).first, token.index - _AUX) : token.index
        ]
        return any(t.text.lower() in _WILL for t in before)

    def _by_governor(self, view: View, verb: int, governor: Governor | None) -> Status | None:
        negated = view.negated(verb) or self._fails(view, verb)
        if governor is None or governor.status == "tense":
            return "denied" if negated else None
        if governor.status == "none" or governor.status == "judged":
            return "denied" if negated else None
        return governor.negated if negated else governor.status

    def _fails(self, view: View, verb: int) -> bool:
        """«не смогли договориться о встрече», «не удалось провести переговоры»."""
        token = view.tokens[verb]
        above = self._above(view, token) if token.feats.get("VerbForm") == "Inf" else None
        return above is not None and above.pos != "NOUN" and view.negated(above.index)

    def _above(self, view: View, token: Token) -> Token | None:
        for child in view.tree.children(token.index, "aux", "cop", "aux:pass"):
            if child.lemma in self._governors or child.feats.get("Tense"):
                return child
        head = view.tree.head(token.index)
        if head is None or head.pos not in ("VERB", "ADJ", "AUX", "ADV", "NOUN"):
            return None
        return head

    def _conditional(self, view: View, token: Token) -> bool:
        """«если …, подпишут»; «надежда, что подпишут»."""
        for child in view.tree.children(token.index, "advcl"):
            if view.has_child(child.index, _IF):
                return True
        head = view.tree.head(token.index)
        return token.rel in ("ccomp", "acl") and head is not None and head.lemma in self._hopes

    def _by_tense(self, view: View, token: Token) -> Status:
        if view.has_child(token.index, _IF):
            return "possible"
        if view.has_child(token.index, _MAYBE) or self._conditional(view, token):
            return "possible"
        tense = _tense(token)
        future = any(
            t.lemma == "быть" and t.feats.get("Tense") == "Fut"
            for t in view.tree.children(token.index, "aux", "aux:pass", "cop")
        )
        if tense == "Fut" or future:
            return "planned"
        if tense == "Pres" and token.feats.get("Aspect") == "Perf":
            return "planned"
        if token.feats.get("Mood") == "Imp":
            return "possible"
        return "held"


def _agrees(token: Token, noun: Token) -> bool:
    """Whether a participle or «который» can be of the noun, by gender and number."""
    if token.lemma != "который" and token.feats.get("VerbForm") != "Part":
        return False
    return all(token.feats.get(f) == noun.feats.get(f) for f in ("Gender", "Number"))


def _tense(token: Token) -> str | None:
    """The tense, «увидится» not taken for a past as the tagger does with rare verbs."""
    tense = token.feats.get("Tense")
    finite = token.feats.get("VerbForm") == "Fin"
    misread = tense == "Past" and finite and token.text.lower().endswith(_NOT_PAST)
    return "Pres" if misread else tense


def _is_missing(view: View, noun: Token) -> bool:
    """«Договорённости о встрече нет», «не достигнуто договорённости»."""
    above = view.tree.head(noun.index)
    while above is not None and above.pos == "NOUN":
        above = view.tree.head(above.index)
    return above is not None and (above.lemma == "нет" or view.negated(above.index))
