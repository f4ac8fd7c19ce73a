from pavgen.kernel.diagnostics import Span
from pavgen.model.imports.drafts import keyed, words
from pavgen.model.imports.identity import Identity, Newcomer, identify, key_note


def newcomer(key, name, slug="", given=""):
    return Newcomer(key, words(name, Span("f.yml", 1)), slug, given)


def standing(identifier, key=""):
    notes = words(key_note(key)) if key else None
    return keyed(("id", words(identifier)), ("notes", notes))


def test_new_partners_get_slugs_of_their_names_and_ids_in_turn():
    found = identify([newcomer("a", "Nordwind"), newcomer("b", "Süd & Co")], {}, (), "cl")
    assert found.diagnostics == ()
    assert found.value == {
        "a": Identity("nordwind", "cl-0001", is_new=True),
        "b": Identity("sud-and-co", "cl-0002", is_new=True),
    }


def test_a_partner_is_found_by_its_key_though_its_name_changed():
    there = {"nordwind": standing("cl-0007", "a")}
    found = identify([newcomer("a", "Nordwind Systems")], there, ("nordwind",), "cl")
    assert found.value == {"a": Identity("nordwind", "cl-0007", is_new=False)}


def test_ids_count_on_from_the_highest_and_are_never_reused():
    there = {"old": standing("cl-0041", "gone")}
    found = identify([newcomer("a", "Nordwind")], there, (), "cl")
    assert found.value["a"].id == "cl-0042"


def test_a_partner_without_a_key_is_found_by_its_slug():
    there = {"nordwind": standing("p-3")}
    found = identify([newcomer("a", "Nordwind")], there, (), "cl")
    assert found.value == {"a": Identity("nordwind", "p-3", is_new=False)}


def test_a_slug_that_belongs_to_another_key_is_not_claimed():
    there = {"nordwind": standing("cl-0001", "other")}
    found = identify([newcomer("a", "Nordwind")], there, (), "cl")
    assert found.value == {"a": Identity("nordwind-2", "cl-0002", is_new=True)}
    assert [d.code for d in found.diagnostics] == ["import-slug"]


def test_names_in_another_script_take_the_slug_of_their_key():
    found = identify([newcomer("north-wind", "北风")], {}, (), "cl")
    assert found.value["north-wind"].slug == "north-wind"
    assert [d.code for d in found.diagnostics] == ["import-slug"]


def test_a_slug_that_leaves_the_folder_is_spelled_anew():
    found = identify([newcomer("a", "Nordwind", "../../etc")], {}, (), "cl")
    assert found.value["a"].slug == "etc"


def test_given_ids_are_kept_and_auto_ids_avoid_them():
    arrivals = [newcomer("a", "Nordwind"), newcomer("b", "Südwind", given="cl-0001")]
    found = identify(arrivals, {}, (), "cl")
    assert (found.value["a"].id, found.value["b"].id) == ("cl-0002", "cl-0001")


def test_a_given_id_finds_the_partner_and_never_changes_it():
    there = {"nordwind": standing("p-3")}
    same = identify([newcomer("a", "Other name", given="p-3")], there, (), "cl")
    assert same.value == {"a": Identity("nordwind", "p-3", is_new=False)}
    other = identify([newcomer("a", "Nordwind", given="p-9")], there, (), "cl")
    assert other.value == {"a": Identity("nordwind", "p-3", is_new=False)}
    assert [d.code for d in other.diagnostics] == ["import-id"]
