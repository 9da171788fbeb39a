"""What is wrong with a record: findings, their causes, the pages that show them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.evaluation import evaluate, findings
from pipeline.evaluation.causes import CauseCount, FrameCount, by_cause, by_frame
from pipeline.evaluation.report import errors_text
from pipeline.explaining import ExplainedSentence, Explanation
from pipeline.readers.records import read_records
from pipeline.review import Links, errors_page, explanations_page

from .chromium import needs_chromium, opened, opened_behind_proxy
from .pages import Words
from .records import meeting, outcome, record, span, write_gold, write_record
from .sample_gold import AGREED, AIR, GALEEV, GOLD, IZHEVSK, MET, RYABOVA, SHOWN, TALKS, TEXT
from .test_hostile_pages import ATTACKS, assert_harmless, hostile


def causes(evaluation):
    return [(f.kind, f.verdict, *f.causes) for f in findings(evaluation.comparisons[0])]


def test_findings_pair_what_stands_on_one_sentence(scored):
    wrong = meeting(TEXT, ["e1", "e3"], "встретилась", TALKS, status="planned")
    made = record(TEXT, [RYABOVA, GALEEV, IZHEVSK], [wrong], [AIR | {"act": "discussed"}])
    assert causes(scored(made)) == [
        (
            "meeting",
            "wrong",
            *("participant_missed", "participant_added", "status", "date", "place"),
        ),
        ("outcome", "wrong", "wrong_act"),
    ]


def test_findings_name_missed_entities_coreference_and_content(scored):
    short = AIR | {"content": span(TEXT, "рейс"), "parties": ["e1"]}
    made = record(TEXT, [RYABOVA], [], [short])
    assert causes(scored(made)) == [
        ("meeting", "missed", "no_trigger"),
        ("outcome", "wrong", "content_boundary", "entity_missed"),
    ]
    made = record(TEXT, [RYABOVA, GALEEV, IZHEVSK], [MET], [AIR | {"parties": ["e1"]}])
    assert causes(scored(made)) == [("outcome", "wrong", "coreference")]


def test_findings_tell_split_and_invented_from_each_other(scored):
    again = outcome(TEXT, "agreed", ["e1", "e2"], "авиарейс", AGREED)
    museum = outcome(TEXT, "agreed", ["e1", "e2"], "музей", SHOWN)
    made = record(TEXT, [RYABOVA, GALEEV, IZHEVSK], [MET, MET], [AIR, again, museum])
    assert causes(scored(made)) == [
        ("meeting", "false", "split"),
        ("outcome", "false", "split"),
        ("outcome", "false", "nothing_there"),
    ]


def test_errors_text_shows_the_sentence_and_both_sides(scored):
    made = record(TEXT, [RYABOVA, GALEEV, IZHEVSK], [MET], [AIR | {"act": "discussed"}])
    text = errors_text(scored(made))
    assert "== a: 1 wrong" in text
    assert "Стороны договорились [[открыть авиарейс]]." in text
    assert "gold -: agreed | done | Ольга Рябова, Тимур Галеев | открыть авиарейс" in text
    assert "ours o1: discussed | done" in text
    assert "1  outcome  wrong_act" in text


def test_an_outcome_beside_its_content_is_one_finding(scored):
    beside = AIR | {"content": span(TEXT, "Стороны")}
    found = scored(record(TEXT, [RYABOVA, GALEEV, IZHEVSK], [MET], [beside]))
    assert causes(found) == [("outcome", "wrong", "content_boundary")]


# Causes and frames


def flawed(scored):
    """A record that misses the meeting, invents an outcome and errs in the other's speaker."""
    museum = outcome(TEXT, "agreed", ["e1", "e2"], "музей", SHOWN, frame="promise")
    spoken = AIR | {"speaker": "e1", "frame": "agree"}
    return scored(record(TEXT, [RYABOVA, GALEEV, IZHEVSK], [], [spoken, museum]))


def test_causes_are_ranked_by_what_mending_them_would_gain(scored):
    found = flawed(scored)
    counts = by_cause(findings(found.comparisons[0]), found.figures)
    assert counts == [
        CauseCount("meeting", "no_trigger", 1, 1.0),
        CauseCount("outcome", "nothing_there", 1, pytest.approx(1 / 3)),
        CauseCount("outcome", "speaker", 1, 0.0),
    ]


def test_frames_show_how_often_they_were_right(scored):
    assert by_frame(flawed(scored).comparisons) == [
        FrameCount("outcome", "promise", 1, 0),
        FrameCount("outcome", "agree", 1, 1),
    ]


# The error browser


def told(doc: str = "a") -> dict[str, Explanation]:
    said = ("«встретилась» meet: 2 needed, 1 named: Ольга Рябова",)
    sentence = ExplainedSentence(0, 0, len(TALKS), "body", TALKS, ("person name",), said)
    return {"other": Explanation("other", ()), doc: Explanation("a.txt · — · —", (sentence,))}


def test_the_error_browser_shows_both_sides_and_where_to_look(scored):
    links = Links("r b.html", "x.html", told())
    page = Words(errors_page(flawed(scored), links=links))
    text = page.text
    assert "встреча ничего не найдено 1 +1.000" in text
    assert "promise 1 0 agree 1 1" in text
    assert "встречи 0.000 0.000 0.000" in text
    assert "пропущено встреча ничего не найдено a запись разбор" in text
    assert "«встретилась» meet: 2 needed, 1 named: Ольга Рябова" in text
    assert "Почему слово не дало встречи meet: 2 needed, 1 named 1" in text
    assert "эталон запись o1 действие договорились" in text
    assert "говорит — Ольга Рябова" in text
    odd = [a for tag, a in page.tags if tag == "span" and a.get("class") == "odd"]
    assert len(odd) == 1
    hrefs = [a["href"] for tag, a in page.tags if tag == "a" and a["href"][0] != "#"]
    assert hrefs == [
        *("r%20b.html#a", "x.html#a2s0"),
        *("r%20b.html#a/o1", "x.html#a2"),
        *("r%20b.html#a/o2", "x.html#a2"),
    ]
    assert 'id="a2s0"' in explanations_page(told())


def test_a_trigger_that_no_frame_has_is_named(scored):
    links = Links(None, "x.html", {"a": Explanation("a", ())})
    assert "no frame has «встретилась» 1" in Words(errors_page(flawed(scored), links=links)).text


def test_findings_can_be_filtered_by_everything_they_are_grouped_by(scored):
    page = Words(errors_page(flawed(scored)))
    cards = [a for _, a in page.tags if "data-lead" in a]
    assert [(c["data-kind"], c["data-verdict"], c["data-lead"]) for c in cards] == [
        ("meeting", "missed", "no_trigger"),
        ("outcome", "wrong", "speaker"),
        ("outcome", "false", "nothing_there"),
    ]
    assert [c["data-frame"] for c in cards] == ["", "agree", "promise"]
    assert [c["data-sort"] for c in cards] == ["meeting", "agreed", "agreed"]
    options = {a.get("value") for tag, a in page.tags if tag == "option"}
    assert {"missed", "no_trigger", "speaker", "promise", "a", "meeting", "agreed"} <= options
    assert not [a for tag, a in page.tags if tag == "a" and a["href"][0] != "#"]


def test_no_errors_make_a_page_that_says_so(scored):
    found = scored(record(TEXT, [RYABOVA, GALEEV, IZHEVSK], [MET], [AIR]))
    assert "Ошибок нет." in Words(errors_page(found)).text


def test_evaluate_writes_the_pages_beside_each_other(tmp_path):
    write_gold(tmp_path, "a", TEXT, GOLD)
    write_record(tmp_path / "records", "a", record(TEXT, [RYABOVA, GALEEV, IZHEVSK], [], [AIR]))
    page = tmp_path / "out" / "errors.html"
    command = ["evaluate", str(tmp_path), str(tmp_path / "records"), "--html", str(page)]
    assert CliRunner().invoke(main, [*command, "--no-explain"]).exit_code == 0
    assert not page.with_name("errors-explained.html").exists()
    assert CliRunner().invoke(main, command).exit_code == 0
    hrefs = re.findall(r'href="([^"#][^"]+)"', page.read_text("utf-8"))
    assert hrefs == ["errors-records.html#a", "errors-explained.html#a1s0"]
    assert all((page.parent / h.partition("#")[0]).exists() for h in hrefs)
    assert "meet" in page.with_name("errors-explained.html").read_text("utf-8")
    assert CliRunner().invoke(main, [*command, "--language", "en"]).exit_code == 0
    pages = ("errors.html", "errors-records.html", "errors-explained.html")
    opened = [page.with_name(name).read_text("utf-8") for name in pages]
    assert all('<html lang="en">' in text for text in opened)


@needs_chromium
def test_hostile_articles_harm_neither_the_errors_nor_the_explanations(tmp_path: Path) -> None:
    made = hostile()
    text, name = made.article.text, "evil\u202e"
    entities = {
        "p1": {"type": "person", "name": ATTACKS[3], "quotes": ["Анна Рябова"]},
        "p2": {"type": "person", "name": ATTACKS[0], "quotes": ["Олегом Тетериным"]},
    }
    gold_meeting = GOLD["meetings"][0] | {
        "place": ATTACKS[5],
        "date": ATTACKS[4],
        "evidence": ATTACKS[6],
        "trigger": ATTACKS[6],
    }
    gold_outcome = GOLD["outcomes"][0] | {"content": ATTACKS[1], "evidence": ATTACKS[1]}
    gold = {"entities": entities, "meetings": [gold_meeting], "outcomes": [gold_outcome]}
    write_gold(tmp_path, name, text, gold)
    write_record(tmp_path / "records", name, made)
    found = evaluate(tmp_path, read_records(tmp_path / "records"))
    whole = ExplainedSentence(0, 0, len(text), "body", text, (text,), tuple(ATTACKS))
    explained = {name: Explanation(ATTACKS[3], (whole,))}
    links = Links(f"{ATTACKS[3]}.html", f"javascript:{ATTACKS[4]}", explained)
    pages = {
        "errors": errors_page(found, links=links),
        "explained": explanations_page(explained),
    }
    for stem, page in pages.items():
        path = tmp_path / f"{stem}.html"
        path.write_text(page, "utf-8")
        dom, asked = opened_behind_proxy(path, tmp_path / "profile")
        assert_harmless(dom, asked)
        assert 'href="javascript:' not in dom


@needs_chromium
def test_a_cause_in_the_summary_leads_to_its_findings(scored, tmp_path: Path) -> None:
    page = tmp_path / "errors.html"
    page.write_text(errors_page(flawed(scored)), "utf-8")
    hrefs = [a["href"] for tag, a in Words(page.read_text("utf-8")).tags if tag == "a"]
    assert "#kind=outcome&lead=speaker" in hrefs
    dom = opened(page, tmp_path / "profile", fragment="kind=outcome&lead=speaker")
    hidden = {a["data-lead"]: "hidden" in a for _, a in Words(dom).tags if "data-lead" in a}
    assert hidden == {"no_trigger": True, "speaker": False, "nothing_there": True}
    assert '<output id="shown">1</output>' in dom
