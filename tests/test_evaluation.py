import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cli import main
from pipeline.errors import InputError
from pipeline.evaluation import compare_versions, evaluate, findings
from pipeline.evaluation.alignment import dice, match
from pipeline.evaluation.report import figures_text, versions_text
from pipeline.evaluation.tally import Tally, weigh
from pipeline.readers.records import read_records

from .records import entity, meeting, record, span, write_gold, write_record
from .sample_gold import (
    AIR,
    GALEEV,
    GOLD,
    IZHEVSK,
    MET,
    PEOPLE,
    RYABOVA,
    TALKS,
    TEXT,
)


def test_everything_right(scored):
    found = scored(record(TEXT, [RYABOVA, GALEEV, IZHEVSK], [MET], [AIR]))
    assert {name: row.f1 for name, row in found.figures.items() if not row.empty} == dict.fromkeys(
        [
            *("pairs", "meetings", "participants", "outcomes", "outcomes_any_act", "parties"),
            *("status", "kind", "dates", "places", "outcome_status", "speakers", "addressees"),
            *("act.agreed", "entities", "entity.person", "entity.region"),
        ],
        1.0,
    )
    assert findings(found.comparisons[0]) == []
    assert found.problems == []


def test_a_missing_record_misses_all_its_gold(tmp_path):
    write_gold(tmp_path, "a", TEXT, GOLD)
    found = evaluate(tmp_path, [])
    assert found.missing == ["a"]
    assert found.problems == ["a: no record"]
    assert found.figures["meetings"] == Tally(0, 0, 0, 1)
    assert [f.causes for f in findings(found.comparisons[0])] == [("no_record",), ("no_record",)]


def test_a_record_is_known_by_its_source(tmp_path):
    write_gold(tmp_path, "a", TEXT, GOLD)
    made = record(TEXT, [RYABOVA, GALEEV], [MET | {"place": None}], source="news\\a.txt")
    lines = tmp_path / "records.jsonl"
    lines.write_text(made.to_json() + "\n\n", "utf-8")
    assert evaluate(tmp_path, read_records(lines)).figures["meetings"].f1 == 1


def test_status_breaks_ties_between_meetings_of_the_same_people(scored):
    later = "Они встретятся снова."
    text = f"{TALKS} {later}"
    second = GOLD["meetings"][0] | {
        "id": "m2",
        "status": "planned",
        "date": None,
        "evidence": later,
        "trigger": "встретятся",
    }
    gold = {"entities": PEOPLE, "meetings": [GOLD["meetings"][0], second]}
    planned = meeting(text, ["e1", "e2"], "встретятся", later, status="planned")
    made = record(text, [RYABOVA | {"mentions": RYABOVA["mentions"][:1]}, GALEEV], [planned])
    found = scored(made, gold, text)
    assert found.comparisons[0].meetings == [(0, 1)]
    assert found.figures["status"].f1 == 1
    assert found.figures["pairs"].f1 == 1


def test_a_wrong_type_aligns_only_from_three_quarters_and_never_with_a_person(scored):
    body = entity(TEXT, "organization", "Ижевск", "Ижевске")
    mistaken = entity(TEXT, "organization", "Галеев", "Тимуром Галеевым")
    alignment = scored(record(TEXT, [RYABOVA, mistaken, body])).comparisons[0].alignment
    assert alignment == {"e1": "p1", "e3": "r1"}
    wide = entity(TEXT, "organization", "Ижевск", "Галеевым в Ижевске")
    assert scored(record(TEXT, [wide])).comparisons[0].alignment == {}


def test_two_predicted_entities_may_be_one_gold_entity(scored):
    first = entity(TEXT, "person", "Ольга Рябова", "Ольга Рябова")
    again = entity(TEXT, "person", "Рябова", "Рябова@1")
    two = meeting(TEXT, ["e1", "e2"], "встретилась", TALKS)
    found = scored(record(TEXT, [first, again], [two]))
    assert found.figures["pairs"].predicted == 0
    assert found.figures["entities"].recalled == 1


def test_an_outcome_counts_under_its_act_and_under_any(scored):
    planned = AIR | {"act": "planned"}
    figures = scored(record(TEXT, [RYABOVA, GALEEV], [], [planned])).figures
    assert figures["outcomes"] == Tally(0, 1, 0, 1)
    assert figures["outcomes_any_act"].f1 == 1
    assert (figures["act.planned"].predicted, figures["act.agreed"].gold) == (1, 1)


def test_positions_count_where_gold_has_them(scored):
    gold = json.loads(json.dumps(GOLD))
    gold["entities"]["p1"]["positions"] = [{"title": "мэр", "of": ["r1"]}, {"title": "актёр"}]
    held = {"title": "мэр", "of": ["e3"]} | span(TEXT, "Ольга")
    mayor = RYABOVA | {"positions": [held, held | {"title": "актер", "of": []}]}
    found = scored(record(TEXT, [mayor, GALEEV, IZHEVSK]), gold)
    assert found.figures["positions"] == Tally(2, 2, 2, 2)
    assert "positions" not in scored(record(TEXT, [mayor, GALEEV, IZHEVSK])).articles["a"]


def test_spans_may_stand_in_place_of_quotes(tmp_path):
    at = (TEXT.index(TALKS), len(TALKS))
    names = [span(TEXT, "Ольга Рябова"), span(TEXT, "Тимуром Галеевым")]
    entities = {
        f"p{n}": {"type": "person", "name": "x", "spans": [[s["start"], s["stop"]]]}
        for n, s in enumerate(names, 1)
    }
    gold = {"entities": entities, "meetings": [GOLD["meetings"][0] | {"evidence": at}]}
    write_gold(tmp_path, "a", TEXT, gold)
    (tmp_path / "texts" / "a.txt").unlink()
    write_record(tmp_path / "records", "a", record(TEXT, [RYABOVA, GALEEV, IZHEVSK], [MET]))
    assert evaluate(tmp_path, read_records(tmp_path / "records")).figures["meetings"].f1 == 1


def test_gold_without_any_text_is_refused_with_a_hint(tmp_path):
    write_gold(tmp_path, "a", TEXT, GOLD)
    (tmp_path / "texts" / "a.txt").unlink()
    with pytest.raises(InputError, match="--texts"):
        evaluate(tmp_path, [])


def test_bad_gold_is_named(tmp_path):
    write_gold(tmp_path, "a", TEXT, {"meetings": [GOLD["meetings"][0] | {"kind": "party"}]})
    with pytest.raises(InputError, match=r"a\.json.*meetings\.0\.kind"):
        evaluate(tmp_path, [])
    with pytest.raises(InputError, match="no gold files"):
        evaluate(tmp_path / "texts", [])


def test_a_quote_the_text_lacks_is_a_problem(scored):
    gold = GOLD | {"outcomes": [GOLD["outcomes"][0] | {"content": "открыть паром"}]}
    found = scored(record(TEXT, [RYABOVA, GALEEV], [], [AIR]), gold)
    assert found.problems == ["a: gold: outcome 0: content: not found: 'открыть паром'"]
    assert found.figures["outcomes"].hit == 0


def test_pairs_of_a_summit_weigh_less():
    assert set(weigh([["a", "b", "c"]]).values()) == {0.5}
    assert weigh([["a", "b", "c"], ["b", "a"]])[frozenset("ab")] == 1
    assert weigh([["a", "a"]]) == {}


@given(st.lists(st.tuples(st.sampled_from([0, 1, 1.5, 2]), st.integers(0, 4), st.integers(0, 4))))
def test_matching_is_one_to_one(candidates):
    pairs = match(candidates)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    best = max((c[0] for c in candidates), default=0)
    assert bool(pairs) == (best > 0)


@given(*[st.tuples(st.integers(0, 20), st.integers(1, 9))] * 2)
def test_dice_is_symmetric_and_bounded(a, b):
    one, two = (a[0], sum(a)), (b[0], sum(b))
    assert dice(one, two) == dice(two, one)
    assert 0 <= dice(one, two) <= 1
    assert dice(one, one) == 1


# Intervals and versions


def many(tmp_path, name, right):
    """Ten articles of which the first ``right`` are read well and the rest not at all."""
    for n in range(10):
        write_gold(tmp_path, f"a{n}", TEXT, GOLD)
        meetings = [MET] if n < right else []
        made = record(TEXT, [RYABOVA, GALEEV, IZHEVSK], meetings)
        write_record(tmp_path / name, f"a{n}", made)
    return evaluate(tmp_path, read_records(tmp_path / name))


def test_intervals_hold_the_figure_and_repeat(tmp_path):
    found = many(tmp_path, "records", 6)
    interval = found.bounds["meetings"]
    assert interval.low < found.figures["meetings"].f1 < interval.high
    assert many(tmp_path, "records", 6).bounds == found.bounds
    assert "meetings                1.000  0.600  0.750" in figures_text(
        found.figures, found.bounds
    )


def test_versions_are_compared_in_pairs(tmp_path):
    few, most = many(tmp_path, "few", 3), many(tmp_path, "most", 9)
    comparison = compare_versions(few, most)
    assert comparison.verdict("meetings") == "second"
    assert compare_versions(most, few).verdict("meetings") == "first"
    assert comparison.verdict("outcomes") == "unclear"
    assert {c.doc for c in comparison.changes} == {f"a{n}" for n in range(3, 9)}
    text = versions_text(comparison, first="few", second="most")
    assert "most is better on 6 articles" in text
    assert "  a3: pairs 0.00→1.00, meetings 0.00→1.00\n" in text
    alike = compare_versions(few, few)
    assert not alike.changes
    assert alike.differences["meetings"].better == 0.5


def test_json_has_every_figure_with_its_interval(tmp_path):
    data = many(tmp_path, "records", 6).as_json()
    assert data["figures"]["meetings"]["recall"] == 0.6
    assert set(data["figures"]["pairs"]) >= {"precision", "recall", "f1", "low", "high"}
    assert len(data["articles"]) == 10
    json.dumps(data)


def test_the_example_of_the_format_is_valid(tmp_path):
    told = (Path(__file__).parent.parent / "docs" / "evaluation.md").read_text("utf-8")
    gold = json.loads(re.search(r"```json\n(.*?)```", told, re.DOTALL)[1])
    text = " ".join(line[2:] for line in told.splitlines() if line.startswith("> "))
    write_gold(tmp_path, gold["doc"], text, gold)
    found = evaluate(tmp_path, [])
    assert found.problems == ["visit: no record"]
    assert found.figures["entities"].gold == 4


# The command


def told(tmp_path, *options):
    done = CliRunner().invoke(main, ["evaluate", str(tmp_path), str(tmp_path / "most"), *options])
    assert done.exit_code == 0, done.output
    return done


def test_the_command_prints_figures_problems_errors_and_the_better_version(tmp_path):
    many(tmp_path, "few", 3)
    many(tmp_path, "most", 9)
    (tmp_path / "most" / "a9.json").unlink()
    few = str(tmp_path / "few")
    done = told(tmp_path, "--compare", few, "--errors")
    assert done.stderr == "a9: no record\n"
    assert "== a9: 2 missed" in done.stdout
    assert "meetings                1.000  0.900  0.947" in done.stdout
    assert f"F1 of {tmp_path / 'most'} less F1 of {few}:" in done.stdout
    assert re.search(
        rf"meetings +\+0\.486 .*{re.escape(str(tmp_path / 'most'))} is better", done.stdout
    )
    data = json.loads(told(tmp_path, "--compare", few, "--json").stdout)
    assert data["compare"]["differences"]["meetings"]["verdict"] == "second"
    assert data["missing"] == ["a9"]


def test_articles_are_chosen_by_pattern_or_list(tmp_path):
    many(tmp_path, "most", 9)
    listed = tmp_path / "listed"
    listed.write_text("a1\na2\n", "utf-8")
    for option, count in (("a[0-4]", 5), (str(listed), 2)):
        data = json.loads(told(tmp_path, "--articles", option, "--json").stdout)
        assert len(data["articles"]) == count
