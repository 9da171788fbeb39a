"""Every format in, and every bad input turned into an error row that says what to do."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ConfigurationError, InputError
from pipeline.readers import Item, find_sources, read_source
from pipeline.readers.encoding import decode
from pipeline.readers.tables import as_article

TEXT = "Губернатор Ярославской области Андрей Лопатин встретился с мэром Вологды. " * 3


def items(path: Path) -> list[Item]:
    return [item for source in find_sources([path]) for item in read_source(source)]


def texts(path: Path) -> list[str]:
    return [i.article.text for i in items(path) if i.article is not None]


def codes(path: Path) -> list[str]:
    return [i.error.code for i in items(path) if i.error is not None]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r"])
def test_encodings_are_found_and_recorded(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode(encoding))
    (item,) = items(path)
    assert item.article is not None
    assert item.article.text == TEXT
    assert item.article.encoding == encoding.removesuffix("-sig")
    guessed = encoding in ("cp1251", "koi8-r")
    assert [code for code, _ in item.article.notes] == (["encoding_guessed"] if guessed else [])


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_utf8_text_comes_back_whole(text: str) -> None:
    data = text.encode("utf-8")
    controls = sum(byte < 32 and byte not in b"\t\n\f\r\x1b" for byte in data)
    if not data.strip() or text.startswith(("\ufeff", "\ufffe")) or controls > 0.02 * len(data):
        return
    decoded = decode(data)
    assert decoded[:2] == (text, "utf-8")
    assert [code for code, _ in decoded.notes] == ["control_characters"] * (controls > 0)


def test_a_few_bad_bytes_are_replaced_and_told() -> None:
    decoded = decode(b"\xed\xa0\x80 " + TEXT.encode() + b"\xff")
    assert decoded.text == f"\ufffd\ufffd\ufffd {TEXT}\ufffd"
    assert [code for code, _ in decoded.notes] == ["bad_bytes_replaced"]


def test_an_open_quote_in_csv_costs_what_it_swallows_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'id,text\n1,"{TEXT}"\n2,"{TEXT}\n3,{TEXT}\n', "utf-8")
    assert texts(tmp_path) == [TEXT]
    (error,) = (i.error for i in items(tmp_path) if i.error is not None)
    assert (error.code, error.row) == ("broken_row", 2)
    assert "check the quotes" in error.message


def test_a_table_in_an_old_encoding_says_so_in_every_article(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(f"id,text\n1,{TEXT}\n2,{TEXT}\n".encode("cp1251"))
    notes = [i.article.notes for i in items(tmp_path) if i.article is not None]
    assert [[code for code, _ in n] for n in notes] == [["encoding_guessed"]] * 2


def test_empty_and_binary_files_say_so(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "image.txt").write_bytes(bytes(range(256)) * 40)
    assert codes(tmp_path) == ["empty_file", "binary_file"]


def test_a_web_page_gives_its_article(tmp_path: Path) -> None:
    page = (
        "<html><head><title>Мост откроют</title>"
        '<meta property="article:published_time" content="2026-02-03T10:00:00+03:00"></head>'
        f"<body><nav>Меню</nav><article><h1>Мост откроют</h1><p>{TEXT}</p><p>{TEXT}</p></article>"
        "</body></html>"
    )
    (tmp_path / "a.html").write_text(page, "utf-8")
    (item,) = items(tmp_path)
    assert item.article is not None
    assert "Лопатин" in item.article.text
    assert "Меню" not in item.article.text
    assert item.article.published == "2026-02-03"
    assert item.article.title == "Мост откроют"


def test_a_page_without_an_article_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body></body></html>", "utf-8")
    assert codes(tmp_path) == ["no_main_text"]


def test_broken_lines_cost_only_themselves(tmp_path: Path) -> None:
    rows = [json.dumps({"id": "a", "text": TEXT}), "{oops", "[1]", json.dumps({"title": "x"})]
    rows.append(json.dumps({"id": "b", "text": "\ud800 " + TEXT, "published": "вчера"}))
    (tmp_path / "n.jsonl").write_text("\n".join(rows) + "\n", "utf-8")
    found = items(tmp_path)
    assert [i.row for i in found] == [1, 2, 3, 4, 5]
    assert codes(tmp_path) == ["broken_row", "broken_row", "no_text_column"]
    last = found[-1].article
    assert last is not None
    assert last.text.startswith("\ufffd")
    assert [code for code, _ in last.notes] == ["surrogates_replaced", "bad_published"]


def test_gzip_csv_and_parquet(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "a.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"id": "gz", "text": TEXT}) + "\n")
    (tmp_path / "b.csv").write_text(f'id;text\n1;"{TEXT}"\n2\n', "utf-8")
    table = pa.table({"id": ["p"], "text": [TEXT], "extra": [1]})
    pq.write_table(table, tmp_path / "c.parquet")
    assert texts(tmp_path) == [TEXT] * 3
    assert codes(tmp_path) == ["broken_row"]


def test_a_table_without_text_is_one_error(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,body\n1,x\n", "utf-8")
    pq.write_table(pa.table({"id": ["p"]}), tmp_path / "b.parquet")
    (tmp_path / "c.parquet").write_bytes(b"PAR1 no")
    (tmp_path / "d.jsonl.gz").write_bytes(b"\x1f\x8b no")
    assert codes(tmp_path) == ["no_text_column", "no_text_column", "broken_file", "broken_file"]


def test_metadata_is_carried() -> None:
    row = {
        "id": 7,
        "text": TEXT,
        "title": "Т",
        "published": "2026-01-02T10:00",
        "url": "https://example.org/1",
        "outlet": "Вестник",
    }
    article = as_article(row, source="n.jsonl", number=1)
    assert (article.id, article.title, article.outlet) == ("7", "Т", "Вестник")
    assert (article.published, article.source) == ("2026-01-02", "https://example.org/1")


def test_a_missing_path_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="no such file"):
        find_sources([tmp_path / "nothing"])


def test_an_unknown_ending_is_an_error_row(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"x")
    assert codes(path) == ["unknown_format"]


def test_a_link_to_nowhere_is_an_error_row(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert codes(tmp_path) == ["unreadable_file"]


def test_wrong_mark_is_named() -> None:
    with pytest.raises(InputError, match="UTF-8"):
        decode(b"\xef\xbb\xbf\xff\xff\xff text")
