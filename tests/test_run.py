"""Whole runs as a user starts them: exit codes, resuming after a kill, workers that die."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.article import InputArticle
from pipeline.cli import main
from pipeline.running import Options, pool, run
from pipeline.running.worker import Made, Results, Setup, Worker
from schemas import ArticleRecord, RunSummary

WHO = ["Лопатин", "Громов", "Зимин", "Ветлугин", "Саранцев", "Заречный"]


def article(number: int) -> str:
    one, two = WHO[number % 6], WHO[(number + 1) % 6]
    return (
        f"Рабочая встреча {number}\n\n{number % 27 + 1} марта 2026 года губернатор "
        f"Тверской области Иван {one} встретился с мэром Вологды Петром {two}ым. "
        "Стороны договорились открыть рейс."
    )


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(article(number), "utf-8")
    return folder


def vstrecha(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "pipeline", *map(str, arguments)]


def contents(folder: Path) -> dict[str, bytes]:
    found = {p.relative_to(folder).as_posix(): p for p in sorted(folder.rglob("*")) if p.is_file()}
    out = {name: path.read_bytes() for name, path in found.items() if name != "run.json"}
    summary = json.loads((folder / "run.json").read_text("utf-8"))
    summary.pop("seconds")
    return {**out, "run.json": json.dumps(summary).encode()}


def test_a_run_writes_records_errors_and_a_summary(articles: Path, tmp_path: Path) -> None:
    (articles / "empty.txt").write_text("", "utf-8")
    out = tmp_path / "out"
    result = CliRunner().invoke(main, ["run", str(articles), "--output", str(out), "--jobs", "1"])
    assert result.exit_code == 1
    assert "12 records, 1 errors" in result.output
    record = ArticleRecord.read((out / "00.json").read_bytes())
    assert record.article.source == "00.txt"
    assert [m.status for m in record.meetings] == ["held"]
    (row,) = [json.loads(x) for x in (out / "errors.jsonl").read_text("utf-8").splitlines()]
    assert (row["source"], row["code"]) == ("empty.txt", "empty_file")
    summary = RunSummary.model_validate_json((out / "run.json").read_text("utf-8"))
    assert (summary.articles, summary.records, summary.errors) == (13, 12, 1)


def test_wrong_usage_is_two(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["run", str(tmp_path / "no"), "--output", str(tmp_path)])
    assert result.exit_code == 2
    assert "no such file" in result.output
    result = CliRunner().invoke(main, ["run"])
    assert result.exit_code == 2


def test_a_mistake_in_the_lexicon_names_file_line_and_key(articles: Path, tmp_path: Path) -> None:
    mine = tmp_path / "my"
    mine.mkdir()
    wrong = '[[frame]]\nid = "tea"\nkind = "tea"\npos = "verb"\nlemmas = ["x"]\nslots = []\n'
    (mine / "meetings.toml").write_text(wrong, "utf-8")
    arguments = ["run", str(articles), "--output", str(tmp_path / "o"), "--lexicon", str(mine)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "meetings.toml, line 3, frame.0.kind" in result.output


def test_an_overlay_adds_a_verb(tmp_path: Path) -> None:
    mine, out = tmp_path / "my", tmp_path / "out"
    mine.mkdir()
    frame = (
        '[[frame]]\nid = "tea"\nkind = "meeting"\npos = "verb"\nlemmas = ["почаевничать"]\n'
        'slots = ["subject", "с:Ins"]\n'
    )
    (mine / "meetings.toml").write_text(frame, "utf-8")
    text = "Губернатор Иван Лопатин почаевничал с мэром Петром Громовым."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    base = ["run", str(tmp_path / "a.txt"), "--output", str(out), "--jobs", "1"]
    CliRunner().invoke(main, base)
    assert ArticleRecord.read((out / "a.json").read_bytes()).meetings == []
    CliRunner().invoke(main, [*base, "--lexicon", str(mine)])
    assert len(ArticleRecord.read((out / "a.json").read_bytes()).meetings) == 1


def test_bytes_do_not_depend_on_batch_jobs_or_format(articles: Path, tmp_path: Path) -> None:
    outs = []
    for name, extra in (("a", {"batch": 1}), ("b", {"batch": 50}), ("c", {"jobs": 2, "batch": 3})):
        out = tmp_path / name
        run(Options((str(articles),), out, **extra))  # type: ignore[arg-type]
        outs.append(contents(out))
    assert outs[0] == outs[1] == outs[2]
    run(Options((str(articles),), tmp_path / "d", format="jsonl"))
    lines = (tmp_path / "d" / "records.jsonl").read_text("utf-8").splitlines()
    one_by_one = [
        ArticleRecord.read((tmp_path / "a" / f"{n:02}.json").read_bytes()).to_json()
        for n in range(12)
    ]
    assert lines == one_by_one


@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_a_killed_run_resumes_to_the_same_bytes(
    articles: Path, tmp_path: Path, format_: str
) -> None:
    (articles / "05b.txt").write_bytes(b"")
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    command = ["run", articles, "--format", format_, "--jobs", "1", "--batch", "1", "--quiet"]
    subprocess.run(vstrecha(*command, "--output", whole), check=False)
    for least in (1, 4, 8):
        process = subprocess.Popen(vstrecha(*command, "--output", broken, "--resume"))
        deadline = time.monotonic() + 60
        while _written(broken) < least and time.monotonic() < deadline and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.wait()
        for path in broken.rglob("*.json"):
            json.loads(path.read_text("utf-8"))
    subprocess.run(vstrecha(*command, "--output", broken, "--resume"), check=False)
    assert contents(broken) == contents(whole)


def test_ctrl_c_ends_a_run_at_once_and_it_resumes(tmp_path: Path) -> None:
    news, whole, out = tmp_path / "news.jsonl", tmp_path / "whole", tmp_path / "out"
    os.mkfifo(news)
    lines = [json.dumps({"id": str(n), "text": article(n)}) + "\n" for n in range(16)]
    command = ["run", news, "--jobs", "2", "--batch", "1", "--quiet", "--output"]
    process = subprocess.Popen(
        vstrecha(*command, out), stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    with news.open("w", encoding="utf-8") as pipe:  # the run cannot end while this is open
        pipe.writelines(lines[:12])
        pipe.flush()
        deadline = time.monotonic() + 120
        while not _written(out) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert _written(out)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert told == "vstrecha: stopped; go on with --resume\n"
    news.unlink()
    news.write_text("".join(lines), "utf-8")
    subprocess.run(vstrecha(*command, out, "--resume"), check=True)
    subprocess.run(vstrecha(*command, whole), check=True)
    assert contents(out) == contents(whole)


def _written(folder: Path) -> int:
    if not folder.exists():
        return 0
    lines = sum(p.read_bytes().count(b"\n") for p in folder.glob("records.jsonl*"))
    return lines + len(list(folder.rglob("*.json")))


def _make(articles: list[InputArticle]) -> Results:
    for one in articles:
        if "УБИЙЦА" in one.text:
            os.kill(os.getpid(), signal.SIGKILL)
    return Results([Made(code="made", message=a.text) for a in articles])


def _start(setup: Setup) -> None:
    del setup


def test_a_worker_that_dies_costs_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "make", _make)
    monkeypatch.setattr(pool, "start", _start)
    batches = [[InputArticle(f"{b}-{n}") for n in range(3)] for b in range(6)]
    batches[2][1] = InputArticle("УБИЙЦА")
    results = list(pool.in_processes(batches, Setup(), jobs=2))
    flat = [made for result in results for made in result.made]
    assert [m.code for m in flat].count("worker_died") == 1
    assert flat[7].code == "worker_died"
    assert [m.message for m in flat[:7]] == [f"{b}-{n}" for b in range(3) for n in range(3)][:7]


def _wait_for(articles: list[InputArticle]) -> Results:
    """The first batch ends when a much later one is done, or after two minutes without it."""
    done = Path(articles[0].source or "")
    for _ in range(2400 if articles[0].text == "0" else 0):
        if done.exists():
            break
        time.sleep(0.05)
    if articles[0].text == "20":
        done.touch()
    return Results([Made(message=f"{articles[0].text} {done.exists()}")])


def test_a_slow_article_stops_no_others(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pool, "make", _wait_for)
    monkeypatch.setattr(pool, "start", _start)
    batches = [[InputArticle(str(n), source=str(tmp_path / "done"))] for n in range(30)]
    results = [r.made[0].message for r in pool.in_processes(batches, Setup(), jobs=2)]
    assert results[0] == "0 True"
    assert [r.split()[0] for r in results] == [str(n) for n in range(30)]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="children are read from /proc")
def test_workers_go_with_the_run(tmp_path: Path) -> None:
    pipe = tmp_path / "news.jsonl"
    os.mkfifo(pipe)
    command = ["run", pipe, "--output", tmp_path / "out", "--jobs", "2", "--batch", "1"]
    process = subprocess.Popen(vstrecha(*command, "--quiet"))
    deadline = time.monotonic() + 120
    with pipe.open("w", encoding="utf-8") as news:  # the run cannot end while this is open
        news.writelines(json.dumps({"text": article(n)}) + "\n" for n in range(12))
        news.flush()
        while not list((tmp_path / "out").rglob("*.json")) and time.monotonic() < deadline:
            time.sleep(0.01)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        process.kill()
        process.wait()
    assert len(children) >= 2
    while any(_runs(child) for child in children) and time.monotonic() < deadline + 30:
        time.sleep(0.05)
    assert not [child for child in children if _runs(child)]


def _runs(child: str) -> bool:
    try:
        return Path(f"/proc/{child}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_a_profile_names_the_stages(articles: Path, tmp_path: Path) -> None:
    arguments = ["run", str(articles), "--output", str(tmp_path / "out"), "--profile"]
    for jobs in ("1", "2"):
        told = CliRunner().invoke(main, [*arguments, "--jobs", jobs, "--batch", "4"]).output
        rows = [line.split()[0] for line in told.splitlines() if "%" in line]
        assert {"reading", "segmentation", "outcomes", "record", "writing"} <= set(rows)


def test_long_articles_are_error_rows_and_slow_ones_too(articles: Path, tmp_path: Path) -> None:
    (articles / "long.txt").write_text("слово " * 3000, "utf-8")
    out = tmp_path / "out"
    base = ["run", str(articles), "--output", str(out), "--jobs", "1", "--max-characters", "10000"]
    assert CliRunner().invoke(main, base).exit_code == 1
    assert json.loads((out / "errors.jsonl").read_text("utf-8"))["code"] == "too_long"
    CliRunner().invoke(main, [*base[:-2], "--timeout", "0.000001"])
    rows = [json.loads(x) for x in (out / "errors.jsonl").read_text("utf-8").splitlines()]
    assert {row["code"] for row in rows} == {"timeout"}


def test_a_stage_cannot_swallow_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """What catches every ``Exception`` must not take the alarm for one of its own."""

    def hang(_self: object, _document: object) -> None:
        try:
            while True:
                pass
        except Exception:
            time.sleep(60)

    monkeypatch.setattr("pipeline.stages.dates.DatesStage.process", hang)
    (made,) = Worker(Setup(seconds=0.2)).make([InputArticle(article(1))]).made
    assert made.code == "timeout"


def test_duplicate_ids_are_told_apart(tmp_path: Path) -> None:
    rows = [json.dumps({"id": "a", "text": article(n)}) for n in range(2)]
    (tmp_path / "n.jsonl").write_text("\n".join(rows), "utf-8")
    out = tmp_path / "out"
    run(Options((str(tmp_path / "n.jsonl"),), out, format="jsonl"))
    lines = (out / "records.jsonl").read_text("utf-8").splitlines()
    records = [ArticleRecord.read(line) for line in lines]
    assert [r.article.id for r in records] == ["a", "a-2"]
    assert "duplicate_id" in [w.code for w in records[1].warnings]


def test_an_output_that_cannot_be_written_is_wrong_usage(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    arguments = ["run", str(articles), "--output", str(tmp_path / "file"), "--jobs", "1"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "cannot be written" in result.output


def test_no_russian_is_a_record_with_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing here is in Russian at all.", "utf-8")
    out = tmp_path / "out"
    assert run(Options((str(tmp_path / "a.txt"),), out)).warnings["not_russian"] == 1


def test_standard_input(tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = ["run", "-", "--output", str(out), "--jobs", "1"]
    result = CliRunner().invoke(main, arguments, input=article(1))
    assert result.exit_code == 0
    assert len(ArticleRecord.read((out / "stdin.json").read_bytes()).meetings) == 1


def test_schema_version_and_explain(articles: Path) -> None:
    runner = CliRunner()
    schema = json.loads(runner.invoke(main, ["schema"]).output)
    assert schema["title"] == "ArticleRecord"
    assert runner.invoke(main, ["schema", "nothing"]).exit_code == 2
    assert runner.invoke(main, ["--version"]).output.startswith("vstrecha, version")
    told = runner.invoke(main, ["explain", str(articles / "00.txt")]).output
    assert "meet: a new meeting, held" in told
