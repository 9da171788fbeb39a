"""Abbreviations and the full names they are short for."""

from __future__ import annotations

import pytest

from pipeline.naming.shorthand import is_short_for


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("ВОЗ", "всемирная организация здравоохранения"),
        ("ДПНИ", "движение против нелегальной иммиграции"),
        ("МЧР", "министерство по чрезвычайной работе"),
        ("Минсельхоз", "министерство сельского хозяйства и продовольствия"),
        ("Минпромторг", "министерство промышленности и торговли"),
        ("Нацфронт", "национальный фронт"),
    ],
)
def test_short_for(short: str, name: str) -> None:
    assert is_short_for(short, name.split())


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("ВОЗ", "всероссийский союз"),
        ("ОЗ", "организация"),
        ("Минтранс", "министерство культуры"),
        ("Фронтнац", "национальный фронт"),
        ("Мин", "завод"),
    ],
)
def test_not_short_for(short: str, name: str) -> None:
    assert not is_short_for(short, name.split())
