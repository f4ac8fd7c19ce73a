"""The form for partners without git: a listing's fields, the programme's words."""

import yaml

from pavgen.model.imports.terms import Word
from pavgen.model.records.listing import SIZES, Listing
from pavgen.model.schema.fields import fields_of
from pavgen.render.codehost.form import LEFT_OUT, partner_form

WORDS = {
    "partner_types": (Word("reseller", "Reseller"), Word("isv", 'The "software" partner: yes')),
    "regions": (Word("no", "Norway"), Word("ge", "Georgia"), Word("us-ga", "Georgia")),
}


def form(words=WORDS):
    return yaml.safe_load(partner_form(words))


def fields(words=WORDS):
    return {item["id"]: item for item in form(words)["body"] if "id" in item}


def test_every_field_of_a_listing_is_asked_for_or_left_out_on_purpose():
    everywhere = {name: (Word("a", "A"),) for name in _vocabularies()}
    asked = fields(everywhere).keys() - {"slug", "about", "right"}
    assert asked == ({field.name for field in fields_of(Listing)} - LEFT_OUT) | {"logo"}


def _vocabularies():
    return ("partner_types", "regions", "segments", "industries", "solution_areas", "languages")


def test_what_a_listing_needs_is_required_and_nothing_else():
    needed = [name for name, item in fields().items() if "validations" in item]
    assert needed == ["name", "tagline", "website", "types"]


def test_choices_are_the_programmes_words_with_their_ids_quoted_whatever_is_in_them():
    assert fields()["types"]["attributes"]["options"] == [
        "Reseller (reseller)",
        'The "software" partner: yes (isv)',
    ]
    assert fields()["regions"]["attributes"]["options"] == [
        "Norway (no)",
        "Georgia (ge)",
        "Georgia (us-ga)",
    ]
    assert fields()["regions"]["attributes"]["multiple"] is True


def test_a_choice_of_one_is_no_choice_of_several():
    size = fields()["size"]["attributes"]
    assert size["options"] == list(SIZES)
    assert "multiple" not in size


def test_a_vocabulary_without_words_is_not_asked_for():
    assert "industries" not in fields()


def test_the_form_has_the_parts_the_host_asks_for():
    assert form().keys() == {"name", "description", "title", "body"}
    assert all("label" in item["attributes"] for item in fields().values())
    assert form()["body"][-1]["attributes"]["options"][0]["required"] is True
