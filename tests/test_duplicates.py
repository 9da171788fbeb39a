"""Near-copies of earlier articles: found, named, and skipped if asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.running.duplicates import Duplicates, runs
from schemas import ArticleRecord

pytest.importorskip("rensa")

RELEASE = (
    "Тверь и Вологда подружатся\n\n3 марта 2026 года губернатор Тверской области Иван Лопатин "
    "встретился в Смольном с мэром Вологды Петром Зиминым. Стороны договорились открыть прямой "
    "рейс и обсудили поставки сельхозтехники, обмен студентами двух университетов и подготовку "
    "врачей для сельских больниц.\n\nПо словам Лопатина, товарооборот за год вырос на треть, и "
    "оба региона готовы построить общий логистический центр у железной дороги. Зимин пригласил "
    "коллегу на праздник кружева, который пройдёт в Вологде в июле."
)
MENU = "Главная\nНовости\nПолитика\nЭкономика\nКонтакты\n"
NEWS = (
    "Лопатин и Зимин провели встречу в Петербурге. Они условились о новом рейсе между городами, "
    "говорили о технике для села, студентах и врачах, а в июле увидятся снова, уже на празднике."
)


def test_copies_are_named_by_the_first_of_them() -> None:
    seen = Duplicates()
    assert seen.original("a", RELEASE) is None
    assert seen.original("b", f"{MENU}{RELEASE}\nЧитайте также\nКурс валют") == "a"
    shorter = RELEASE.rsplit(". Зимин", 1)[0] + "."
    assert seen.original("c", shorter.replace("3 марта 2026 года", "Сегодня")) == "a"
    assert seen.original("d", RELEASE.upper().replace("Ё", "Е")) == "a"


def test_news_of_the_same_event_is_no_copy() -> None:
    seen = Duplicates()
    assert seen.original("a", RELEASE) is None
    assert seen.original("b", NEWS) is None
    assert seen.original("c", NEWS) == "b"
    assert seen.original("d", "Коротко.") is None
    assert seen.original("e", "Ясно.") is None


def test_menus_weigh_nothing() -> None:
    prose = "раз два три четыре пять шесть семь восемь"
    assert runs(MENU + prose) == runs(prose)
    assert runs(prose)[:2] == ["раз два три", "два три четыре"]
    assert runs("Ёлка") == ["елка"]
    assert runs("") == [""]


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("skip", [False, True])
def test_the_record_names_the_original(tmp_path: Path, jobs: str, *, skip: bool) -> None:
    rows = [{"id": "a", "text": RELEASE}, {"id": "b", "text": NEWS}, {"id": "c", "text": RELEASE}]
    source = tmp_path / "news.jsonl"
    source.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    option = "--skip-duplicates" if skip else "--dedupe"
    arguments = ["run", str(source), "--output", str(tmp_path / "out"), "--format", "jsonl", option]
    result = CliRunner().invoke(main, [*arguments, "--jobs", jobs, "--batch", "1"])
    assert result.exit_code == 0, result.output
    lines = (tmp_path / "out" / "records.jsonl").read_text("utf-8").splitlines()
    records = [ArticleRecord.read(line) for line in lines]
    assert [r.article.duplicate_of for r in records] == [None, None, "a"]
    assert bool(records[2].meetings) is not skip
    assert ("duplicate_skipped" in [w.code for w in records[2].warnings]) is skip


def test_ray_does_not_see_the_whole_run(tmp_path: Path) -> None:
    arguments = ["run", str(tmp_path), "--output", str(tmp_path / "out"), "--engine", "ray"]
    result = CliRunner().invoke(main, [*arguments, "--dedupe"])
    assert result.exit_code == 2
    assert "--engine local" in result.output
