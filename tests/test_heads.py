"""Trees mended where agreement shows that the parser was wrong."""

from __future__ import annotations

from .handmade import Handmade, meetings, names, parsed


def test_a_verb_behind_a_closed_clause_is_joined_to_the_one_it_agrees_with() -> None:
    document = parsed(
        "Лопатин сообщил, что тверские заводы могут поставить пять вагонов, "
        "и пригласил гостей на ярмарку."
    )
    words = {t.text: t for t in document.tokens}
    assert words["пригласил"].head == words["сообщил"].index


def test_a_verb_within_the_clause_stays_there() -> None:
    document = parsed(
        "Лопатин сообщил, что завод выпустил пять вагонов и поставил их в Вологду, и уехал."
    )
    words = {t.text: t for t in document.tokens}
    assert words["поставил"].head == words["выпустил"].index


def test_the_second_subject_of_a_verb_is_its_object() -> None:
    document = parsed("Завтра делегация Гродненской области посетит Череповец.")
    words = {t.text: t for t in document.tokens}
    assert (words["делегация"].rel, words["Череповец"].rel) == ("nsubj", "obj")
    assert words["Череповец"].feats["Case"] == "Acc"


def test_a_living_being_stays_a_subject() -> None:
    document = parsed("Губернатора встретил на вокзале мэр, а его помощник уехал.")
    assert [t.text for t in document.tokens if t.rel == "nsubj"] == ["мэр", "помощник"]


def test_who_visits_a_city_is_who_meets_there() -> None:
    made = Handmade(
        "Делегация Гродненской области посетит Череповец, где встретится с руководством «Севера»."
    )
    made.region("Гродненская область", "Гродненской области")
    made.region("Череповец")
    made.organization("Север", "Севера")
    (found,) = meetings(made)
    assert names(found) == ["Гродненская область", "Север"]
    assert (found.kind, found.status) == ("meeting", "planned")
    assert found.place is not None
    assert found.place.name == "Череповец"


def test_a_noun_before_a_whole_clause_is_its_subject() -> None:
    document = parsed(
        "Запланированный на 7 мая визит посла Сербии в Вологду не состоится, сообщили в посольстве."
    )
    visit = next(t for t in document.tokens if t.text == "визит")
    assert (visit.rel, document.tokens[visit.head].text) == ("nsubj", "состоится")


def test_a_visit_that_was_planned_and_will_not_be_is_denied() -> None:
    made = Handmade(
        "Запланированный на 7 мая визит посла Сербии Лопатина к мэру Стрешневу не состоится, "
        "сообщили в посольстве."
    )
    envoy, mayor = made.person("Лопатин", "Лопатина"), made.person("Стрешнев", "Стрешневу")
    made.role("посла Сербии", "посла", of=made.region("Сербия", "Сербии"), person=envoy)
    made.role("мэру", "мэр", person=mayor)
    (found,) = meetings(made)
    assert (names(found), found.status) == (["Лопатин", "Стрешнев"], "denied")


def test_an_invitation_to_visit_is_no_visit() -> None:
    made = Handmade(
        "Лопатин встретился со Стрешневым. Стрешнев передал приглашение от губернатора южной "
        "провинции и её деловых кругов посетить Вологду в январе."
    )
    made.person("Лопатин")
    made.person("Стрешнев", "Стрешневым", "Стрешнев")
    made.region("Вологда", "Вологду")
    made.date("в январе", "2027-01")
    (found,) = meetings(made)
    assert (found.kind, found.date) == ("meeting", None)


def test_a_nominative_behind_a_closed_clause_is_the_subject_of_what_follows() -> None:
    document = parsed(
        "На переговорах, которые прошли 23 июля в Риге, Эстония и Латвия договорились о границе."
    )
    words = {t.text: t for t in document.tokens}
    assert (words["Эстония"].rel, words["Эстония"].head) == ("nsubj", words["договорились"].index)
    assert words["Латвия"].head == words["Эстония"].index


def test_an_apposition_of_places_gets_no_verb() -> None:
    document = parsed("На встрече в Риге, столице Латвии, министр договорился о границе.")
    assert [t.text for t in document.tokens if t.rel == "nsubj"] == ["министр"]
