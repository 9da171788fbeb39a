from pipeline.drafts import OrganizationDraft, PersonDraft, PositionDraft, RegionDraft
from pipeline.persons.represent import represents

OMSK = RegionDraft("Омская область")
KAZAN = RegionDraft("Казань")


def person(*posts: PositionDraft) -> PersonDraft:
    return PersonDraft("Иван Петров", positions=list(posts))


def test_a_governor_speaks_for_the_region():
    assert represents(person(PositionDraft("губернатор", 0, 1, [OMSK]))) == [OMSK]


def test_a_minister_of_a_regional_ministry_speaks_for_the_region():
    government = OrganizationDraft("правительство Омской области", kind="government", owner=OMSK)
    ministry = OrganizationDraft("Минэнерго", kind="government", owner=government)
    assert represents(person(PositionDraft("министр", 0, 1, [ministry]))) == [OMSK]


def test_a_body_without_a_known_region_is_spoken_for_itself():
    body = OrganizationDraft("Минэнерго", kind="government")
    assert represents(person(PositionDraft("глава", 0, 1, [body]))) == [body]


def test_a_director_speaks_for_the_firm_even_when_a_city_owns_it():
    firm = OrganizationDraft("Горводоканал", kind="company", owner=KAZAN)
    assert represents(person(PositionDraft("директор", 0, 1, [firm]))) == [firm]


def test_former_posts_count_for_nothing_and_regions_stand_once():
    posts = [
        PositionDraft("мэр", 0, 1, [KAZAN], former=True),
        PositionDraft("губернатор", 2, 3, [OMSK]),
        PositionDraft("глава региона", 4, 5, [OMSK]),
    ]
    assert represents(person(*posts)) == [OMSK]


def test_owners_in_a_ring_do_not_hang():
    body = OrganizationDraft("совет", kind="government")
    body.owner = body
    assert represents(person(PositionDraft("глава", 0, 1, [body]))) == [body]
