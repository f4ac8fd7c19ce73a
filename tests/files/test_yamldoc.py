import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.files import yamldoc
from pavgen.files.text import CONTROL, decode_text
from pavgen.files.yamldoc import IMPORT, PARTNER, YamlLimits, parse_yaml
from pavgen.kernel.codes import CODES
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span
from pavgen.model.document import Entries, Items, Scalar
from tests.work import at_most


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def each_loader(request, monkeypatch):
    loader = getattr(yaml, request.param, None)
    if loader is None:
        pytest.skip("the yaml library was built without its C parser")
    monkeypatch.setattr(yamldoc, "_LOADER", loader)


def found(text, **limits):
    checked = parse_yaml("f.yaml", text, **limits)
    assert all(d.code in CODES for d in checked.diagnostics)
    return [f"{d.span.line}:{d.span.column} {d.code}" for d in checked.diagnostics]


def plain(node):
    match node:
        case Scalar():
            return node.text
        case Items():
            return [plain(item) for item in node.items]
        case Entries():
            return {key.text: plain(value) for key, value in node}
        case _:
            return None


@pytest.mark.usefixtures("each_loader")
def test_a_record_is_read_with_the_place_of_every_node():
    checked = parse_yaml("f.yaml", "name: NO\ntypes:\n  - 'x'\n", line_offset=1)
    assert checked == Checked(
        Entries(
            (
                (
                    Scalar("name", Span("f.yaml", 2, 1)),
                    Scalar("NO", Span("f.yaml", 2, 7)),
                ),
                (
                    Scalar("types", Span("f.yaml", 3, 1)),
                    Items(
                        (Scalar("x", Span("f.yaml", 4, 5), plain=False),),
                        Span("f.yaml", 4, 3),
                    ),
                ),
            ),
            Span("f.yaml", 2, 1),
        )
    )


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n...\n"])
@pytest.mark.usefixtures("each_loader")
def test_a_document_without_content_has_no_findings(text):
    checked = parse_yaml("f", text)
    assert checked.diagnostics == ()
    assert plain(checked.value) in {None, ""}


@pytest.mark.parametrize(
    "value",
    ["no", "yes", "010", "1:30:00", "0xff", "1_000", "2026-13-45", "=", "~", "1e9", "+49 1"],
)
@pytest.mark.usefixtures("each_loader")
def test_a_plain_scalar_stays_the_text_it_is(value):
    assert plain(parse_yaml("f", f"key: {value}\n").value) == {"key": value}


def test_null_in_quotes_is_told_from_null():
    root = parse_yaml("f", "a: null\nb: 'null'\nc:\n").value
    assert isinstance(root, Entries)
    scalars = [node for _, node in root if isinstance(node, Scalar)]
    assert [node.plain for node in scalars] == [True, False, True]


REFUSALS = [
    ("a: &x 1\n", ["1:4 yaml-anchor"]),
    ("a: *x\nb: 1\n", ["1:4 yaml-alias"]),
    ("*x : 1\n", ["1:1 yaml-alias"]),
    ("a: !!python/object:os.system x\n", ["1:4 yaml-tag"]),
    ("a: ! x\n", ["1:4 yaml-tag"]),
    ("!x\na: 1\n", ["1:1 yaml-tag"]),
    ("a: !!map {b: 1}\n", ["1:4 yaml-tag"]),
    ("a: &x [*x]\n", ["1:4 yaml-anchor", "1:8 yaml-alias"]),
    ("<<: {a: 1}\n", ["1:1 yaml-merge"]),
    ("%YAML 1.1\n---\na: 1\n", ["1:1 yaml-directive"]),
    ("%YAML 3.0\n---\na: 1\n", ["1:1 yaml-directive"]),
    ("%TAG ! tag:x,2000:\n---\na: 1\n", ["1:1 yaml-directive"]),
    ("# x\n%ODD x\n---\na: 1\n", ["2:1 yaml-directive"]),
    ("a: 1\n---\nb: 1\n", ["2:1 yaml-second-document"]),
    ("a: 1\n...\nb: 1\n", ["3:1 yaml-second-document"]),
    ("a: 1\nb: 2\na: 3\n", ["3:1 yaml-key-repeated"]),
    ("{a: 1, 'a': 2}\n", ["1:8 yaml-key-repeated"]),
    ("? [a]\n: b\n", ["1:3 yaml-key-kind"]),
    ("? {a: 1}\n: b\n", ["1:3 yaml-key-kind"]),
    (": 1\n", ["1:1 yaml-key-empty"]),
    ("'': 1\n", ["1:1 yaml-key-empty"]),
    (f"{'k' * 65}: 1\n", ["1:1 yaml-key-length"]),
    ('a: "\\0"\n', ["1:4 yaml-character"]),
    ('a: "\\e[31m"\n', ["1:4 yaml-character"]),
    ('a: "\\N"\n', ["1:4 yaml-character"]),
    ('a: "\\L\\P"\n', ["1:4 yaml-character", "1:4 yaml-character"]),
    ('"\\x07": 1\n', ["1:1 yaml-character"]),
    ("summary: nice\u2028tier: platinum\n", ["1:14 text-character"]),
    ("summary: nice\x85tier: platinum\n", ["1:14 text-character"]),
    ("summary: nice\rtier: platinum\n", ["1:14 text-character"]),
    ("a:\n\tb: 1\n", ["2:1 yaml-tab"]),
    ("a:\n  b: 1\n\tc: 2\n", ["3:1 yaml-tab"]),
    ("name:Acme\ntier: x\n", ["1:5 yaml-colon"]),
    ("a: 1\nname:Acme\ntier: x\n", ["2:5 yaml-colon"]),
    ("a: 1\nname Acme\ntier: x\n", ["2:1 yaml-colon"]),
    ("a: fast: good\n", ["1:8 yaml-colon"]),
    ("name\ntier: x\n", ["1:1 yaml-colon"]),
    ('a: "foo\nb: c\n', ["1:4 yaml-quote"]),
    ("a: 'it's'\nb: 2\n", ["1:8 yaml-quote"]),
    ("a: @x\n", ["1:4 yaml-quote"]),
    ("a: `x`\n", ["1:4 yaml-quote"]),
    ("a: %x\n", ["1:4 yaml-quote"]),
    ("a: *Acme*\n", ["1:4 yaml-alias"]),
    ("a: &\n", ["1:4 yaml-anchor"]),
    ("a: !<x\n", ["1:4 yaml-tag"]),
    ("a: - b\n", ["1:4 yaml-indent"]),
    ("a: 1\n  b: 2\n", ["2:4 yaml-indent"]),
    ("a:\n  b: 1\n c: 2\n", ["3:2 yaml-indent"]),
    ("a: 1\n- b\n", ["2:1 yaml-indent"]),
    ("a: [1, 2\nb: 3\n", ["1:4 yaml-bracket"]),
    ("a: {x: 1\n", ["1:4 yaml-bracket"]),
    ("a: [b]]\n", ["1:7 yaml-bracket"]),
    ("a: ]\n", ["1:4 yaml-bracket"]),
    ("a: |x\n  y\n", ["1:5 yaml-syntax"]),
]


@pytest.mark.parametrize(("text", "expected"), REFUSALS, ids=[text for text, _ in REFUSALS])
@pytest.mark.usefixtures("each_loader")
def test_a_construct_is_refused_with_its_place(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize("text", ['a: "C:\\path"\n', 'a: "\\x0"\n', 'a: "\\U00110000"\n'])
def test_an_unknown_escape_is_refused_in_its_line(text):
    assert [d.code for d in parse_yaml("f", text).diagnostics] == ["yaml-escape"]


@pytest.mark.parametrize("text", ['a: "\\ud800"\n', 'a: "\\U00110000"\n', 'a: "\\ud83d\\ude00"\n'])
@pytest.mark.usefixtures("each_loader")
def test_an_escape_for_no_character_is_refused(text):
    assert not parse_yaml("f", text).ok


def test_a_message_says_what_is_wrong_and_how_to_mend_it():
    assert parse_yaml("f", "a: 1\nb: 2\na: 3\n").diagnostics == (
        Diagnostic(
            Span("f", 3, 1),
            "yaml-key-repeated",
            "the key `a` stands here a second time",
            "keep one of the two; the first is in line 1",
        ),
    )


@pytest.mark.usefixtures("each_loader")
def test_all_refusals_of_a_file_are_reported_and_the_rest_is_kept():
    text = "a: &x 1\nb: *x\nc: !t 2\nc: 3\n<<: {d: 1}\n? [e]\n: f\n'': g\nlist: [1, *x, 2]\n"
    assert found(text) == [
        "1:4 yaml-anchor",
        "2:4 yaml-alias",
        "3:4 yaml-tag",
        "4:1 yaml-key-repeated",
        "5:1 yaml-merge",
        "6:3 yaml-key-kind",
        "8:1 yaml-key-empty",
        "9:11 yaml-alias",
    ]
    assert plain(parse_yaml("f", text).value) == {"a": "1", "c": "2", "list": ["1", "2"]}


def test_reading_that_stops_gives_no_value():
    assert parse_yaml("f", "a: 1\nb: [\n").value is None


SMALL = YamlLimits(size=100, nodes=10, items=3, text=5, depth=2, key=4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: " + "x" * 98, ["1:0 yaml-size"]),
        ("ä: " + "ä" * 49, ["1:0 yaml-size"]),
        ("[[1], [2]]", []),
        ("[[[1]]]", ["1:3 yaml-depth"]),
        ("[1, 2, 3, 4]", ["1:1 yaml-list-length"]),
        ("[1, 2, 3]", []),
        ("a: 123456", ["1:4 yaml-text-length"]),
        ("a: 12345", []),
        ("abcde: 1", ["1:1 yaml-key-length"]),
        ("{a: 1, b: 2, c: 3, d: 4, e: 5, f: 6}", ["1:29 yaml-nodes"]),
    ],
)
def test_a_limit_is_kept_to_the_unit(text, expected):
    assert found(text, limits=SMALL) == expected


HOSTILE = {
    "nested lists": "[" * 32_000 + "]" * 32_000,
    "unclosed lists": "[" * 100_000,
    "nested mappings": "{a: " * 15_000,
    "nested block lists": "- " * 30_000,
    "nested keys": "? " * 30_000,
    "merge bomb": "a0: &a0 {k: v}\n"
    + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 26)),
    "alias bomb": "a: &a [x]\n" + "".join(f"{c}: &{c} [*a, *a, *a]\n" for c in "bcdefgh"),
    "commas": "[" + "," * 60_000 + "]",
    "colons": ":" * 60_000,
    "dashes": "-" * 60_000,
    "quotes": "'" * 60_001,
    "comments": "#\n" * 40_000,
    "spaces": " " * 66_000 + "x",
    "digits": "a: " + "9" * 60_000,
    "anchors": "&a " * 20_000,
    "tags": "!" * 60_000,
    "percents": "%" * 60_000,
    "flow keys": "{" + "a," * 30_000 + "}",
    "long line": "a b " * 15_000 + ": x",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_takes_work_in_proportion_and_is_refused(name):
    text = HOSTILE[name]
    for limits in (PARTNER, IMPORT):
        with at_most(calls=20 * len(text)):
            checked = parse_yaml("f", text, limits=limits)
        assert limits is IMPORT or not checked.ok


def test_blns_strings_are_read_or_refused_in_every_place(shared_data):
    strings = json.loads((shared_data / "corpora/blns/blns.json").read_text())
    for text in strings:
        for document in (text, f"a: {text}\n", f"{text}: a\n", f"a: '{text}'\n", f'a: "{text}"\n'):
            checked = parse_yaml("f", document)
            assert checked.ok or checked.diagnostics
        quoted = parse_yaml("f", f"a: {json.dumps(text, ensure_ascii=False)}\n")
        if CONTROL.search(text) is None and "\\u" not in json.dumps(text, ensure_ascii=False):
            assert plain(quoted.value) == {"a": text}


@pytest.mark.usefixtures("each_loader")
def test_the_yaml_test_suite_is_read_or_refused_with_both_parsers(shared_data):
    glyphs = {"␣": " ", "↵": "", "∎": "", "←": "\r", "⇔": "\ufeff"}
    count = 0
    for source in sorted((shared_data / "corpora/yaml-test-suite/src").glob("*.yaml")):
        for case in yaml.safe_load(source.read_text(encoding="utf-8")):
            text = case.get("yaml")
            if text is None:
                continue
            for glyph, character in glyphs.items():
                text = text.replace(glyph, character)
            text = text.replace("————»", "\t").replace("———»", "\t").replace("——»", "\t")
            text = text.replace("—»", "\t").replace("»", "\t")
            decoded = decode_text("f", text.encode())
            checked = parse_yaml("f", decoded.value or "")
            lines = text.count("\n") + 1
            assert all(0 <= d.span.line <= lines for d in checked.diagnostics)
            assert all(d.code in CODES for d in checked.diagnostics)
            count += 1
    assert count > 300


def test_a_landscape_of_twenty_thousand_lines_is_read_in_one_pass(shared_data):
    data = (shared_data / "data/cncf/landscape.yml").read_bytes()
    with at_most(calls=len(data)):
        text = decode_text("landscape.yml", data).value or ""
        checked = parse_yaml("landscape.yml", text, limits=IMPORT)
    assert checked.ok


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_and_never_raises(text):
    checked = parse_yaml("f", text)
    assert "yaml-unreadable" not in {d.code for d in checked.diagnostics}


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_and_never_raise(data):
    parse_yaml("f", decode_text("f", data).value or "")


YAMLISH = st.lists(
    st.sampled_from(
        [
            "a",
            "b: ",
            ": ",
            "- ",
            "? ",
            "\n",
            "\n  ",
            " ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "'",
            '"',
            "&a ",
            "*a",
            "!t ",
            "<<: ",
            "#",
            "|",
            ">",
            "%",
            "---\n",
            "...\n",
            "\t",
            "\\",
            "@",
            "`",
            "é",
            "\\u",
        ]
    ),
    max_size=40,
).map("".join)


@given(YAMLISH)
@settings(max_examples=400)
def test_any_yamlish_text_is_read_or_refused_with_a_place_in_it(text):
    checked = parse_yaml("f", text)
    for finding in checked.diagnostics:
        assert 1 <= finding.span.line <= text.count("\n") + 1
        assert finding.code in CODES
        assert "\n" not in finding.message
        assert finding.what
        assert finding.remedy


SAFE = st.text(st.characters(codec="utf-8").filter(lambda c: not CONTROL.match(c)), max_size=40)
KEYS = SAFE.filter(lambda key: 0 < len(key) <= 64)
TREES = st.recursive(
    SAFE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


def quoted(tree):
    match tree:
        case str():
            escaped = tree.replace("\\", "\\\\").replace('"', '\\"')
            return '"' + escaped.replace("\n", "\\n").replace("\t", "\\t") + '"'
        case list():
            return "[" + ", ".join(map(quoted, tree)) + "]"
        case _:
            return "{" + ", ".join(f"{quoted(k)}: {quoted(v)}" for k, v in tree.items()) + "}"


@given(TREES)
def test_any_tree_of_quoted_strings_reads_back_the_same(tree):
    checked = parse_yaml("f", quoted(tree), limits=IMPORT)
    assert (checked.diagnostics, plain(checked.value)) == ((), tree)
