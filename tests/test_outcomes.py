"""Outcomes found by frames in sentences of our own, entities marked by hand."""

from __future__ import annotations

import pytest

from pipeline.drafts import OutcomeDraft, SpeechDraft
from pipeline.knowledge import Lexicon
from pipeline.stages.meetings import MeetingsStage
from pipeline.stages.outcomes import OutcomesStage

from .handmade import Handmade

LEXICON = Lexicon()
STAGES = (MeetingsStage(LEXICON), OutcomesStage(LEXICON))
LEAD = "Лопатин встретился со Стрешневым. "


def outcomes(made: Handmade) -> list[OutcomeDraft]:
    for stage in STAGES:
        stage.process(made.document)
    return made.document.outcomes


def after_a_meeting(sentence: str) -> Handmade:
    """The sentence after a meeting of the heads of Ярославль and Вологда."""
    made = Handmade(
        f"Губернатор Ярославля Лопатин встретился с мэром Вологды Стрешневым. {sentence}"
    )
    first, second = made.person("Лопатин"), made.person("Стрешнев")
    one = made.region("Ярославль", "Ярославля", "Ярославль")
    two = made.region("Вологда", "Вологды", "Вологда", "Вологду")
    made.role("Губернатор Ярославля", "губернатор", of=one, person=first)
    made.role("мэром Вологды", "мэр", of=two, person=second)
    return made


def said(made: Handmade, outcome: OutcomeDraft) -> str:
    return made.text[slice(*outcome.content)]


CONTENTS = [
    ("Стороны договорились построить мост.", "agreed", "done", "построить мост"),
    ("Стороны договорились о строительстве моста.", "agreed", "done", "строительстве моста"),
    ("Достигнута договорённость о стажировках врачей.", "agreed", "done", "стажировках врачей"),
    ("Подписано соглашение о дружбе.", "signed", "done", "соглашение о дружбе"),
    ("Стороны подписали план мероприятий.", "signed", "done", "план мероприятий"),
    ("Стороны подпишут меморандум о туризме.", "signed", "intended", "меморандум о туризме"),
    ("Обсуждались вопросы сотрудничества.", "discussed", "done", "вопросы сотрудничества"),
    ("Собеседники обсудили ремонт дорог.", "discussed", "done", "ремонт дорог"),
    ("Речь шла о поставках леса.", "discussed", "done", "поставках леса"),
    ("Темой разговора стала канатная дорога.", "discussed", "done", "канатная дорога"),
    ("Лопатин предложил открыть рейс.", "proposed", "done", "открыть рейс"),
    ("Вологда готова принять студентов.", "offered", "done", "принять студентов"),
    ("Лопатин пообещал помочь с ремонтом.", "offered", "done", "помочь с ремонтом"),
    ("Вологда заинтересована в станках.", "interested", "done", "станках"),
    ("Вологда проявляет интерес к станкам.", "interested", "done", "станкам"),
    ("Лопатин пригласил Стрешнева на форум.", "invited", "done", "форум"),
    ("Осенью планируется провести ярмарку.", "planned", "intended", "провести ярмарку"),
    (
        "Товарооборот Ярославля и Вологды вырос на треть.",
        "cooperates",
        "done",
        "Товарооборот Ярославля и Вологды вырос на треть",
    ),
]


@pytest.mark.parametrize(("sentence", "act", "status", "content"), CONTENTS)
def test_act_status_and_content(sentence: str, act: str, status: str, content: str) -> None:
    made = after_a_meeting(sentence)
    (found,) = outcomes(made)
    assert (found.act, found.status, said(made, found)) == (act, status, content)
    assert found.meeting is made.document.meetings[0]


def test_agentless_passive_takes_its_parties_from_the_meeting() -> None:
    made = after_a_meeting("Достигнута договорённость о стажировках.")
    (found,) = outcomes(made)
    assert [p.name for p in found.parties] == ["Ярославль", "Вологда"]


def test_a_leader_speaks_for_the_region_and_the_other_side_is_addressed() -> None:
    made = after_a_meeting("Лопатин предложил открыть рейс.")
    (found,) = outcomes(made)
    assert [p.name for p in found.parties] == ["Ярославль"]
    assert found.speaker is not None
    assert found.speaker.name == "Лопатин"
    assert [a.name for a in found.addressee] == ["Вологда"]


def test_firms_of_a_region_act_for_it() -> None:
    made = after_a_meeting("Ярославские заводы готовы поставить моторы.")
    made.adjective(made.document.regions()[0], "Ярославские")
    (found,) = outcomes(made)
    assert [p.name for p in found.parties] == ["Ярославль"]


def test_we_in_a_quote_is_the_speakers_side() -> None:
    sentence = "«Мы готовы принять студентов», – сказал Стрешнев."
    made = after_a_meeting(sentence)
    start = made.text.index("Мы готовы")
    stop = made.text.index("»")
    made.document.speech.append(SpeechDraft(start, stop, True, made.document.people()[1]))
    (found,) = outcomes(made)
    assert [p.name for p in found.parties] == ["Вологда"]
    assert found.speaker is made.document.people()[1]


def test_supplies_go_from_one_to_the_other() -> None:
    made = after_a_meeting("Ярославль поставляет в Вологду моторы и краски.")
    (found,) = outcomes(made)
    goods = [
        (made.text[i.start : i.stop], i.source and i.source.name, i.target and i.target.name)
        for i in found.items
    ]
    assert goods == [("моторы", "Ярославль", "Вологда"), ("краски", "Ярославль", "Вологда")]


def test_an_order_binds_superior_and_subordinate() -> None:
    made = after_a_meeting("Лопатин поручил Стрешневу до 1 июня подготовить график.")
    made.document.people()[1].add(
        made.text.index("Стрешневу"), made.text.index("Стрешневу") + len("Стрешневу")
    )
    (found,) = outcomes(made)
    assert found.act == "instructed"
    assert [p.name for p in found.parties] == ["Лопатин", "Стрешнев"]
    assert said(made, found) == "до 1 июня подготовить график"


def test_what_they_agreed_to_do_is_no_outcome_of_its_own() -> None:
    made = after_a_meeting("Стороны договорились обсудить ремонт дорог.")
    (found,) = outcomes(made)
    assert (found.act, said(made, found)) == ("agreed", "обсудить ремонт дорог")


def test_two_triggers_are_two_outcomes() -> None:
    made = after_a_meeting("Стороны подписали меморандум и обсудили ремонт дорог.")
    assert sorted(o.act for o in outcomes(made)) == ["discussed", "signed"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Президент подписал закон о дорогах.",
        "Лопатин принял решение об отпуске.",
        "Жители готовы терпеть ремонт.",
    ],
)
def test_what_is_no_outcome(sentence: str) -> None:
    made = Handmade(sentence)
    made.region("Ярославль") if "Ярославль" in sentence else None
    assert outcomes(made) == []
