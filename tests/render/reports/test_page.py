"""Pages: what no text may do in them, and what a parser makes of them."""

import html5lib
from hypothesis import given
from hypothesis import strategies as st

from pavgen.render.reports.page import rows_table, tag, write_page

HOSTILE = """</title><script>alert(1)</script><img src=x onerror="a" '&amp;"""


def parsed(page):
    return html5lib.parse(page, namespaceHTMLElements=False)


def test_the_page_has_its_title_and_body_and_nothing_that_loads():
    page = write_page("A <b>", [tag("h1", "B & c"), tag("p", tag("strong", "d"), " e")])
    root = parsed(page)
    assert root.findtext("head/title") == "A <b>"
    assert root.findtext("body/h1") == "B & c"
    assert "".join(root.find("body/p").itertext()) == "d e"
    assert "http://" not in page
    assert "https://" not in page
    assert "url(" not in page
    policies = [m.get("content") for m in root.iter("meta") if m.get("http-equiv")]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_hostile_text_is_text_everywhere():
    page = write_page(
        HOSTILE,
        [
            tag("p", HOSTILE, title=HOSTILE),
            rows_table(["a"], [[HOSTILE]], numeric=frozenset(), caption=HOSTILE),
        ],
    )
    root = parsed(page)
    names = {element.tag for element in root.iter()}
    assert names.isdisjoint({"script", "img"})
    assert root.find("body/p").attrib == {"title": HOSTILE}
    assert root.findtext("body/p") == HOSTILE
    assert root.findtext(".//td") == HOSTILE


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co"))))
def test_any_text_is_read_back_as_it_was(text):
    root = parsed(write_page("t", [tag("p", f"x{text}", title=text)]))
    assert root.findtext("body/p") == f"x{text}"
    assert root.find("body/p").attrib == {"title": text}


def test_numbers_stand_to_the_right_and_too_little_is_marked():
    table = rows_table(
        ("a", "n"), [("x", "−1"), ("y", "2")], numeric=frozenset({1}), total=("z", "1")
    )
    root = parsed(write_page("t", [table]))
    assert [cell.get("class") for cell in root.iter("td")] == [None, "n less", None, "n", None, "n"]
    assert [cell.get("scope") for cell in root.iter("th")] == ["col", "col"]
