"""Meeting frames matched in one sentence: candidates with their participants and status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, combinations, islice

from schemas import MeetingKind

from ..document import Sentence, Token
from ..knowledge.frames import MeetingFrame, MeetingsLexicon
from ..nlp.tree import is_finite
from .authorship import speaks_of_oneself
from .candidate import Candidate, once
from .contacts import one_side
from .modality import Carried, Modality, Status
from .obstacles import Obstacles
from .powers import of_two_powers
from .repeated import gapped
from .screening import Screen
from .sides import Gatherer, Side
from .sittings import tells_of_sitting
from .view import POS, View

_BESIDE = 6
_OPENING = 3
_HOLDERS = frozenset({"happen", "light", "attend"})
_ATTENDEES = frozenset({"участник", "участница"})
_BECOMING = frozenset({"стать", "быть"})
_CALLED = frozenset({"у:Gen", "к:Dat"})
_WE = frozenset({"я", "мы", "мой", "наш"})
_OWN = frozenset({"свой"})


class MeetingMatcher:
    """Finds candidates; why a trigger is no meeting goes to the document's notes."""

    def __init__(self, lexicon: MeetingsLexicon, screen: Screen) -> None:
        self._lexicon = lexicon
        self._obstacles = Obstacles(lexicon)
        self._gatherer = Gatherer(screen)
        self._modality = Modality(lexicon)
        self._frames: dict[str, list[MeetingFrame]] = {}
        for frame in lexicon.frame:
            for lemma in frame.lemmas:
                self._frames.setdefault(lemma, []).append(frame)
        self._both = frozenset(lexicon.both_sides)
        self._plurals = frozenset(lexicon.countable)
        self._series = frozenset(lexicon.series)
        self._backgrounds = frozenset(lexicon.backgrounds)
        self._background_nouns = frozenset(lexicon.background_nouns)
        self._chances = frozenset(
            {*lexicon.possible_words, *lexicon.planned_words, *lexicon.denied_words}
        )
        self._arrivals = frozenset(lexicon.arrivals)
        self._ordinals = frozenset(lexicon.ordinals)
        self._then = frozenset(lexicon.then_words)

    def is_sport(self, view: View) -> bool:
        """Whether the article reports a match, whose «встречи» are games."""
        words = frozenset(self._lexicon.sport_words)
        met = {t.lemma for t in view.tokens} & words
        return len(met) >= self._lexicon.sport_limit

    def find(self, view: View, sentence: Sentence) -> Iterable[Candidate]:
        """Every candidate of a sentence, by trigger position.

        A journey made for a meeting («вылетел на переговоры с X») is told by the meeting, so is
        a gathering («собрались на встречу»).
        """
        found = list(self._all(view, sentence))
        carriers = {c.carrier for c in found if c.frame.pos == "noun" and len(c.actors) > 1}
        return (
            c
            for c in found
            if not ((c.frame.destination or c.frame.alone) and c.trigger in carriers - {None})
        )

    def _all(self, view: View, sentence: Sentence) -> Iterator[Candidate]:
        for index in range(sentence.first, sentence.last):
            token = view.tokens[index]
            for frame in self._frames.get(token.lemma, ()):
                if token.pos in POS[frame.pos]:
                    yield from self._match(view, sentence, frame, index)

    def _match(
        self, view: View, sentence: Sentence, frame: MeetingFrame, index: int
    ) -> Iterator[Candidate]:
        carried = (
            self._modality.of_verb(view, index)
            if frame.pos in ("verb", "turn")
            else self._modality.of_noun(view, index)
        )
        reason = self._obstacles.find(view, sentence, frame, index, carried)
        found = self._candidate(view, sentence, frame, index, carried)
        if not reason:
            found.sides, reason = self._gatherer.gather(
                view, frame, index, carried, background=found.background
            )
        if not reason:
            found.we = self._is_ours(view, found)
            found.calls = _calls_on(view, found)
            found.gathers = any(
                t.lemma in self._frames and t.pos == "NOUN" for t in view.tree.children(index)
            )
            reason = self._vague(view, found)
        if reason:
            token = view.tokens[index]
            view.document.note("meetings", token.start, token.stop, f"{frame.id}: {reason}")
            return
        found.passive = view.clauses.is_passive(index)
        found.sat = frame.body and frame.pos == "noun" and tells_of_sitting(view, index)
        lemmas = {t.lemma for t in view.document.sentence_tokens(sentence)}
        found.welcome = (
            frame.kind == "visit" and "object" in frame.slots and bool(lemmas & self._arrivals)
        )
        known = any(s.slot == "с:Ins" and s.actor.entity is not None for s in found.sides)
        further = gapped(view, found.sides, index) if "с:Ins" in frame.slots else []
        found.sides += further
        found.several = (
            found.several
            or (known and bool(further))
            or _said_again(view, found.sides)
            or self._in_turn(view, found.sides)
            or (self._is_one_of_a_series(view) and _are_of_different_sides(found))
        )
        if not frame.explicit:
            ordinal = any(t.lemma in self._ordinals for t in view.tree.children(index, "amod"))
            found.again = ordinal and (found.held_by is not None or _is_set(carried))
            found.anaphor = self._anaphor(view, found)
        yield found

    def _vague(self, view: View, found: Candidate) -> str:
        """Why a telling has no occasion or too few of its own words."""
        slots = {s.slot for s in found.sides}
        if "object" in found.frame.slots and "object" not in slots and not found.frame.sends:
            return "nobody it is done to"
        own = found.frame.explicit and not found.frame.body
        if own and len(slots) == 1 and not (found.we or found.calls):
            return "only one side in its own clause"
        if found.frame.apart and not of_two_powers(a.entity for a in found.actors if a.entity):
            return "not of two powers"
        token = view.tokens[found.trigger]
        plural = token.pos == "NOUN" and token.feats.get("Number") == "Plur"
        general = plural and found.assumed and not (found.background or found.frame.joins)
        if general and found.kind != "talks":
            return "meetings in general"
        return ""

    def _candidate(
        self, view: View, sentence: Sentence, frame: MeetingFrame, index: int, carried: Carried
    ) -> Candidate:
        token = view.tokens[index]
        return Candidate(
            frame=frame,
            trigger=index,
            sentence=sentence,
            status=_status(view, frame, index, carried),
            kind=self._kind(view, frame, index, carried),
            carrier=carried.verb,
            takes_part=carried.takes_part,
            assumed=carried.assumed,
            held_by="attend" if self._is_attended(view, index) else _holder(frame, carried),
            background=frame.pos == "noun" and self._is_background(view, index, carried),
            several=token.lemma in self._plurals and _is_plural(view, index),
        )

    def _is_attended(self, view: View, index: int) -> bool:
        """«участниками встречи стали также A и B»."""
        head = view.tree.head(index)
        above = view.tree.head(head.index) if head is not None else None
        if head is None or above is None or head.lemma not in _ATTENDEES:
            return False
        return head.feats.get("Case") == "Ins" and above.lemma in _BECOMING

    def _is_one_of_a_series(self, view: View) -> bool:
        """Whether the article opens with «серия встреч», «провёл двусторонние встречи»."""
        opening = islice(view.telling(), _OPENING)
        words = chain.from_iterable(map(view.document.sentence_tokens, opening))
        nouns = (t for t in words if t.lemma in self._plurals and _is_plural(view, t.index))
        return any(
            {t.lemma for t in view.tree.children(n.index)} & self._series
            or (n.head >= 0 and view.tokens[n.head].lemma in self._series)
            for n in nouns
        )

    def _in_turn(self, view: View, sides: list[Side]) -> bool:
        """Whether those met are told one after the other: «с A, а затем с B»."""
        met = sorted(s.actor.first for s in once(sides) if s.slot in ("с:Ins", "object"))
        between = view.tokens[met[0] : met[-1]] if len(met) > 1 else []
        return any(t.lemma in self._then for t in between)

    def _is_ours(self, view: View, found: Candidate) -> bool:
        """Whether «мы» or «я» is said to meet, in any slot: «нас принял», «моя встреча»."""
        own = {found.trigger, found.carrier}
        if view.tokens[found.trigger].feats.get("VerbForm") == "Inf":
            own.add(view.tokens[found.trigger].head)  # «мы договорились встретиться»
        return any(
            t.lemma in _WE and t.head in own for t in view.document.sentence_tokens(found.sentence)
        ) or (found.frame.pos == "verb" and speaks_of_oneself(view, found.trigger))

    def _anaphor(self, view: View, found: Candidate) -> int | None:
        """«Главы двух территорий виделись»: a plural noun for those who met before."""
        if found.kind in ("session", "visit"):
            return None
        nominal = found.frame.pos == "noun" and not (found.takes_part or found.background)
        if found.carrier is None or (nominal and found.held_by is None):
            return None
        subjects = [view.tokens[i] for i in view.clauses.subjects(found.carrier)]
        # «предыдущая встреча президентов двух стран прошла в мае»
        subjects += [t for t in view.tree.children(found.trigger, "nmod") if _is_of(t)]
        beside = view.tokens[max(found.sentence.first, found.trigger - 1)]
        if beside.feats.get("Case") == "Nom" and found.frame.pos == "verb":
            # «стороны встречались в Астрахани, где …»: its subject, whatever verb got it.
            subjects.append(beside)
        told = (t.index for t in subjects if self._is_plural_side(t) and not _held(view, t.index))
        return next(told, None)

    def _is_plural_side(self, token: Token) -> bool:
        both = token.lemma in self._both or token.text.lower() == "они"
        return both and token.feats.get("Number") == "Plur"

    def _is_background(self, view: View, index: int, carried: Carried) -> bool:
        """«на встрече с …», «в ходе переговоров»: the main verb tells something else."""
        if carried.governor is not None and carried.governor.id not in ("happen", "attend"):
            return False
        head = view.tree.head(index)
        before = view.tokens[index - 1].lemma if index else ""
        if head is not None and head.lemma in self._background_nouns | self._chances:
            return True
        if carried.governor is None and view.has_child(index, _OWN):
            return True  # «рассказал о своей беседе с послом»
        if head is not None and head.pos == "NOUN" and before not in self._backgrounds:
            return False
        return view.tree.preposition(index) in self._backgrounds

    def _kind(self, view: View, frame: MeetingFrame, index: int, carried: Carried) -> MeetingKind:
        """The frame's kind, or what a word of the same clause makes of it («по телефону»)."""
        own = {index, carried.verb} - {None}
        for words in self._lexicon.kind:
            if frame.kind not in words.over:
                continue
            for token in view.document.sentence_tokens(view.sentence_of(index)):
                if token.lemma in words.words and self._is_near(view, token.index, index, own):
                    return words.kind
        return frame.kind

    def _is_near(self, view: View, word: int, index: int, own: set[int | None]) -> bool:
        above = {word, *(t.index for t in view.tree.ancestors(word))}
        first, last = sorted((word, index))
        clauses = sum(t.lemma in (",", ";") for t in view.tokens[first:last])
        return abs(word - index) <= _BESIDE or (bool(above & own) and clauses == 0)


def _calls_on(view: View, found: Candidate) -> bool:
    """«Утром был у министра, затем заехал к послу»: whose call it was stands further off."""
    verb = view.tokens[found.trigger]
    slots = {s.slot for s in found.sides}
    if not slots or not slots <= _CALLED:
        return False
    nobody = is_finite(verb) and not view.clauses.subjects(found.trigger)
    return found.frame.bare or (found.frame.explicit and nobody)


def _status(view: View, frame: MeetingFrame, index: int, carried: Carried) -> Status:
    """The status by the governors, or what the frame's present tense means («ждут» is to come)."""
    if frame.present and view.tokens[index].feats.get("Tense") == "Pres":
        return frame.present
    if frame.sends and carried.status == "held":
        return "planned"
    return carried.status


def _holder(frame: MeetingFrame, carried: Carried) -> str | None:
    """The id of the governor by which it is held; a verb holds itself."""
    if frame.pos != "noun":
        return frame.id
    governor = carried.governor
    return governor.id if governor is not None and governor.id in _HOLDERS else None


def _is_of(noun: Token) -> bool:
    return noun.feats.get("Case") == "Gen"


def _is_set(carried: Carried) -> bool:
    """Whether it is said to be planned («седьмое заседание намечено на май»)."""
    return carried.governor is not None and carried.governor.id in ("planned", "plan")


def _said_again(view: View, sides: list[Side]) -> bool:
    """Whether each of the others has its own preposition: «с A, а также с B»."""
    others = [s.actor for s in once(sides) if s.slot == "с:Ins"]
    own = [view.tokens[a.first - 1].lemma in ("с", "со") for a in others if a.first]
    return len(own) > 1 and all(own[1:])


def _are_of_different_sides(found: Candidate) -> bool:
    others = [s.actor.entity for s in once(found.sides) if s.slot == "с:Ins" and s.actor.entity]
    return not any(one_side(a, b) for a, b in combinations(others, 2))


def _is_plural(view: View, index: int) -> bool:
    """Plural by form, or by a numeral: «две встречи»."""
    token = view.tokens[index]
    counted = view.tree.children(index, "nummod", "nummod:gov")
    return token.feats.get("Number") == "Plur" or any(t.lemma != "один" for t in counted)


def _held(view: View, index: int) -> bool:
    actor = view.actors.named(index)
    return actor is not None and actor.entity is not None
