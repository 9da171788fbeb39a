"""Meeting frames matched in one sentence: candidates with their participants and status."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from schemas import MeetingKind

from ..document import Sentence
from ..drafts import OrganizationDraft, PersonDraft, RegionDraft
from ..knowledge.frames import MeetingFrame, MeetingsLexicon
from .actors import Actor
from .modality import Carried, Modality, Status
from .slots import fill
from .view import POS, View


@dataclass(eq=False)
class Candidate:
    """A trigger that matched a frame; ``sides`` are the actors by slot, in the frame's order."""

    frame: MeetingFrame
    trigger: int
    sentence: Sentence
    status: Status
    kind: MeetingKind
    carrier: int | None
    background: bool = False
    plural: bool = False
    anaphoric: bool = False
    sides: list[tuple[str, Actor]] = field(default_factory=list)

    @property
    def actors(self) -> list[Actor]:
        """The actors with a known entity, each entity once, in order."""
        seen: list[Actor] = []
        for _, actor in self.sides:
            if actor.entity is not None and all(s.entity is not actor.entity for s in seen):
                seen.append(actor)
        return seen


def _held(view: View, index: int) -> bool:
    actor = view.actors.named(index)
    return actor is not None and actor.entity is not None


_HUBS = frozenset({"subject", "support", "host", "у:Gen"})


def apart(candidate: Candidate) -> list[Candidate]:
    """One caller and several counterparts one after another are separate meetings.

    «провёл встречи с A, B и C», «телефонные переговоры с A, а также с B»: a plural noun, or a call.
    """
    hubs = [s for s in candidate.sides if s[0] in _HUBS]
    others = [s for s in candidate.sides if s[0] == "с:Ins"]
    if len(hubs) > 1 or len(others) < 2 or not (candidate.plural or candidate.kind == "call"):
        return [candidate]
    return [replace(candidate, sides=[*hubs, other]) for other in others]


class MeetingMatcher:
    """Finds candidates; ``near_misses`` go to the document's notes."""

    def __init__(self, lexicon: MeetingsLexicon) -> None:
        self._lexicon = lexicon
        self._modality = Modality(lexicon)
        self._frames: dict[str, list[MeetingFrame]] = {}
        for frame in lexicon.frame:
            for lemma in frame.lemmas:
                self._frames.setdefault(lemma, []).append(frame)
        self._both = frozenset(lexicon.both_sides)
        self._plurals = frozenset(lexicon.countable)
        self._not_sides = frozenset(lexicon.not_sides)
        self._not_meetings = frozenset(lexicon.not_meetings)
        self._backgrounds = frozenset(lexicon.backgrounds)
        self._background_nouns = frozenset(lexicon.background_nouns)

    def is_sport(self, view: View) -> bool:
        """Whether the article reports a match, whose «встречи» are games."""
        words = frozenset(self._lexicon.sport_words)
        met = {t.lemma for t in view.tokens} & words
        return len(met) >= self._lexicon.sport_limit

    def find(self, view: View, sentence: Sentence) -> Iterator[Candidate]:
        """Every candidate of a sentence, by trigger position."""
        for index in range(sentence.first, sentence.last):
            token = view.tokens[index]
            for frame in self._frames.get(token.lemma, ()):
                if token.pos in POS[frame.pos]:
                    yield from self._match(view, sentence, frame, index)

    def _match(
        self, view: View, sentence: Sentence, frame: MeetingFrame, index: int
    ) -> Iterator[Candidate]:
        reason = self._blocked(view, sentence, frame, index)
        token = view.tokens[index]
        if reason:
            view.document.note("meetings", token.start, token.stop, f"{frame.id}: {reason}")
            return
        carried = (
            self._modality.of_verb(view, index)
            if frame.pos == "verb"
            else self._modality.of_noun(view, index)
        )
        if carried.governor is not None and carried.governor.status == "none":
            return
        if frame.carried and not self._carried_by(view, frame, carried):
            return
        found = Candidate(
            frame=frame,
            trigger=index,
            sentence=sentence,
            status=carried.status,
            kind=self._kind(view, sentence, frame),
            carrier=carried.verb,
            background=frame.pos == "noun" and self._is_background(view, index, carried),
            plural=token.lemma in self._plurals and token.feats.get("Number") == "Plur",
        )
        found.anaphoric = self._is_anaphoric(view, found)
        unnamed = self._fill(view, found, carried)
        if unnamed:
            view.document.note("meetings", token.start, token.stop, f"{frame.id}: {unnamed}")
            return
        yield found

    def _blocked(self, view: View, sentence: Sentence, frame: MeetingFrame, index: int) -> str:
        lemmas = {t.lemma for t in view.document.sentence_tokens(sentence)}
        if lemmas & self._not_meetings:
            return "sport, not a meeting"
        if frame.with_words and not lemmas & set(frame.with_words):
            return "a word it needs is missing"
        if frame.finite and view.tokens[index].feats.get("VerbForm") == "Inf":
            return "an infinitive"
        near = {view.tokens[i].lemma for i in view.clauses.objects(index)}
        near |= {t.lemma for t in view.tree.children(index)}
        if near & set(frame.not_with):
            return "its object makes it another thing"
        return ""

    def _is_anaphoric(self, view: View, found: Candidate) -> bool:
        """«Главы двух территорий виделись»: a plural noun for those who met before."""
        if found.carrier is None:
            return False
        subjects = [view.tokens[i] for i in view.clauses.subjects(found.carrier)]
        return any(
            t.lemma in self._both and t.feats.get("Number") == "Plur" and not _held(view, t.index)
            for t in subjects
        )

    def _fill(self, view: View, found: Candidate, carried: Carried) -> str:
        for slot in found.frame.slots:
            if slot == "support" and not carried.takes_part:
                continue
            if slot == "host" and not found.background:
                continue
            for head in fill(view, slot, found.trigger, carried.verb):
                if view.tokens[head].lemma in self._not_sides and view.actors.at(head) is None:
                    return "the other side is no party"
                for actor in view.actors.group(head):
                    if self._fits(found.frame, actor):
                        found.sides.append((slot, actor))
        return ""

    def _fits(self, frame: MeetingFrame, actor: Actor) -> bool:
        if not frame.sides:
            return True
        kind = (
            "person"
            if actor.role is not None or isinstance(actor.entity, PersonDraft)
            else "organization"
            if isinstance(actor.entity, OrganizationDraft)
            else "region"
            if isinstance(actor.entity, RegionDraft)
            else ""
        )
        return kind in frame.sides or actor.proxy is not None

    def _carried_by(self, view: View, frame: MeetingFrame, carried: Carried) -> bool:
        return carried.verb is not None and view.tokens[carried.verb].lemma in frame.carried

    def _is_background(self, view: View, index: int, carried: Carried) -> bool:
        """«на встрече с …», «в ходе переговоров»: the main verb tells something else."""
        if carried.governor is not None:
            return False
        head = view.tree.head(index)
        if head is not None and head.pos == "NOUN":
            return head.lemma in self._background_nouns
        return view.tree.preposition(index) in self._backgrounds

    def _kind(self, view: View, sentence: Sentence, frame: MeetingFrame) -> MeetingKind:
        lemmas = {t.lemma for t in view.document.sentence_tokens(sentence)}
        for words in self._lexicon.kind:
            if frame.kind in words.over and lemmas & set(words.words):
                return words.kind
        return frame.kind
