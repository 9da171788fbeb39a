"""File names of records: safe and unique whatever the input is called."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.writers.names import Names

HOSTILE = [
    "../../etc/passwd",
    "/etc/passwd",
    "a\\..\\b",
    "con",
    "a\0b",
    "x" * 500,
    "…",
    "a/../../b",
]


@pytest.mark.parametrize("wanted", HOSTILE)
def test_no_name_leaves_the_folder(wanted: str) -> None:
    path = PurePosixPath(Names().take(wanted))
    assert not path.is_absolute()
    assert ".." not in path.parts
    assert all(len(part.encode()) < 200 and "\0" not in part for part in path.parts)


def test_a_plain_name_stays_as_it_is() -> None:
    assert Names().take("2026/встреча_1") == "2026/встреча_1"


@pytest.mark.parametrize("own", ["run", "errors", "records", "RUN"])
def test_our_own_files_are_never_overwritten(own: str) -> None:
    assert Names().take(own).casefold() not in ("run", "errors", "records")


@given(st.lists(st.text(max_size=20), max_size=20))
def test_names_are_unique_without_case_and_stable(wanted: list[str]) -> None:
    first, again = Names(), Names()
    names = [first.take(w) for w in wanted]
    assert len({n.casefold() for n in names}) == len(names)
    assert names == [again.take(w) for w in wanted]
