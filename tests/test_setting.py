"""When, where and within what a meeting was: sentences of our own, entities marked by hand."""

from __future__ import annotations

import pytest

from pipeline.document import Document
from pipeline.drafts import EventDraft, MeetingDraft, PositionDraft, RegionDraft
from pipeline.knowledge import Lexicon
from pipeline.stages.dates import DatesStage
from pipeline.stages.meetings import MeetingsStage

from .handmade import Handmade

LEXICON = Lexicon()
DATES, MEETINGS = DatesStage(LEXICON), MeetingsStage(LEXICON)


def told(made: Handmade, published: str | None = "2026-05-14") -> list[MeetingDraft]:
    """The meetings of a text published on Thursday, 14 May 2026."""
    made.document.published = published
    DATES.process(made.document)
    MEETINGS.process(made.document)
    return made.document.meetings


def of_two(text: str) -> Handmade:
    """Лопатин and Стрешнев wherever the text names them, in any case."""
    made = Handmade(text)
    for first, last in (("Андрей", "Лопатин"), ("Илья", "Стрешнев")):
        forms = {w.strip(".,«»:()") for w in text.split() if w.startswith(last)}
        if forms:
            made.person(f"{first} {last}", *sorted(forms, key=lambda f: (-len(f), f)))
    return made


def event(made: Handmade, name: str, words: str) -> EventDraft:
    draft = EventDraft(name)
    at = made.text.index(words)
    draft.add(at, at + len(words))
    made.document.entities.append(draft)
    return draft


def values(meetings: list[MeetingDraft]) -> list[str | None]:
    return [m.date.value if m.date else None for m in meetings]


OWN = [
    ("12 мая Лопатин встретился со Стрешневым.", "2026-05-12"),
    ("Лопатин во вторник встретился со Стрешневым.", "2026-05-12"),
    ("Лопатин встретится со Стрешневым 20 мая, сообщил в среду Громов.", "2026-05-20"),
    ("Лопатин встретится со Стрешневым, сообщил в среду Громов.", None),
    ("Встреча Лопатина со Стрешневым, намеченная на 20 мая, не состоялась.", "2026-05-20"),
    (
        "Встреча Лопатина со Стрешневым, стоявшая в плане на 20 мая, не состоялась: мэр болен.",
        "2026-05-20",
    ),
    ("Лопатин 12 мая осмотрел порт и встретился со Стрешневым.", "2026-05-12"),
    ("Лопатин встретился со Стрешневым, а 13 мая уехал.", None),
    ("Лопатин встретится со Стрешневым не 20 мая, а 10 июня.", "2026-06-10"),
    ("Встреча Лопатина со Стрешневым может пройти в сентябре.", "2026-09"),
    ("Лопатин и Стрешнев встретились после подписания соглашения от 5 мая.", None),
]


@pytest.mark.parametrize(("text", "value"), OWN)
def test_the_date_of_the_meeting_itself(text: str, value: str | None) -> None:
    (found,) = told(of_two(text))
    assert values([found]) == [value]


AROUND = [
    (
        "Вчера Лопатин открыл мост. После этого он принял гостей. Лопатин принял Стрешнева.",
        "2026-05-13",
    ),
    ("Понедельник начался с планёрки. Лопатин принял Стрешнева.", "2026-05-11"),
    ("Вчера Лопатин открыл мост. На днях Лопатин принял Стрешнева.", None),
    ("Вчера Лопатин открыл мост. Ранее Лопатин встречался со Стрешневым.", None),
    ("Мост открыли осенью 2023 года. Тогда Лопатин принял Стрешнева.", "2023"),
    ("Завтра Лопатин едет в порт. Лопатин примет Стрешнева.", "2026-05-15"),
    ("В апреле Лопатин был в отпуске. Лопатин принял Стрешнева.", "2026-04"),
    ("Мост построят до 1 июня. Лопатин принял Стрешнева.", None),
    ("9 мая 1945 года кончилась война. Лопатин принял Стрешнева.", None),
]


@pytest.mark.parametrize(("text", "value"), AROUND)
def test_the_day_of_the_telling_around_it(text: str, value: str | None) -> None:
    made = of_two(text)
    found = told(made)[-1]
    assert values([found]) == [value]
    assert found.date is None or found.date.basis == "context"


def test_a_step_back_holds_for_its_paragraph() -> None:
    made = of_two(
        "Сегодня Лопатин открыл мост.\n\nНакануне он осмотрел порт.\n\nЛопатин принял Стрешнева."
    )
    assert values(told(made)) == ["2026-05-14"]


def test_a_venue_stands_before_the_city_and_the_country() -> None:
    made = of_two("Лопатин встретился со Стрешневым в Польше, в Варшаве, в Бельведере.")
    country, city = made.region("Польша", "Польше"), made.region("Варшава", "Варшаве")
    country.level, city.level = "country", "city"
    venue = made.facility("Бельведер", "Бельведере")
    assert [m.place for m in told(made)] == [venue]


def test_a_post_is_no_place() -> None:
    made = of_two("Лопатин встретился с послом Италии в России Стрешневым.")
    russia, italy = made.region("Россия", "России"), made.region("Италия", "Италии")
    russia.level = italy.level = "country"
    made.role("послом Италии в России", "посол", of=italy, person=made.document.people()[1])
    assert [m.place for m in told(made)] == [None]


def test_the_place_of_the_words_that_report_is_not_the_meetings() -> None:
    made = of_two("Лопатин встретится со Стрешневым, сообщили в Вологде.")
    made.region("Вологда", "Вологде")
    assert [m.place for m in told(made)] == [None]


def test_a_room_without_a_name_becomes_a_venue() -> None:
    made = of_two("Лопатин принял Стрешнева в овальном зале облисполкома.")
    (found,) = told(made)
    assert found.place is not None
    assert found.place.name == "овальный зал облисполкома"
    assert found.place in made.document.entities


def test_two_meetings_in_one_room_are_in_one_venue() -> None:
    made = of_two(
        "Лопатин встретился со Стрешневым в мэрии Вологды. "
        "Затем Лопатин провёл переговоры с Громовым в мэрии Вологды."
    )
    made.person("Пётр Громов", "Громовым")
    first, second = told(made)
    assert first.place is second.place
    assert len(made.document.facilities()) == 1
    assert len(made.document.facilities()[0].mentions) == 2


def test_there_points_back() -> None:
    made = of_two("Лопатин поехал в Вологду. Там его принял Стрешнев.")
    city = made.region("Вологда", "Вологду")
    assert told(made)[-1].place is city


def test_a_guest_stays_where_the_text_has_brought_him() -> None:
    made = of_two(
        "Лопатин с визитом находится в Вологде. Погода стоит тёплая, город украшен. "
        "Утром был дождь, но к полудню он кончился и больше никому не мешал гулять у реки. "
        "Лопатин принял Стрешнева."
    )
    city = made.region("Вологда", "Вологде")
    assert told(made)[-1].place is city


def test_a_delegation_that_came_to_town_is_met_there() -> None:
    made = of_two("Лопатин встретился со Стрешневым, прибывшим в Вологду.")
    city = made.region("Вологда", "Вологду")
    assert told(made)[0].place is city


def test_the_town_named_with_the_day_is_the_town_of_what_follows() -> None:
    made = of_two("Вчера в Вологде открыли мост через реку. Лопатин принял Стрешнева.")
    city = made.region("Вологда", "Вологде")
    city.level = "city"
    assert [m.place for m in told(made)] == [city]


def test_a_telling_again_may_place_it_more_exactly() -> None:
    made = of_two("В Вологде Лопатин принял Стрешнева. Лопатин принял Стрешнева в Белом зале.")
    made.region("Вологда", "Вологде").level = "city"
    hall = made.facility("Белый зал", "Белом зале")
    assert [m.place for m in told(made)] == [hall]


def test_a_second_day_has_its_own_place() -> None:
    text = "12 мая Лопатин встретился со Стрешневым, а 13 мая в Вологде — с Громовым."
    made = of_two(text)
    made.region("Вологда", "Вологде").level = "city"
    assert told(made)[0].place is None


def test_what_was_visited_before_is_not_where_they_met() -> None:
    made = of_two("Лопатин посетил завод «Луч» и встретился со Стрешневым.")
    made.organization("завод «Луч»")
    assert [m.place for m in told(made)] == [None]


def test_the_gathering_beside_gives_its_place() -> None:
    made = of_two("По итогам заседания в Вологде Лопатин провёл встречу со Стрешневым.")
    city = made.region("Вологда", "Вологде")
    city.level = "city"
    assert told(made)[-1].place is city


def test_a_call_takes_no_place_from_the_telling() -> None:
    made = of_two("Лопатин поехал в Вологду. Состоялся телефонный разговор Лопатина со Стрешневым.")
    made.region("Вологда", "Вологду")
    (found,) = [m for m in told(made) if m.kind == "call"]
    assert found.place is None


HOSTED = [
    ("На форуме «Волга» Лопатин встретился со Стрешневым.", True),
    ("В рамках форума «Волга» Лопатин встретился со Стрешневым.", True),
    ("Лопатин встретился со Стрешневым на полях форума «Волга».", True),
    ("Лопатин и Стрешнев встретились и обсудили подготовку форума «Волга».", False),
    ("Лопатин встретился со Стрешневым и пригласил его на форум «Волга».", False),
]


@pytest.mark.parametrize(("text", "hosted"), HOSTED)
def test_the_event_that_is_the_scene(text: str, hosted: bool) -> None:
    made = of_two(text)
    words = next(w for w in ("форуме «Волга»", "форума «Волга»", "форум «Волга»") if w in text)
    forum = event(made, "форум «Волга»", words)
    assert [m.host_event for m in told(made)] == [forum if hosted else None]


def test_a_chain_within_one_event_names_it_once() -> None:
    made = of_two("Вчера Лопатин был на форуме «Волга». Лопатин принял Стрешнева.")
    forum = event(made, "форум «Волга»", "форуме «Волга»")
    assert told(made)[-1].host_event is forum


FORMATS = [
    ("Лопатин провёл со Стрешневым рабочую встречу.", "рабочая встреча"),
    ("Телефонный разговор Лопатина со Стрешневым состоялся вчера.", "телефонный разговор"),
    ("Лопатин и Стрешнев провели переговоры в узком составе.", "переговоры в узком составе"),
    ("Состоялась встреча Лопатина и Стрешнева один на один.", "встреча один на один"),
    ("Лопатин провёл консультации со Стрешневым.", "консультации"),
    ("Лопатин встретился со Стрешневым.", None),
]


@pytest.mark.parametrize(("text", "form"), FORMATS)
def test_the_form_in_the_nominative(text: str, form: str | None) -> None:
    assert [m.format for m in told(of_two(text))] == [form]


GAPS = [
    ("Лопатин встретился со Стрешневым.", "2026-05-14", "not stated"),
    (
        "Лопатин на днях встретился со Стрешневым.",
        "2026-05-14",
        "ambiguous: told only as «на днях»",
    ),
    ("Лопатин в среду встретился со Стрешневым.", None, "not resolved"),
    ("Лопатин 12 мая встретился со Стрешневым.", None, "not resolved: no publication date"),
]


@pytest.mark.parametrize(("text", "published", "why"), GAPS)
def test_an_empty_date_says_why(text: str, published: str | None, why: str) -> None:
    made = of_two(text)
    told(made, published)
    codes = ("meeting_date_unknown", "meeting_year_unknown")
    (warning,) = [w for w in made.document.warnings if w.code in codes]
    assert warning.message.startswith(why)
    assert made.text[warning.start : warning.stop] == "встретился"


def test_an_empty_place_says_why() -> None:
    made = of_two("На форуме «Волга» Лопатин встретился со Стрешневым.")
    event(made, "форум «Волга»", "форуме «Волга»")
    told(made)
    (warning,) = [w for w in made.document.warnings if w.code == "meeting_place_unknown"]
    assert warning.message == "not stated: only the event is named"


def test_who_receives_hosts_and_strangers_meet_in_a_third_country() -> None:
    made = of_two("Лопатин принял Стрешнева.")
    assert [m.cameo for m in told(made)] == ["043"]
    made = of_two("Лопатин встретился со Стрешневым в Турции.")
    here = made.region("Турция", "Турции")
    here.country = "TR"
    for person, code in zip(made.document.people(), ("RU", "IT"), strict=True):
        home = RegionDraft(code, country=code)
        person.positions.append(PositionDraft("президент", 0, 1, [home]))
    assert [m.cameo for m in told(made)] == ["044"]
    here.country = "IT"
    assert [m.cameo for m in told(made)] == ["043"]


def test_three_sides_are_many_and_three_people_of_two_sides_are_not() -> None:
    text = "Лопатин, Громов и Стрешнев провели переговоры."
    made = of_two(text)
    made.person("Пётр Громов", "Громов")
    assert [m.plover for m in told(made)] == ["CONSULT/multilateral"]
    made = of_two(text)
    made.person("Пётр Громов", "Громов")
    ours, theirs = RegionDraft("Тверская область"), RegionDraft("Вологда")
    for person, home in zip(made.document.people(), (ours, theirs, ours), strict=True):
        person.positions.append(PositionDraft("глава", 0, 1, [home]))
    assert [m.plover for m in told(made)] == ["CONSULT/visit"]


def test_a_day_begins_in_a_ministry() -> None:
    made = of_two("Начал с министерства транспорта. Лопатин принял Стрешнева.")
    body = made.organization("министерство транспорта", "министерства транспорта")
    assert told(made)[-1].place is body


def test_a_town_that_takes_in_a_gathering_is_its_place() -> None:
    made = of_two("Встречу Лопатина и Стрешнева в октябре примет Вологда.")
    city = made.region("Вологда")
    assert [m.place for m in told(made)] == [city]


def test_who_signed_signed_where_the_document_was() -> None:
    made = of_two(
        "В мэрии Вологды подписан договор о дружбе. Подписи поставили Лопатин и Стрешнев."
    )
    (found,) = told(made)
    assert found.place is not None
    assert found.place.name == "мэрия Вологды"


def test_the_place_of_a_thing_is_not_where_its_document_was_signed() -> None:
    made = of_two(
        "На форуме «Волга» согласован завод в Вологде. Подписи поставили Лопатин и Стрешнев."
    )
    made.region("Вологда", "Вологде").level = "city"
    forum = event(made, "форум «Волга»", "форуме «Волга»")
    (found,) = told(made)
    assert (found.place, found.host_event) == (None, forum)


def test_a_name_that_never_declines_is_a_place_too() -> None:
    made = of_two("Поездка началась на Фиджи, где Лопатина принял Стрешнев.")
    islands = made.region("Фиджи")
    assert told(made)[-1].place is islands


def test_a_pronoun_may_be_the_meeting() -> None:
    made = of_two("Состоялись переговоры Лопатина и Стрешнева. Они прошли в офисе компании.")
    (found,) = told(made)
    assert found.place is not None
    assert found.place.name == "офис компании"


def test_the_town_visited_may_stand_first() -> None:
    made = of_two("Вологду посетила делегация во главе с Лопатиным. Лопатина принял Стрешнев.")
    city = made.region("Вологда", "Вологду")
    city.level = "city"
    assert told(made)[-1].place is city


def test_the_ceremony_of_the_next_sentence_is_the_meetings() -> None:
    made = of_two("Лопатин встретился со Стрешневым. Церемония прошла 12 мая в Вологде.")
    city = made.region("Вологда", "Вологде")
    (found,) = told(made)
    assert (found.place, values([found])) == (city, ["2026-05-12"])


def test_a_bare_room_is_no_venue() -> None:
    document: Document = of_two("Лопатин принял Стрешнева в зале.").document
    MEETINGS.process(document)
    assert [m.place for m in document.meetings] == [None]


def test_a_year_of_its_own_leaves_the_scene_of_the_sentence_before() -> None:
    made = of_two("Лопатин служил в Индии. В 1991 году Лопатин встретился со Стрешневым.")
    made.region("Индия", "Индии")
    made.date("В 1991 году", "1991")
    (found,) = told(made)
    assert found.place is None
