from pavgen.files.yamldoc import parse_yaml
from pavgen.model.imports.landscape_default import DEFAULT_MAPPING
from pavgen.model.imports.landscape_mapping import decode_mapping
from tests.model.imports.landscapes import MEMBERS, read


def decoded(text):
    return decode_mapping("map.yaml", parse_yaml("map.yaml", text).value)


def test_the_mapping_that_ships_holds():
    assert decoded(DEFAULT_MAPPING).diagnostics == ()


def test_every_mistake_of_a_mapping_is_told_at_once():
    wrong = (
        DEFAULT_MAPPING.replace("tier: gold\n", "tier: gould\n")
        .replace("lowest_tier: community", "lowest_tier: comunity")
        .replace("decorations:", "decoration:")
        .replace("types: [end-user]", "types: []")
    )
    assert sorted((d.code, d.field) for d in decoded(wrong).diagnostics) == [
        ("import-mapping", "lowest_tier"),
        ("import-mapping", "partners[1].tier"),
        ("key-unknown", "decoration"),
        ("value-missing", "partners[3].types"),
        ("value-missing", "partners[4].types"),
    ]


def test_a_rule_that_claims_nothing_is_told_for_a_mapping_someone_wrote():
    text = DEFAULT_MAPPING.replace("subcategory: Gold", "subcategory: Golden")
    found = read(MEMBERS, mapping=decoded(text).value).diagnostics
    unused = [d.what for d in found if d.code == "import-rule-unused"]
    assert "the landscape has no category `CNCF Members / Golden`" in unused
