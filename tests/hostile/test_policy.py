"""The strict policy, sent as a host would send it or said by the pages: no page has to break it."""

import pytest

from tests.hostile.hosting import hosting, parsed_rules, sent_with
from tests.hostile.sites import built_sites, kinds_of
from tests.hostile.trap import trapped

USED = ("browse/", "compare/", "search/", "fair/floor/", "fair/agenda/", "h-0000/")


@pytest.fixture(scope="module")
def demo(built_demo):
    return built_sites(built_demo)


def test_a_page_of_each_kind_keeps_the_policy_that_the_host_sends(browser, demo):
    caught: list[str] = []
    seen: set[str] = set()
    for files in demo.values():
        kinds = {kind: path for kind, path in kinds_of(files).items() if kind not in seen}
        seen |= kinds.keys()
        with hosting(files, strict=True) as home, trapped(browser, home, strict=True) as trap:
            for path in sorted(set(kinds.values())):
                trap.visit(path)
            caught += trap.caught

    assert caught == []
    assert len(seen) > 20


def test_pages_that_say_their_policy_themselves_keep_it_however_they_are_used(browser, harmless):
    with hosting(harmless.files, strict=False) as home, trapped(browser, home, strict=True) as trap:
        for path in USED:
            assert b'http-equiv="Content-Security-Policy"' in harmless.files[f"{path}index.html"]
            trap.visit(path)
            trap.use(("word",))

        assert trap.caught == []


def test_the_policy_stops_what_no_page_of_ours_does(browser, demo):
    files = next(iter(demo.values()))
    bad = files["index.html"].replace(
        b"</main>", b"<p onclick='x' style='color:red'>x<script>1</script></main>"
    )
    with (
        hosting(files | {"index.html": bad}, strict=True) as home,
        trapped(browser, home, strict=True) as trap,
    ):
        trap.visit("")

        assert any("the policy script-src" in what for what in trap.caught)
        assert any("the policy style-src" in what for what in trap.caught)


def test_a_later_rule_takes_away_what_a_wider_one_gave():
    rules = parsed_rules("/*\n  A: 1\n  B: 2\n\n/x/*\n  ! A\n  A: 3\n")

    assert sent_with("/y", rules) == [("A", "1"), ("B", "2")]
    assert sent_with("/x/y", rules) == [("B", "2"), ("A", "3")]
