"""The explanation of an article: frames, paths through the tree, and why a word gave no meeting."""

from __future__ import annotations

import pytest

from pipeline.explaining import Explainer, Explanation, path
from pipeline.knowledge import Lexicon
from pipeline.nlp.tree import Tree
from pipeline.stages.meetings import MeetingsStage
from pipeline.stages.outcomes import OutcomesStage
from schemas import Zone

from .handmade import Handmade, parsed

TEXT = (
    "Министр Ольга Рябова встретилась с Тимуром Галеевым.\n"
    "Стороны договорились открыть рейс.\n"
    "На встрече с Галеевым Рябова рассказала о дорогах.\n"
    "Рябова приняла решение."
)


def explained(text: str, *, clutter: str = "", title: str = "") -> Explanation:
    """What is told of a text about Рябова and Галеев, with a line or two that are no body."""
    made = Handmade(text)
    document = made.document
    made.person("Ольга Рябова", "Ольга Рябова", "Рябова")
    made.person("Тимур Галеев", "Тимуром Галеевым", "Галеевым")
    for sentence in document.sentences:
        words = text[sentence.start : sentence.stop]
        sentence.zone = (
            "boilerplate" if clutter and clutter in words else "title" if words == title else "body"
        )
    lexicon = Lexicon()
    MeetingsStage(lexicon).process(document)
    OutcomesStage(lexicon).process(document)
    return Explainer(lexicon).explain(document)


def test_a_meeting_shows_its_frame_and_the_path_to_each_participant() -> None:
    first = explained(TEXT).sentences[0]
    assert (first.start, first.zone) == (0, "body")
    meeting = next(line for line in first.lines if line.startswith("m1"))
    assert meeting.startswith("m1 meeting, held: frame meet on «встретилась»; told in 0, 2;")
    at = first.lines.index(meeting)
    assert first.lines[at + 1] == "    Ольга Рябова: встретилась ─nsubj→ Министр ─appos→ Ольга"
    assert first.lines[at + 2] == "    Тимур Галеев: встретилась ─obl→ Тимуром"
    assert "person name «Тимуром Галеевым» = Тимур Галеев" in first.lines


def test_an_outcome_shows_where_its_parties_were_named() -> None:
    lines = explained(TEXT).sentences[1].lines
    assert "o1 agreed, done: frame agree on «договорились»: «открыть рейс»" in lines
    assert "    party Тимур Галеев: not named here; «Тимуром Галеевым» in [0]" in lines


def test_a_merge_is_told_where_it_happened() -> None:
    lines = explained(TEXT).sentences[2].lines
    assert any(line.startswith("«встрече»") and "joins" in line for line in lines)


def test_why_a_word_gives_no_meeting() -> None:
    assert any(
        line.startswith("«приняла» receive: ") and "meeting" not in line
        for line in explained(TEXT).sentences[3].lines
    )
    boxed = explained(TEXT + "\nЧитайте: Рябова встретилась с Галеевым.", clutter="Читайте")
    assert boxed.sentences[4].lines[-1] == (
        "«встретилась» no meeting: a boilerplate tells no story"
    )
    headed = explained(
        "Рябова встретилась с Галеевым\n" + TEXT, title="Рябова встретилась с Галеевым"
    )
    assert "«встретилась» no meeting: a title only repeats what the body tells" in str(headed)


def test_an_explanation_reads_as_text_by_sentence() -> None:
    text = str(explained(TEXT))
    assert text.startswith("# ")
    assert "\n\n[1] (body) Стороны договорились открыть рейс.\n    o1 agreed" in text


@pytest.mark.parametrize(
    ("start", "goal", "wanted"),
    [
        ("встречу", "Рябова", "встречу ←obj─ провела ─nsubj→ Рябова"),
        ("провела", "встречу", "провела ─obj→ встречу"),
        ("встречу", "встречу", "встречу"),
        ("встречу", "Ушла", "встречу … Ушла, in another part of the tree"),
    ],
)
def test_a_path_goes_up_and_down_the_tree(start: str, goal: str, wanted: str) -> None:
    document = parsed("Рябова провела встречу. Ушла.")
    document.zones = [Zone(kind="body", start=0, stop=len(document.text))]
    where = {t.text: t.index for t in document.tokens}
    assert path(Tree(document), where[start], where[goal]) == wanted
