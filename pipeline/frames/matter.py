"""Whether what an outcome frame found can be its content."""

from __future__ import annotations

from ..drafts import PersonDraft, RegionDraft
from ..knowledge.frames import OutcomeFrame, OutcomesLexicon
from .view import View
from .visits_to_come import Visits

_BELOW = ("nmod", "obl", "obj", "nsubj", "nsubj:pass")
_WHERE_TO = frozenset({"в", "во", "на"})
_CALENDAR = frozenset({
    "год", "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь",
    "октябрь", "ноябрь", "декабрь", "число", "понедельник", "вторник", "среда", "четверг",
    "пятница", "суббота", "воскресенье",
})  # fmt: skip


class Matter:
    """Judges the head of a content by the frame's own words and by what an act can be of."""

    def __init__(self, lexicon: OutcomesLexicon) -> None:
        self._documents = frozenset(lexicon.document_heads)
        self._visits = Visits(frozenset(lexicon.gatherings), frozenset(lexicon.comings))

    def fits(self, view: View, frame: OutcomeFrame, trigger: int, head: int) -> bool:
        """Whether the noun, verb or clause at ``head`` can be the content of a frame."""
        lemma = view.tokens[head].lemma
        below = {t.lemma for t in view.tree.children(head, *_BELOW)}
        if ({lemma} | below) & set(frame.not_content):
            return False
        if frame.act == "planned" and self._visits.told(view, head):
            return False
        if frame.pos == "verb" and self._is_meeting_meant(view, frame, trigger, head):
            return False
        # «Назначен судьёй Сешнс», «поставляет Польшу»: people and places are no step and no goods.
        actor = view.actors.named(head) if frame.trade or frame.act == "planned" else None
        if actor is not None and isinstance(actor.entity, (RegionDraft, PersonDraft)):
            return False
        wanted = self._documents if frame.of_document else frozenset(frame.content_heads)
        if not wanted:
            return True
        near = {lemma} | {t.lemma for t in view.tree.children(head, "xcomp", "conj", "nmod", "obj")}
        return bool(near & wanted)

    def _is_meeting_meant(self, view: View, frame: OutcomeFrame, trigger: int, head: int) -> bool:
        """«Встреча, о которой говорили», «визит в Ханой, о котором договаривались»."""
        if head > trigger or frame.act not in ("discussed", "agreed"):
            return False
        there = view.tree.preposition(head) in _WHERE_TO
        return there or view.tokens[head].lemma in self._visits.gatherings


def words_fit(view: View, frame: OutcomeFrame, stretch: tuple[int, int]) -> bool:
    """Whether one of the words that a frame asks for stands in the content."""
    words = {t.lemma for t in view.tokens[slice(*stretch)]}
    return not frame.content_words or bool(words & set(frame.content_words))


def says_something(view: View, first: int, last: int) -> bool:
    """Whether a stretch is more than a time («ждём на следующей неделе»)."""
    words = [t for t in view.tokens[first:last] if t.pos in ("NOUN", "PROPN", "VERB")]
    dates = view.document.dates
    words = [t for t in words if t.lemma not in _CALENDAR]
    return any(not any(d.start <= t.start < d.stop for d in dates) for t in words)
