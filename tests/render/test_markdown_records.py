"""Records in a staff text: links and embeds as holes that the site fills in."""

import pytest

from pavgen.kernel.diagnostics import Span
from pavgen.model.prose import Embed, Markup, RecordLink, RecordTitle, plain_text
from pavgen.render.markdown import render_staff
from pavgen.render.markdown.blocks import EMBEDS
from pavgen.render.markdown.embeds import FORMS
from pavgen.security.markup import staff_html

PATH = "content/pages/start.md"


def run(html):
    return Markup(staff_html(html))


def render(text, line=1):
    checked = render_staff(PATH, text, line=line)
    assert checked.diagnostics == ()
    return checked.value


def said(text):
    return [(d.span.line, d.code, d.message) for d in render_staff(PATH, text).diagnostics]


@pytest.mark.parametrize(
    ("address", "kind", "target", "anchor"),
    [
        ("partner:acme", "partner", "acme", ""),
        ("solution:big-thing#how", "solution", "big-thing", "how"),
        ("article:cloud/guide", "article", "cloud/guide", ""),
        ("page:about/team", "page", "about/team", ""),
        ("opportunity:home-spotlight", "opportunity", "home-spotlight", ""),
        ("event:summit-2026", "event", "summit-2026", ""),
    ],
)
def test_a_record_link_stands_in_the_href(address, kind, target, anchor):
    link = RecordLink(kind, target, anchor, Span(PATH, 8))
    prose = render(f"a\nb [c *d*]({address} 'e')", line=7)

    assert prose.parts == (
        run('<p>a\nb <a href="'),
        link,
        run('" title="e">c <em>d</em></a></p>\n'),
    )
    assert (prose.references, prose.links) == ((link,), ())


def test_a_record_link_without_text_takes_the_title():
    span = Span(PATH, 1)
    prose = render("a [](partner:acme) b")

    assert prose.parts == (
        run('<p>a <a href="'),
        RecordLink("partner", "acme", "", span),
        run('">'),
        RecordTitle("partner", "acme", span),
        run("</a> b</p>\n"),
    )
    assert prose.words == 3
    assert plain_text(prose) == "a acme b"
    assert plain_text(prose, lambda title: title.target.upper()) == "a ACME b"


def test_a_reference_definition_may_name_a_record():
    prose = render("[a]\n\n[a]: partner:acme")

    assert prose.references == (RecordLink("partner", "acme", "", Span(PATH, 1)),)


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("partner:", "no partner is named; write `partner:slug`"),
        ("partner:A_cme!", "`A_cme!` is not the name of a record; write `partner:slug`"),
        ("article:guide", "`guide` is not the name of a record; write `article:hub/slug`"),
        ("page:../a", "`../a` is not the name of a record; write `page:path/of/the/page`"),
    ],
)
def test_a_malformed_name_is_reported_on_its_line(address, message):
    assert said(f"a\n[b]({address})") == [(2, "prose-record-target", message)]


def test_an_unknown_kind_of_record_has_a_suggestion():
    assert said("[a](solutoin:b)") == [
        (
            1,
            "prose-record-kind",
            "no kind of record is called `solutoin`; did you mean `solution`?",
        )
    ]


@pytest.mark.parametrize(
    ("line", "embed", "named"),
    [
        ("::: partner acme", Embed("partner", "acme", (), Span(PATH, 3)), ["partner:acme"]),
        (":::solution big", Embed("solution", "big", (), Span(PATH, 3)), ["solution:big"]),
        (
            "::: article cloud/guide",
            Embed("article", "cloud/guide", (), Span(PATH, 3)),
            ["article:cloud/guide"],
        ),
        (
            '::: partners type=isv region=emea limit=6 title="Our = *ISVs*"',
            Embed(
                "partners",
                "",
                (("type", "isv"), ("region", "emea"), ("limit", "6"), ("title", "Our = *ISVs*")),
                Span(PATH, 3),
            ),
            [],
        ),
        (
            "::: solutions partner=acme",
            Embed("solutions", "", (("partner", "acme"),), Span(PATH, 3)),
            ["partner:acme"],
        ),
        (
            '::: cta label="Talk to us" href=page:contact#form',
            Embed(
                "cta", "", (("label", "Talk to us"), ("href", "page:contact#form")), Span(PATH, 3)
            ),
            ["page:contact"],
        ),
    ],
)
def test_an_embed_stands_between_blocks(line, embed, named):
    prose = render(f"a\n\n{line}\nb")

    assert prose.parts == (run("<p>a</p>\n"), embed, run("<p>b</p>\n"))
    assert [f"{link.kind}:{link.target}" for link in prose.references] == named


def test_an_embed_may_stand_in_a_container_and_in_a_list():
    prose = render("::: note\n::: partner acme\n:::\n\n- a\n\n  ::: partner zeta")

    assert [part for part in prose.parts if isinstance(part, Embed)] == [
        Embed("partner", "acme", (), Span(PATH, 2)),
        Embed("partner", "zeta", (), Span(PATH, 7)),
    ]


def test_references_are_in_the_order_of_the_text():
    text = "[a](partner:b)\n\n::: partner c\n\n[a](event:d)\n\n::: cta label=x href=page:e"

    assert [link.target for link in render(text).references] == ["b", "c", "d", "e"]


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        (
            "::: partnr acme",
            "prose-block-unknown",
            "no block is called `partnr`; did you mean `partner`?",
        ),
        (
            "::: partner",
            "prose-block-argument",
            "`partner` names nothing; write `::: partner slug`",
        ),
        (
            "::: partner a b",
            "prose-block-argument",
            "`partner` does not take `a b`; write `::: partner slug`",
        ),
        (
            "::: partners a",
            "prose-block-argument",
            "`partners` does not take `a`; write `::: partners`",
        ),
        (
            "::: partner A!",
            "prose-record-target",
            "`A!` is not the name of a record; write `partner:slug`",
        ),
        (
            "::: partners typ=isv",
            "prose-block-option",
            "`partners` has no option `typ`; did you mean `type`?",
        ),
        (
            "::: partner acme limit=2",
            "prose-block-option",
            "`partner` has no option `limit`; remove it",
        ),
        (
            "::: partners limit=0",
            "prose-block-option",
            "`limit` is `0`; give a number from 1 to 100",
        ),
        ("::: partners type=", "prose-block-option", "`type` is empty; give it a value"),
        (
            "::: partners type=a type=b",
            "prose-block-option",
            "`type` is given twice; give each option once",
        ),
        (
            "::: cta label=x",
            "prose-block-option",
            '`cta` needs `href`; write `::: cta label="…" href="…"`',
        ),
    ],
)
def test_an_embed_that_is_wrong_is_reported_with_its_form(line, code, message):
    assert said(f"a\n\n{line}") == [(3, code, message)]


def test_an_unclosed_quotation_mark_is_reported():
    codes = [code for _, code, _ in said('::: partners title="Our partners')]

    assert "prose-block-option" in codes


@pytest.mark.parametrize("href", ["javascript:x", "//a.example"])
def test_the_address_of_a_call_to_action_is_judged(href):
    checked = render_staff(PATH, f"::: cta label=x href={href}")

    assert [d.code.startswith("link-") for d in checked.diagnostics] == [True]


def test_every_embed_has_a_form():
    assert sorted(FORMS) == sorted(EMBEDS)
