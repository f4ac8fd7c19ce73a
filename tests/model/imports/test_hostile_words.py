import json
from datetime import date

from pavgen.files.yamldoc import parse_yaml
from pavgen.files.yamlwrite import file_text
from pavgen.kernel.codes import CODES
from pavgen.model.imports.csv_import import import_rows
from pavgen.model.imports.csv_mapping import CsvMapping
from pavgen.model.imports.existing import Existing
from tests.model.imports.landscapes import drafts_of, node_of

DAY = date(2026, 11, 21)
HEADINGS = (
    "Company",
    "Website",
    "Tagline",
    "Description",
    "Segments",
    "Industry",
    "Offices",
    "City",
    "Slug",
)


def naughty(shared_data):
    return json.loads((shared_data / "corpora/blns/blns.json").read_text(encoding="utf-8"))


def judged(made, found):
    assert {d.code for d in found} <= set(CODES)
    for draft in made.value.drafts:
        text = file_text(draft)
        if draft.path.endswith(".yaml"):
            assert parse_yaml(draft.path, text).diagnostics == ()


def test_hostile_words_in_every_cell_give_files_that_can_be_read(shared_data):
    lines = [",".join(HEADINGS)]
    for number, word in enumerate(naughty(shared_data)):
        cell = '"' + word.replace('"', '""') + '"'
        lines.append(",".join([cell] * len(HEADINGS)))
        lines.append(
            ",".join([f"Company {number}", "a.example.com", *[cell] * 6, f"company-{number}"])
        )
    found = import_rows(
        "x.csv", "\n".join(lines), CsvMapping(), Existing(), DAY, skip_bad_rows=True
    )
    assert found.value.counts.partners > 100
    judged(found, found.diagnostics)


def test_hostile_words_in_every_key_of_an_item_give_files_that_can_be_read(shared_data):
    items = []
    for number, word in enumerate(naughty(shared_data)):
        keys = ("homepage_url", "logo", "crunchbase", "joined", "description")
        items.append({"name": word, **dict.fromkeys(keys, word)})
        named = {"name": f"Company {number}", "homepage_url": "https://a.example.com/"}
        items.append({**named, "description": word, "joined": word})
    subcategories = [{"name": "Gold", "items": items}]
    tree = {"landscape": [{"name": "CNCF Members", "subcategories": subcategories}]}
    made, found = drafts_of(node_of(tree))
    assert made.value.counts.partners > 100
    judged(made, found)
