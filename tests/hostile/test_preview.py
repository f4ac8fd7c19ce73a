"""Mistakes made of hostile words, as the preview shows them over the page."""

from tests.browser.test_preview import previewing, project, save
from tests.hostile.trap import trapped

LISTING = "partners/ada/listing.yaml"
BAD = """\
name: "<script>alert(1)</script>"
tagline: "a\\u202e<img src=x onerror=alert(1)>"
website: "javascript:alert(1)//`<img src=x onerror=alert(1)>`"
types: ["</code><iframe srcdoc='<script>parent.alert(1)</script>'>"]
"<svg onload=alert(1)>": "]]></pre><script>alert(1)</script>"
links: {docs: "https://a.example/<script>alert(1)</script>"}
"""
TORN = "name: \"</pre><img src=//evil.example/x onerror=alert(1)>\nlegal_name: '<script>alert(1)</script>'\n"
_NOTICE = "pavgen-notice .findings > li"


def test_hostile_words_in_mistakes_are_shown_and_do_nothing(browser, tmp_path):
    root = project(tmp_path)
    good = (root / LISTING).read_text()
    with previewing(root) as (home, _), trapped(browser, home, strict=False) as trap:
        trap.visit("")
        for text, shown in ((BAD, "<svg onload=alert(1)>"), (TORN, "<img src=//evil.example/x")):
            save(root, LISTING, text)
            trap.page.locator(_NOTICE).filter(has_text=shown).first.wait_for(timeout=20_000)
            trap.look()
        save(root, LISTING, good)
        trap.page.locator(_NOTICE).first.wait_for(state="detached", timeout=20_000)

    assert trap.caught == []


def test_hostile_words_in_mistakes_do_nothing_where_there_is_no_good_page_yet(browser, tmp_path):
    root = project(tmp_path)
    save(root, LISTING, BAD)
    with previewing(root) as (home, _), trapped(browser, home, strict=False) as trap:
        trap.visit("")
        trap.page.locator(_NOTICE).first.wait_for(timeout=20_000)
        trap.look()

    caught = [what for what in trap.caught if "503" not in what and "favicon.ico" not in what]
    assert caught == []
