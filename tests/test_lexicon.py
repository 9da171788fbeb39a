"""The lexicon: overlays are merged by their rules, and each mistake is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import LexiconError
from pipeline.knowledge import Lexicon
from pipeline.knowledge.frames import MeetingsLexicon

FRAME = """
[[frame]]
id = "tea"
kind = "meeting"
pos = "verb"
lemmas = ["почаевничать"]
slots = ["subject", "с:Ins"]
"""


def overlaid(folder: Path, text: str) -> MeetingsLexicon:
    (folder / "meetings.toml").write_text(text, "utf-8")
    return Lexicon(folder).read(MeetingsLexicon)


def test_new_entries_come_after_ours_and_known_ids_replace_ours(tmp_path: Path) -> None:
    ours = Lexicon().read(MeetingsLexicon)
    old = ours.frame[0]
    again = FRAME.replace('"tea"', f'"{old.id}"')
    mine = overlaid(tmp_path, f'proxies = ["агентура"]\n{FRAME}{again}')
    assert mine.proxies == [*ours.proxies, "агентура"]
    assert [f.id for f in mine.frame] == [*[f.id for f in ours.frame], "tea"]
    assert mine.frame[0].lemmas == ["почаевничать"]


def test_entries_can_be_removed(tmp_path: Path) -> None:
    ours = Lexicon().read(MeetingsLexicon)
    mine = overlaid(tmp_path, f'remove = ["{ours.frame[0].id}"]')
    assert [f.id for f in mine.frame] == [f.id for f in ours.frame[1:]]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (FRAME.replace('"meeting"', '"teaparty"'), r"line 4, frame\.\d+\.kind"),
        (FRAME.replace("lemmas", "lemma"), r"frame\.\d+\.lemma"),
        (FRAME.replace("с:Ins", "с:In"), r"line 7, frame\.\d+\.slots\.1"),
        ("frame = [", "not valid TOML"),
        ("frames = 1", r"line 1, frames"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_key(tmp_path: Path, wrong: str, told: str) -> None:
    with pytest.raises(LexiconError, match=rf"meetings\.toml.*{told}"):
        overlaid(tmp_path, wrong)


def test_a_file_of_another_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "metings.toml").write_text("x = 1", "utf-8")
    with pytest.raises(LexiconError, match=r"unknown lexicon file 'metings\.toml'.*meetings\.toml"):
        Lexicon(tmp_path).check()
