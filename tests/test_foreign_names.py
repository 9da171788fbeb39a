"""Names that no dictionary has brought to the nominative by their endings."""

from __future__ import annotations

import pytest

from pipeline.nlp.foreign import is_mans, nominative

FORMS = [
    ("Шахбаза", "Gen", "Шахбаз"),
    ("Кхоя", "Gen", "Кхой"),
    ("Рамафозы", "Gen", "Рамафоза"),
    ("Тхыонгу", "Dat", "Тхыонг"),
    ("Туадере", "Dat", "Туадера"),
    ("Мишалю", "Dat", "Мишаль"),
    ("Рамафозу", "Acc", "Рамафоза"),
    ("Чонгом", "Ins", "Чонг"),
    ("Чинем", "Ins", "Чинь"),
    ("Ханьхуэем", "Ins", "Ханьхуэй"),
    ("Бийей", "Ins", "Бийя"),
    ("Гулмахмадзодой", "Ins", "Гулмахмадзода"),
    ("Энхбаяре", "Loc", "Энхбаяр"),
    ("Жаном-Мари", "Ins", "Жан-Мари"),
    # no ending of the case: as it stands
    ("Аракчи", "Ins", "Аракчи"),
    ("Субианто", "Dat", "Субианто"),
    ("Ин", "Ins", "Ин"),
    ("ас-Сиси", "Ins", "ас-Сиси"),
    ("Сассу-Нгессо", "Gen", "Сассу-Нгессо"),
]


@pytest.mark.parametrize(("word", "case", "expected"), FORMS, ids=[w for w, _, _ in FORMS])
def test_the_ending_of_the_case_is_taken_off(word: str, case: str, expected: str) -> None:
    assert nominative(word, case) == expected


def test_what_only_a_mans_name_ends_in() -> None:
    assert is_mans("Шахбаза", "Gen")
    assert not is_mans("Хасиной", "Ins")
