from pavgen.place.partners import partners_by_id
from tests.place.programmes import partner, programme


def test_partners_are_found_by_id_and_the_table_is_made_once():
    made = programme([partner("ada"), partner("bob")])
    found = partners_by_id(made)
    assert found == {"p-ada": made.partners["ada"], "p-bob": made.partners["bob"]}
    assert partners_by_id(made) is found
