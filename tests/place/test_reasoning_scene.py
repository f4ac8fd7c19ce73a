from pavgen.model.records.policy import Group
from pavgen.place.ordering import Measure
from pavgen.place.reasoning_kinds import ReasonKind
from pavgen.place.reasoning_scene import key_of, ranks_of
from tests.place.programmes import partner
from tests.place.told import one_list, scene

GROUP = Group(strategy="points", ladder=("certifications",))


def test_ranks_count_from_one_and_equal_values_share_one():
    made = scene(one_list([partner("ada", points=7), partner("bob", points=7)], GROUP))
    assert ranks_of(made.master, "p-bob") == (
        (ReasonKind.POINTS, 1),
        (ReasonKind.CERTIFICATIONS, 1),
    )


def test_scene_gives_the_name_of_a_partner_and_the_id_of_one_that_is_gone():
    made = scene(one_list([partner("ada", name="Ada Ltd")], GROUP))
    assert (made.name("p-ada"), made.name("p-gone")) == ("Ada Ltd", "p-gone")


def test_ticket_is_that_of_the_keys():
    made = scene(one_list([partner("ada")], GROUP))
    assert made.ticket("p-ada") == key_of(made.master, "p-ada", Measure.TICKET).value
