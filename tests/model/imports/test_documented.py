import re
from pathlib import Path

from pavgen.files.yamldoc import parse_yaml
from pavgen.model.imports.csv_columns import FIELDS
from pavgen.model.imports.csv_mapping import decode_csv_mapping
from pavgen.model.imports.landscape_mapping import decode_mapping

PAGE = Path(__file__).resolve().parents[3] / "docs/importing.md"
LANDSCAPE, SPREADSHEET = re.findall(
    r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL
)


def test_the_documented_landscape_mapping_holds():
    assert decode_mapping("map.yaml", parse_yaml("map.yaml", LANDSCAPE).value).diagnostics == ()


def test_the_documented_spreadsheet_mapping_holds():
    checked = decode_csv_mapping("map.yaml", parse_yaml("map.yaml", SPREADSHEET).value)
    assert checked.diagnostics == ()
    assert {field for _, field in checked.value.columns} <= set(FIELDS)
