"""The visitor's own check of a ledger, in a real browser: it answers as the program does."""

import functools
import json
import shutil
import threading
from collections.abc import Iterator
from dataclasses import asdict
from html import escape
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from pavgen.kernel.canonical import sha256_hex
from pavgen.place.verification.balanced import value_of
from pavgen.place.verification.verifying import verify_ledger
from tests.browser.conftest import ROOT, _Quiet
from tests.place.verification.halls import Small, crowded_hall, entry, feasible_halls, offer
from tests.place.verification.writing import Chance, life, limited, lives, rewritten

ASSETS = ROOT / "themes" / "standard" / "assets"
POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"
TEXT = life(1, "balanced")
FOUND = verify_ledger(TEXT)
TRUSTED = FOUND.trusted
IDS = " ".join(FOUND.order[: FOUND.seats])
WRONG = rewritten(TEXT, 2, seats=1)

_RUN = """async (rows) => {
  const { verifyLedger } = await import("/verify.js");
  const found = [];
  for (const [text, given] of rows) found.push(await verifyLedger(text, given));
  return found;
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("verify")
    for script in ASSETS.glob("verify*.js"):
        shutil.copy(script, folder)
    (folder / "main.jsonl").write_bytes(TEXT.encode())
    (folder / "wrong.jsonl").write_bytes(WRONG.encode())
    (folder / "bytes.jsonl").write_bytes(TEXT.encode().replace(b"s\xc3\xa9ed", b"s\xffed"))
    (folder / "bare.html").write_text("<!doctype html><title>Bare</title>")
    return folder


@pytest.fixture(scope="module")
def root(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def section(folder: Path, **given: str) -> str:
    """Write a page with a section to be verified; return its name."""
    given = {"ledger": "/main.jsonl", "group": "main", "head": FOUND.head} | given
    attributes = "".join(
        f' data-{key.replace("_", "-")}="{escape(value)}"' for key, value in given.items()
    )
    (folder / "page.html").write_text(
        f'<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy"'
        f' content="{POLICY}"><title>Fairness</title><section data-verify{attributes}>'
        '<button data-verify-run hidden>Check</button><p data-verify-result role="status"></p>'
        '</section><script type="module" src="/verify.js"></script>',
        encoding="utf-8",
    )
    return "page.html"


def outcome(tab: Page, address: str) -> tuple[str | None, str | None]:
    """Press the button and wait for the outcome: the section's state, and what it says."""
    tab.goto(address)
    tab.get_by_role("button").click()
    return waited(tab)


def waited(tab: Page) -> tuple[str | None, str | None]:
    ready = "[data-verify-state]:not([data-verify-state=running])"
    tab.wait_for_selector(ready)
    state = tab.locator("[data-verify]").get_attribute("data-verify-state")
    return state, tab.get_by_role("status").text_content()


def agree(tab: Page, root: str, rows: list[tuple[str, dict[str, str]]]) -> None:
    tab.goto(f"{root}bare.html")
    expected = [asdict(verify_ledger(text, **given)) for text, given in rows]
    assert tab.evaluate(_RUN, rows) == json.loads(json.dumps(expected))


def damaged(text: str, chance: Chance) -> str:
    at: int = chance.below(len(text))
    new: str = chance.one_of('0189abp"[]{},:- \n')
    return text[:at] + new + text[at + 1 :]


def test_it_answers_as_the_program_does_for_every_strategy(tab: Page, root: str):
    texts = lives().values()
    agree(tab, root, [(text, {"group": "main"}) for text in texts])


def test_it_answers_as_the_program_does_under_constraints(tab: Page, root: str):
    agree(tab, root, [(text, {}) for text in limited().values()])


def test_it_finds_the_damage_that_the_program_finds(tab: Page, root: str):
    chance = Chance("damage")
    texts = [*lives().values(), *limited(10).values()]
    rows = [(damaged(text, chance), {"head": FOUND.head}) for text in texts for _ in range(4)]
    agree(tab, root, rows)


def test_it_finds_what_a_rewritten_chain_would_hide_as_the_program_does(tab: Page, root: str):
    entries = [json.loads(line) for line in TEXT.split("\n")[:-1]]
    values: list[object] = [[], {}, 0, 7, "2026-W51", "2026-W54", [["p00", 1]]]
    keys = [(n, key) for n in (1, 2, 4) for key in entries[n - 1]]
    rows = [rewritten(TEXT, n, **{key: value}) for n, key in keys for value in values]
    agree(tab, root, [(text, {}) for text in rows])


def spoiled(hall: Small, picked: list[list[str]], chance: Chance) -> list[list[str]]:
    """Change a choice: its item, whose it is, the items of two, or that it is there."""
    rows = [list(row) for row in picked]
    at, other = chance.below(len(rows)), chance.below(len(rows))
    match chance.below(4):
        case 0:
            rows[at][1] = chance.one_of([*hall.items, "b99"])
        case 1:
            rows[at][0] = chance.one_of([*hall.may, "p99"])
        case 2:
            rows[at][1], rows[other][1] = rows[other][1], rows[at][1]
        case _:
            del rows[at]
    return rows


def later_lives(hall: Small, chance: Chance) -> Iterator[dict[str, object]]:
    """Yield amendments and offers as they come: some are in order."""
    for number in range(4):
        if chance.happens(2):
            gone = chance.one_of(hall.order)
            yield entry("amend", joined=[f"x{number}"], removed=[gone] if not number else [])
        free = chance.one_of([*hall.items, "b99"])
        names = chance.some([*hall.order, "x0", "x1"], 3)
        last = chance.one_of(("accepted", "declined"))
        yield offer(free, *(f"{i} {last if i == names[-1] else 'declined'}" for i in names))


def test_it_answers_as_the_program_does_for_what_was_picked(tab: Page, root: str):
    texts = []
    for seed, hall, picked in feasible_halls(120):
        chance = Chance(f"picked {seed}")
        text = hall.ledger(picked=picked)
        texts += [text, damaged(text, chance)]
        texts += [hall.ledger(picked=spoiled(hall, picked, chance)) for _ in range(4)]
        texts.append(hall.ledger(*later_lives(hall, chance), picked=picked))
    agree(tab, root, [(text, {}) for text in texts])


def test_it_finds_facts_of_a_draw_out_of_form_as_the_program_does(tab: Page, root: str):
    _, hall, picked = feasible_halls(1)[0]
    text = hall.ledger(offer("b1"), picked=picked)
    facts = hall.facts()
    odd = [[], {}, 0, [["b1", 1]], [["b2", "b1"]], [["p1", ["b1"], []]], [["p1", "b1"]]]
    changed = [{**facts, "pick": {**facts["pick"], key: v}} for key in facts["pick"] for v in odd]
    rows = [rewritten(text, 2, facts=facts) for facts in changed]
    rows += [rewritten(text, 2, picked=value) for value in odd]
    rows += [rewritten(text, 3, **{key: v}) for key in ("item", "answers") for v in odd]
    rows += [rewritten(text, 1, **{key: "draw"}) for key in ("strategy", "inside", "by")]
    agree(tab, root, [(text, {}) for text in rows])


def test_a_wrong_choice_and_one_that_takes_too_long_are_told(tab: Page, root: str, folder: Path):
    hall, picked = crowded_hall()
    rows = [*picked[:-2], [picked[-2][0], "x"], [picked[-1][0], "b44"]]
    (folder / "long.jsonl").write_text(hall.ledger(picked=picked))
    (folder / "wrong-choice.jsonl").write_text(hall.ledger(picked=rows))
    given = {"group": "booths", "head": ""}
    state, said = outcome(tab, root + section(folder, ledger="/long.jsonl", **given))
    assert said is not None
    assert said.endswith(
        f"In {len(picked)} turns, this many refusals take too long a search: 1."
        " The first: in turn 1, p00 could not have x (line 2)."
    )
    assert state == "passing"
    words = {"text_choice": "{partner} hat {recorded}, {why}", "text_listed": "doch {computed}"}
    address = root + section(folder, ledger="/wrong-choice.jsonl", **given, **words)
    assert outcome(tab, address) == ("failing", f"{rows[-2][0]} hat x, doch {picked[-2][1]}")


def test_it_knows_a_head_of_the_past_and_odd_texts(tab: Page, root: str):
    lines = TEXT.split("\n")
    head = sha256_hex(lines[2].encode())
    odd = ["", "\n", "null\n", TEXT[:-1], f"\ufeff{TEXT}", TEXT.replace("\n", "\r\n"), "{}\n"]
    rows = [(TEXT, {"head": head}), (TEXT, {"head": "0" * 64}), (TEXT, {"group": "spot"})]
    agree(tab, root, [*rows, *((text, {}) for text in odd)])


def test_the_browsers_logarithm_gives_the_published_values(tab: Page, root: str):
    tab.goto(f"{root}bare.html")
    last = 3000
    script = f"""() => Array.from({{ length: {last} }},
      (_, i) => Math.round(10 ** 6 / Math.log2(2 + i)))"""
    assert tab.evaluate(script) == [value_of(position) for position in range(1, last + 1)]


def test_its_own_hash_is_the_browsers(tab: Page, root: str):
    tab.goto(f"{root}bare.html")
    unlike = tab.evaluate(
        """async () => {
          const { sha256 } = await import("/verify-orders.js");
          const unlike = [];
          for (let length = 0; length < 200; length += 1) {
            const bytes = Uint8Array.from({ length }, (_, i) => (i * 7 + length) % 256);
            const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
            const theirs = Array.from(hash, (b) => b.toString(16).padStart(2, "0")).join("");
            if (sha256(bytes) !== theirs) unlike.push(length);
          }
          return unlike;
        }"""
    )
    assert unlike == []


def test_a_visitor_presses_the_button_and_is_told_that_all_is_right(
    tab: Page, root: str, folder: Path
):
    state, said = outcome(tab, root + section(folder, order=IDS, verify_whole=""))
    count = f"{FOUND.entries} entries for {FOUND.periods} periods (2026-W50 to 2027-W02)"
    told = "every order follows from what is published"
    assert said == (f"Verified: {count} and {FOUND.partners} partners; {told}. Head: {FOUND.head}")
    assert state == "passing"


def test_it_starts_by_itself_where_the_page_says_so(tab: Page, root: str, folder: Path):
    tab.goto(root + section(folder, verify_auto=""))
    assert waited(tab)[0] == "passing"


def test_nothing_happens_before_the_button_is_pressed(tab: Page, root: str, folder: Path):
    tab.goto(root + section(folder))
    tab.get_by_role("button").wait_for()
    assert tab.locator("[data-verify-state]").count() == 0


def test_without_a_published_head_it_tells_what_is_taken_on_trust(
    tab: Page, root: str, folder: Path
):
    _, said = outcome(tab, root + section(folder, head=""))
    assert said is not None
    assert said.endswith(f"is taken on trust: {', '.join(TRUSTED)}.")


def test_a_ledger_that_has_grown_is_told_as_such(tab: Page, root: str, folder: Path):
    head = sha256_hex(TEXT.split("\n")[0].encode())
    _, said = outcome(tab, root + section(folder, head=head))
    assert said is not None
    assert f"The ledger has {FOUND.entries - 1} entries more" in said


def test_the_first_difference_is_told_in_the_pages_own_words(tab: Page, root: str, folder: Path):
    words = {"text_failing": "Zeile {line}: {part} ist {recorded}, nicht {computed}"}
    state, said = outcome(tab, root + section(folder, ledger="/wrong.jsonl", **words))
    seats = json.loads(TEXT.split("\n")[1])["seats"]
    assert (state, said) == ("failing", f"Zeile 2: seats ist 1, nicht {seats}")


@pytest.mark.parametrize("whole", [False, True])
def test_a_list_on_the_page_in_another_order_is_told(
    tab: Page, root: str, folder: Path, *, whole: bool
):
    first, second, *others = IDS.split()
    swapped = " ".join([second, first, *others])
    more = {"verify_whole": ""} if whole else {}
    state, said = outcome(tab, root + section(folder, order=swapped, **more))
    name, position = (second, 1) if whole else (first, 2)
    told = "The ledger is in order, but the list on this page is not the one it records"
    assert said == f"{told}: {name} stands at position {position} here."
    assert state == "failing"


def test_a_list_of_some_of_the_partners_in_the_ledgers_order_is_right(
    tab: Page, root: str, folder: Path
):
    some = " ".join(IDS.split()[::2])
    assert outcome(tab, root + section(folder, order=some))[0] == "passing"


@pytest.mark.parametrize("address", ["/none.jsonl", "/bytes.jsonl", "https://example.org/a.jsonl"])
def test_a_ledger_that_cannot_be_read_is_told(tab: Page, root: str, folder: Path, address: str):
    state, said = outcome(tab, root + section(folder, ledger=address))
    assert (state, said) == ("failing", f"The ledger could not be read from {address}.")


def test_without_the_browsers_cryptography_it_says_that_it_cannot_check(
    tab: Page, root: str, folder: Path
):
    tab.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined })")
    state, said = outcome(tab, root + section(folder))
    assert (state, said) == (
        "cannot",
        "This browser cannot check: it computes SHA-256 only on pages that come over https.",
    )
