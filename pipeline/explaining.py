"""What each stage found and said, sentence by sentence: the linguist's debugger.

For every meeting and outcome the frame that fired, on which word, and how the dependency tree leads
from that word to each participant; for every word of a meeting frame that gave none, why not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from schemas import ZoneKind

from .document import Document, Sentence, Token
from .drafts import EntityDraft, MeetingDraft, MentionDraft, OutcomeDraft
from .frames.view import POS
from .knowledge import Lexicon
from .knowledge.frames import MeetingFrame, MeetingsLexicon
from .nlp.tree import Tree
from .stages.record import ordered_meetings, ordered_outcomes

_SHOWN = 60
"""The most code points of a noted stretch that are shown."""
_TELLING = ("speech", "coreference", "meetings", "outcomes")


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """A sentence at ``[start, stop)`` code points.

    ``found`` has a line for each entity, post, date, meeting and outcome; ``said`` one for each
    remark of a stage on a word, and for each meeting word that gave no meeting.
    """

    index: int
    start: int
    stop: int
    zone: ZoneKind
    text: str
    found: tuple[str, ...]
    said: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines."""
        return self.found + self.said


@dataclass(frozen=True, slots=True)
class Explanation:
    """One article explained; ``heading`` says which and when it was published."""

    heading: str
    sentences: tuple[ExplainedSentence, ...]

    def __str__(self) -> str:
        parts = [f"# {self.heading}"]
        for sentence in self.sentences:
            parts += ["", f"[{sentence.index}] ({sentence.zone}) {sentence.text}"]
            parts += [f"    {line}" for line in sentence.lines]
        return "\n".join(parts)


class Explainer:
    """Explains finished documents whose ``trace`` was kept."""

    def __init__(self, lexicon: Lexicon) -> None:
        """``lexicon`` must be the one the documents were made with."""
        self._frames: dict[str, list[MeetingFrame]] = {}
        for frame in lexicon.read(MeetingsLexicon).frame:
            for lemma in frame.lemmas:
                self._frames.setdefault(lemma, []).append(frame)

    def explain(self, document: Document) -> Explanation:
        """Everything that is known of a document, by sentence."""
        source = document.article.source or document.article.key
        heading = f"{source} · {document.title or '—'} · {document.published or '—'}"
        tree = Tree.of(document)
        sentences = tuple(self._sentence(document, tree, s) for s in document.sentences)
        return Explanation(heading, sentences)

    def _sentence(self, document: Document, tree: Tree, sentence: Sentence) -> ExplainedSentence:
        start, stop = sentence.start, sentence.stop
        return ExplainedSentence(
            sentence.index,
            start,
            stop,
            sentence.zone,
            " ".join(document.text[start:stop].split()),
            (*_found(document, sentence), *_facts(document, tree, sentence)),
            (*_notes(document, sentence), *self._silent(document, sentence)),
        )

    def _silent(self, document: Document, sentence: Sentence) -> Iterator[str]:
        """Words of meeting frames that neither gave a meeting nor were said to give none."""
        notes = document.trace.notes if document.trace is not None else []
        told = {n.start for n in notes if n.stage == "meetings"}
        told |= {m.trigger[0] for m in document.meetings}
        for token in document.sentence_tokens(sentence):
            frames = self._frames.get(token.lemma)
            if frames and token.start not in told:
                yield f"«{token.text}» no meeting: {_why(document, sentence, token, frames)}"


def _why(document: Document, sentence: Sentence, token: Token, frames: list[MeetingFrame]) -> str:
    if sentence.zone not in ("title", "body"):
        return f"a {sentence.zone} tells no story"
    if not any(token.pos in POS[f.pos] for f in frames):
        wanted = ", ".join(f"{f.id} wants a {f.pos}" for f in frames)
        return f"read as {token.pos}, but {wanted}"
    if sentence.zone == "title" and document.meetings:
        return "a title only repeats what the body tells"
    return "none of " + ", ".join(f.id for f in frames)


def _found(document: Document, sentence: Sentence) -> Iterator[str]:
    """Entities, posts and dates named in the sentence."""
    for entity, mention in document.mentions():
        if _in(sentence, mention.start):
            words = document.text[mention.start : mention.stop]
            yield f"{entity.type} {mention.kind} «{words}» = {entity.name}"
    for role in document.roles:
        if _in(sentence, role.start):
            words = document.text[role.start : role.stop]
            owners = ", ".join(o.name for o in role.of) or "—"
            holder = role.person.name if role.person else "—"
            yield f"role «{words}» = {role.title} of {owners}, held by {holder}"
    for date in document.dates:
        if _in(sentence, date.start):
            words = document.text[date.start : date.stop]
            yield f"date «{words}» = {date.value} ({date.basis})"


def _notes(document: Document, sentence: Sentence) -> Iterator[str]:
    """What the telling stages said of words of the sentence."""
    for note in document.trace.notes if document.trace is not None else []:
        if note.stage in _TELLING and _in(sentence, note.start):
            words = " ".join(document.text[note.start : note.stop].split())
            shown = words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + "…"
            yield f"«{shown}» {note.message}"


def _facts(document: Document, tree: Tree, sentence: Sentence) -> Iterator[str]:
    """The meetings and outcomes whose trigger stands in the sentence, under the record's ids."""
    for number, meeting in enumerate(ordered_meetings(document), 1):
        if _in(sentence, meeting.trigger[0]):
            yield _meeting(document, number, meeting)
            who = [(p.entity, "") for p in meeting.participants]
            yield from _paths(document, tree, meeting.trigger, who)
    for number, outcome in enumerate(ordered_outcomes(document), 1):
        if _in(sentence, outcome.trigger[0]):
            yield _outcome(document, number, outcome)
            who = [(p, "party ") for p in outcome.parties]
            who += [(outcome.speaker, "speaker ")] if outcome.speaker else []
            yield from _paths(document, tree, outcome.trigger, who)


def _meeting(document: Document, number: int, draft: MeetingDraft) -> str:
    trigger = document.text[slice(*draft.trigger)]
    told = ", ".join(str(i) for i in draft.sentences)
    when = draft.date.value if draft.date else "—"
    where = draft.place.name if draft.place else "—"
    return (
        f"m{number} {draft.kind}, {draft.status}: frame {draft.frame} on «{trigger}»;"
        f" told in {told}; when {when}; where {where}"
    )


def _outcome(document: Document, number: int, draft: OutcomeDraft) -> str:
    trigger, content = (document.text[slice(*s)] for s in (draft.trigger, draft.content))
    return f"o{number} {draft.act}, {draft.status}: frame {draft.frame} on «{trigger}»: «{content}»"


def _paths(
    document: Document,
    tree: Tree,
    trigger: tuple[int, int],
    who: list[tuple[EntityDraft, str]],
) -> Iterator[str]:
    """How the tree leads from the trigger to each of these, or where else they were named."""
    first, _ = document.token_range(*trigger)
    for entity, part in who:
        paths = [
            path(tree, first, head)
            for mention in entity.mentions
            if (head := _head(document, mention)) is not None
            and document.tokens[head].sentence == document.tokens[first].sentence
        ]
        shortest = min(paths, key=len, default=None)
        yield f"    {part}{entity.name}: {shortest or _elsewhere(document, entity, trigger[0])}"


def path(tree: Tree, start: int, goal: int) -> str:
    """The words between two tokens of one tree: ``head ─relation→ dependent``, and back up."""
    up = [start, *(t.index for t in tree.ancestors(start))]
    down = [goal, *(t.index for t in tree.ancestors(goal))]
    meet = next((i for i in up if i in down), None)
    if meet is None:
        return f"{tree.tokens[start].text} … {tree.tokens[goal].text}, in another part of the tree"
    words = tree.tokens[start].text
    for below, above in pairwise(up[: up.index(meet) + 1]):
        words += f" ←{tree.tokens[below].rel}─ {tree.tokens[above].text}"
    for index in reversed(down[: down.index(meet)]):
        words += f" ─{tree.tokens[index].rel}→ {tree.tokens[index].text}"
    return words


def _head(document: Document, mention: MentionDraft) -> int | None:
    """The token of a mention that the rest of it hangs on."""
    first, last = document.token_range(mention.start, mention.stop)
    inside = range(first, last)
    return next((i for i in inside if document.tokens[i].head not in inside), None)


def _elsewhere(document: Document, entity: EntityDraft, before: int) -> str:
    """Where an entity that the sentence does not name was named last."""
    earlier = [m for m in entity.mentions if m.start < before]
    mention = max(earlier or entity.mentions, key=lambda m: m.start, default=None)
    sentence = document.sentence_at(mention.start) if mention else None
    if mention is None or sentence is None:
        return "not named in a sentence"
    words = document.text[mention.start : mention.stop]
    return f"not named here; «{words}» in [{sentence.index}]"


def _in(sentence: Sentence, offset: int) -> bool:
    return sentence.start <= offset < sentence.stop
