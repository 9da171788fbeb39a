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
    (
        "Стороны обсудили вывоз зерна и открытие рейса Тверь – Псков.",
        "discussed",
        "done",
        "вывоз зерна и открытие рейса Тверь – Псков",
    ),
    ("Стороны условились провести встречу в Твери.", "agreed", "done", "провести встречу в Твери"),
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
    ("Было решено до мая составить график.", "agreed", "done", "до мая составить график"),
    ("Поднимались и вопросы ремонта дорог.", "discussed", "done", "вопросы ремонта дорог"),
    ("Обсудили, как устроить ярмарку.", "discussed", "done", "как устроить ярмарку"),
    ("В центре внимания – ремонт дорог.", "discussed", "done", "ремонт дорог"),
    ("На повестке были ремонт и налоги.", "discussed", "done", "ремонт и налоги"),
    ("Стороны выразили намерение открыть музей.", "planned", "intended", "открыть музей"),
    ("Соглашение о дружбе планируем подписать.", "signed", "intended", "Соглашение о дружбе"),
    ("Вологда отказалась от участия в ярмарке.", "agreed", "denied", "участия в ярмарке"),
    ("Лопатин предложил посетить Ярославль.", "invited", "done", "посетить Ярославль"),
    ("Лопатин выразил желание открыть рейс.", "proposed", "done", "открыть рейс"),
    ("Лопатин заверил, что рейс откроют.", "offered", "done", "рейс откроют"),
    ("Вологда поможет построить мост.", "offered", "done", "поможет построить мост"),
    ("Вологде интересен опыт соседей.", "interested", "done", "опыт соседей"),
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


REACHES = [
    (
        "Стороны договорились построить мост, а также провести летом ярмарку.",
        "построить мост, а также провести летом ярмарку",
    ),
    (
        "Собеседники обсудили ход работ, начатых в мае, и подготовку ярмарки.",
        "ход работ, начатых в мае, и подготовку ярмарки",
    ),
    (
        "Собеседники обсудили ремонт дорог, который начнётся летом.",
        "ремонт дорог",
    ),
    (
        "Стороны подписали соглашение о торговом, научном и культурном сотрудничестве.",
        "соглашение о торговом, научном и культурном сотрудничестве",
    ),
    (
        "Лопатин предложил коллегам и соседям открыть рейс.",
        "открыть рейс",
    ),
    (
        "Стороны обсудили рейс Ярославль — Вологда и цены на билеты.",
        "рейс Ярославль — Вологда и цены на билеты",
    ),
    (
        "Лопатин сообщил о готовности ярославских верфей построить паром.",
        "построить паром",
    ),
    (
        "Стороны обсудили ремонт дорог, сообщил Лопатин.",
        "ремонт дорог",
    ),
    (
        "Говорили долго, в основном о ценах на лес.",
        "ценах на лес",
    ),
]


@pytest.mark.parametrize(("sentence", "content"), REACHES)
def test_how_far_the_content_reaches(sentence: str, content: str) -> None:
    made = after_a_meeting(sentence)
    assert [said(made, o) for o in outcomes(made)] == [content]


def test_each_that_clause_is_an_outcome_of_its_own() -> None:
    made = after_a_meeting("Стороны договорились, что рейс откроют в мае и что билеты подешевеют.")
    found = outcomes(made)
    assert [said(made, o) for o in found] == ["рейс откроют в мае", "билеты подешевеют"]


def test_the_title_is_told_again_in_the_body() -> None:
    text = "Вологда и Тверь подписали план\n\nВологда и Тверь подписали план мероприятий."
    made = Handmade(text)
    made.document.sentences[0].zone = "title"
    made.region("Вологда")
    made.region("Тверь")
    (found,) = outcomes(made)
    assert said(made, found) == "план мероприятий"
    assert found.sentences == [1]


def test_two_sides_that_signed_are_the_contact_of_what_follows() -> None:
    made = Handmade("Вологда и Тверь подписали договор. Вологда предложила открыть рейс.")
    made.region("Вологда")
    made.region("Тверь")
    signed, proposed = outcomes(made)
    assert [p.name for p in signed.parties] == ["Вологда", "Тверь"]
    assert [a.name for a in proposed.addressee] == ["Тверь"]
    assert proposed.meeting is None


def test_the_sides_of_a_contract_stand_in_its_title() -> None:
    made = Handmade("В мае был подписан договор между Вологдой и Тверью.")
    made.region("Вологда", "Вологдой")
    made.region("Тверь", "Тверью")
    (found,) = outcomes(made)
    assert [p.name for p in found.parties] == ["Вологда", "Тверь"]


def test_the_powers_of_two_regions_act_for_both() -> None:
    made = Handmade("Власти Вологды и Твери договорились открыть рейс.")
    made.region("Вологда", "Вологды")
    made.region("Тверь", "Твери")
    (found,) = outcomes(made)
    assert [p.name for p in found.parties] == ["Вологда", "Тверь"]


def test_a_purchase_brings_the_goods_to_the_buyer() -> None:
    made = after_a_meeting("Вологда закупает у Ярославля моторы.")
    (found,) = outcomes(made)
    (item,) = found.items
    assert item.source is not None
    assert item.target is not None
    assert (item.source.name, item.target.name) == ("Ярославль", "Вологда")


def test_one_who_only_tells_of_others_is_no_speaker() -> None:
    text = "Вологда и Тверь подписали договор, рассказал эксперт Громов."
    made = Handmade(text)
    made.region("Вологда")
    made.region("Тверь")
    expert = made.person("Громов")
    made.document.speech.append(SpeechDraft(0, text.index(", рассказал"), False, expert))
    (found,) = outcomes(made)
    assert found.speaker is None


def test_who_spoke_last_speaks_for_his_side_in_the_next_sentence() -> None:
    made = after_a_meeting("«Рейс нужен», – сказал Стрешнев. Вологда готова открыть рейс.")
    start = made.text.index("Рейс нужен")
    speaker = made.document.people()[1]
    made.document.speech.append(SpeechDraft(start, start + 10, True, speaker))
    (found,) = outcomes(made)
    assert found.speaker is speaker


def test_a_season_is_not_who_signed() -> None:
    made = after_a_meeting("Этим летом был подписан договор.")
    (found,) = outcomes(made)
    assert [p.name for p in found.parties] == ["Ярославль", "Вологда"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Президент подписал закон о дорогах.",
        "Журналисты обсудили ремонт дорог.",
        "Ярославль требует компенсации ущерба.",
        "Стрешнев сказал, что эксперты готовы обсудить налоги.",
        "Лопатин принял решение об отпуске.",
        "Жители готовы терпеть ремонт.",
    ],
)
def test_what_is_no_outcome(sentence: str) -> None:
    made = Handmade(sentence)
    made.region("Ярославль") if "Ярославль" in sentence else None
    assert outcomes(made) == []


def test_a_gapped_clause_is_the_act_of_its_own_doer() -> None:
    made = after_a_meeting("Ярославль предложил построить мост, Вологда – открыть рейс.")
    told = [(said(made, o), [p.name for p in o.parties]) for o in outcomes(made)]
    assert told == [("построить мост", ["Ярославль"]), ("открыть рейс", ["Вологда"])]


def test_items_of_a_list_after_a_colon_are_acts() -> None:
    made = after_a_meeting("Договорились:\n– весной откроем рейс;\n– вместе починим мост.")
    found = outcomes(made)
    assert [said(made, o) for o in found] == ["весной откроем рейс", "вместе починим мост"]
    assert {o.act for o in found} == {"agreed"}


def test_a_sentence_without_a_verb_goes_on_with_the_act_before() -> None:
    made = after_a_meeting("Стороны договорились открыть рейс. Также – провести ярмарку.")
    found = outcomes(made)
    assert [said(made, o) for o in found] == ["открыть рейс", "провести ярмарку"]
    assert found[1].sentences == [1, 2]


def test_what_a_signed_paper_provides() -> None:
    made = after_a_meeting("Подписан план мероприятий. Предусмотрены летние лагеря.")
    assert [(o.act, said(made, o)) for o in outcomes(made)] == [
        ("signed", "план мероприятий"),
        ("agreed", "летние лагеря"),
    ]


def test_a_signing_to_come_is_not_also_a_plan() -> None:
    made = after_a_meeting("Стороны планируют подписать меморандум о туризме.")
    (found,) = outcomes(made)
    assert (found.act, found.status) == ("signed", "intended")


def test_an_order_without_a_superior_is_given_by_who_acted_last() -> None:
    text = "Губернатор Ярославля Лопатин приехал в посёлок. Стрешневу поручено починить мост."
    made = Handmade(text)
    boss = made.person("Лопатин")
    made.person("Стрешнев", "Стрешневу")
    region = made.region("Ярославль", "Ярославля")
    made.role("Губернатор Ярославля", "губернатор", of=region, person=boss)
    (found,) = outcomes(made)
    assert [p.name for p in found.parties] == ["Лопатин", "Стрешнев"]
    assert found.speaker is boss


def test_who_framed_the_quotation_did_what_follows_it() -> None:
    text = "«Рейс нужен», – сказал Стрешнев и предложил открыть его весной."
    made = after_a_meeting(text)
    start, verb = made.text.index("Рейс нужен"), made.text.index("сказал")
    speaker = made.document.people()[1]
    speech = SpeechDraft(start, start + 10, True, speaker, (verb, verb + 6))
    made.document.speech.append(speech)
    (found,) = outcomes(made)
    assert found.speaker is speaker
    assert [p.name for p in found.parties] == ["Вологда"]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Лопатин поручил Стрешневу посчитать, во что обойдётся мост.", "посчитать, во что"),
        ("О ремонте дорог стороны договорились весной.", "ремонте дорог"),
        ("Лопатин предложил «Заре» починить мост.", "починить мост"),
        ("Лопатин пообещал в ответ починить мост.", "починить мост"),
        ("Лопатин проявил интерес к станкам и тракторам и уехал.", "станкам и тракторам"),
    ],
)
def test_content_begins_and_ends_where_it_should(sentence: str, content: str) -> None:
    made = after_a_meeting(sentence)
    if "Заре" in sentence:
        made.organization("Заря", "Заре")
    (found,) = outcomes(made)
    assert said(made, found).startswith(content)


def test_acts_of_private_people_are_no_outcomes() -> None:
    text = "Тренер «Зари» Громов пообещал подтянуть защиту."
    made = Handmade(text)
    club = made.organization("Заря", "Зари")
    coach = made.person("Громов")
    made.role("Тренер", "тренер", person=coach)
    assert club.name == "Заря"
    assert outcomes(made) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Если Вологда откажется от рейса и предложит открыть паром, Ярославль решит.",
        "Законом предусмотрены выплаты по соглашению.",
    ],
)
def test_conditions_and_laws_are_no_outcomes(sentence: str) -> None:
    made = after_a_meeting(sentence)
    assert outcomes(made) == []


def test_a_promise_faces_another_side_or_is_none() -> None:
    made = Handmade("Глава Вологды Лопатин пообещал починить мост.")
    town = made.region("Вологда", "Вологды")
    person = made.person("Лопатин")
    made.role("Глава Вологды", "глава", of=town, person=person)
    assert outcomes(made) == []


def test_private_matters_of_public_people_are_no_outcomes() -> None:
    made = Handmade("Вологда потребовала от Твери отставки тренера.")
    made.region("Вологда")
    made.region("Тверь", "Твери")
    assert outcomes(made) == []


def test_a_plural_post_tied_to_one_person_means_all_who_met() -> None:
    made = after_a_meeting("Губернаторы договорились открыть рейс.")
    made.role("Губернаторы", "губернатор", person=made.document.people()[0], attached=False)
    (found,) = outcomes(made)
    assert [p.name for p in found.parties] == ["Ярославль", "Вологда"]
    assert found.speaker is None


def test_partners_of_one_region_are_that_region() -> None:
    made = after_a_meeting("Вологодские партнёры проявили интерес к моторам.")
    made.adjective(made.document.regions()[1], "Вологодские")
    (found,) = outcomes(made)
    assert [p.name for p in found.parties] == ["Вологда"]


def test_a_long_title_before_its_verb_is_the_content() -> None:
    made = after_a_meeting("Соглашение о дружбе портов и верфей планируется подписать осенью.")
    (found,) = outcomes(made)
    assert (found.act, found.status) == ("signed", "intended")
    assert said(made, found) == "Соглашение о дружбе портов и верфей"


def test_adjectives_joined_are_a_side_each_and_the_next_acts_are_theirs() -> None:
    made = Handmade(
        "Тверские и псковские аграрии договорились о поставках льна. Решено открыть рейс. "
        "Тверь рада, Псков тоже."
    )
    one, two = made.region("Тверь"), made.region("Псков")
    made.adjective(one, "Тверские")
    made.adjective(two, "псковские")
    found = outcomes(made)
    assert [(o.act, o.parties) for o in found] == [("agreed", [one, two])] * 2
    assert said(made, found[1]) == "открыть рейс"


def test_what_others_signed_did_not_come_of_the_meeting() -> None:
    made = after_a_meeting("Ранее Ярославль и Тверь подписали соглашение о дружбе.")
    made.region("Тверь")
    (found,) = outcomes(made)
    assert [e.name for e in found.parties] == ["Ярославль", "Тверь"]
    assert found.meeting is None


def test_a_paper_of_an_earlier_year_binds_the_main_sides_and_came_of_no_meeting() -> None:
    made = after_a_meeting(
        "Затем Лопатин встретился с ректором Громовым. "
        "В 2019 году между городами было подписано соглашение о дружбе."
    )
    made.role("ректором", "ректор", person=made.person("Громов", "Громовым"))
    made.date("В 2019 году", "2019")
    (found,) = outcomes(made)
    assert [e.name for e in found.parties] == ["Ярославль", "Вологда"]
    assert found.meeting is None


@pytest.mark.parametrize("sides", ["Мэры", "Парламентарии", "Ректоры", "Вузы", "Администрации"])
def test_plural_posts_and_bodies_mean_all_who_met(sides: str) -> None:
    made = after_a_meeting(f"{sides} обсудили ремонт дорог.")
    (found,) = outcomes(made)
    assert [p.name for p in found.parties] == ["Ярославль", "Вологда"]


def test_with_whom_it_was_talked_of_tells_which_meeting_it_came_of() -> None:
    made = Handmade(
        "Губернатор Ярославля Лопатин провёл встречи с мэром Вологды Стрешневым и послом Чада "
        "Громовым. Со Стрешневым речь шла о льне. Обсудили и поставки леса."
    )
    who = [made.person("Лопатин"), made.person("Стрешнев", "Стрешневым"), made.person("Громов")]
    places = [made.region("Ярославль", "Ярославля"), made.region("Вологда", "Вологды")]
    places.append(made.region("Чад", "Чада"))
    posts = ["Губернатор Ярославля", "мэром Вологды", "послом Чада"]
    for words, person, place in zip(posts, who, places, strict=True):
        made.role(words, words.split()[0].lower(), of=place, person=person)
    flax, timber = outcomes(made)
    assert {p.name for p in flax.parties} == {"Ярославль", "Вологда"}
    assert {p.name for p in timber.parties} == {"Ярославль", "Чад"}


def test_a_time_is_no_content() -> None:
    made = after_a_meeting("Лопатин ждёт гостей на следующей неделе.")
    made.date("на следующей неделе", "2026-W20")
    assert outcomes(made) == []


def test_what_a_paper_provides_begins_behind_the_word_for_it() -> None:
    made = after_a_meeting("Стороны подписали протокол, предусматривающий ремонт дорог.")
    assert [said(made, o) for o in outcomes(made)] == ["протокол", "ремонт дорог"]


def test_orders_of_a_sitting_are_those_of_who_held_it() -> None:
    made = Handmade(
        "Заместитель премьера Лопатин провёл совещание с главой Вологды Стрешневым. "
        "Стрешнев рассказал о дорогах. Министерству транспорта поручено отремонтировать мост."
    )
    deputy, head = made.person("Лопатин"), made.person("Стрешнев", "Стрешневым", "Стрешнев")
    made.role("Заместитель премьера", "заместитель премьера", person=deputy)
    made.role("главой Вологды", "глава", of=made.region("Вологда", "Вологды"), person=head)
    made.organization("министерство транспорта", "Министерству транспорта")
    (found,) = outcomes(made)
    assert [p.name for p in found.parties] == ["Лопатин", "министерство транспорта"]
    assert found.speaker is deputy


def test_an_agency_is_a_party_where_its_director_met() -> None:
    text = "Мэр Вологды Лопатин встретился с директором агентства «Луч» Громовым. "
    made = Handmade(text + "Стороны подписали соглашение о дружбе.")
    mayor, director = made.person("Лопатин"), made.person("Громов", "Громовым")
    agency = made.organization("агентство «Луч»", "агентства «Луч»")
    agency.kind = "media"
    made.role("Мэр Вологды", "мэр", of=made.region("Вологда", "Вологды"), person=mayor)
    made.role("директором агентства «Луч»", "директор", of=agency, person=director)
    (found,) = outcomes(made)
    assert [p.name for p in found.parties] == ["Вологда", "агентство «Луч»"]


def test_an_agency_that_only_reports_is_no_party() -> None:
    made = after_a_meeting("Стороны подписали соглашение о дружбе, сообщило агентство «Луч».")
    made.organization("агентство «Луч»").kind = "media"
    (found,) = outcomes(made)
    assert [p.name for p in found.parties] == ["Ярославль", "Вологда"]


@pytest.mark.parametrize(
    ("rest", "party"), [("Россия рада.", "Россия"), ("Мэр Москвы Лопатин и Россия рады.", "Москва")]
)
def test_a_capital_that_faces_another_state_is_its_own_state(rest: str, party: str) -> None:
    made = Handmade(f"Япония и Москва подписали соглашение. {rest}")
    japan, moscow = made.region("Япония"), made.region("Москва", "Москва", "Москвы")
    russia = made.region("Россия")
    japan.level, japan.country = "country", "JP"
    moscow.level, moscow.country = "city", "RU"
    russia.level, russia.country = "country", "RU"
    if "Лопатин" in rest:
        made.role("Мэр Москвы", "мэр", of=moscow, person=made.person("Лопатин"))
    (found,) = outcomes(made)
    assert [p.name for p in found.parties] == ["Япония", party]


def test_a_clause_ends_before_another_predicate_of_the_main_verb() -> None:
    made = after_a_meeting(
        "Лопатин подчеркнул, что поможет Вологде, и поручил министерству транспорта купить вагоны."
    )
    made.organization("министерство транспорта", "министерству транспорта")
    found = {o.act: said(made, o) for o in outcomes(made)}
    assert found["instructed"] == "купить вагоны"
    assert "поручил" not in found.get("offered", "")
