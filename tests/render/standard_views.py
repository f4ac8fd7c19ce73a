"""A view for each template of the standard theme, with the names that break layouts."""

from dataclasses import replace
from datetime import date

from pavgen.plan.charts import Cell, Measured, band_chart, bar_chart, grid_chart
from pavgen.plan.views import (
    AccountView,
    ActionPart,
    ArticleCard,
    ArticleList,
    ArticlesPart,
    ArticleText,
    CellView,
    CertificateView,
    ChangeView,
    ColourRow,
    ContactView,
    DesignPage,
    DirectoryHome,
    FacetIndex,
    FacetValue,
    FacetView,
    FairnessHome,
    FairnessOpportunity,
    FairnessPartner,
    FreePage,
    GridRow,
    HeadingView,
    HtmlPart,
    LinkView,
    LogoRow,
    LogoView,
    MarkView,
    MetricRow,
    NotFound,
    OfficeView,
    OpportunityLine,
    OutcomeView,
    PagerView,
    PartnerAccount,
    PartnerCard,
    PartnerList,
    PartnerPlace,
    PartnersPart,
    PeriodView,
    PinView,
    PlaceRow,
    Profile,
    Proposition,
    ProseView,
    RecordView,
    Redirect,
    ReferenceView,
    RoleView,
    SeekView,
    SolutionCard,
    SolutionList,
    SolutionsPart,
    SolutionStory,
    SourceView,
    SpreadRow,
    StandingRow,
    SurfaceView,
    TextPart,
    TurnRow,
    VerifyBox,
    WaiverView,
    WeightRow,
)
from pavgen.plan.views.draw import DrawItem, DrawName, DrawSum, DrawTurn, FairnessDraw
from pavgen.security.markup import staff_html

DAY = date(2026, 11, 21)
NAMES = (
    "Nordwind Systems",
    "Kessel Run Logistics Software Gesellschaft für angewandte Informatik mbH",
    "株式会社アオゾラ技研",
    "شركة الأفق للحلول الرقمية",
    "<script>alert(1)</script>",
)
LOGO = LogoView("/assets/p/a.png", 240, 80, (SourceView("image/webp", "/assets/p/a.webp 240w"),))


def card(index: int) -> PartnerCard:
    """Return a partner; every other one has no logo, every fourth one for dark pages."""
    return PartnerCard(
        slug=f"partner-{index}",
        name=NAMES[index % len(NAMES)],
        initials="NS",
        href="" if index % 7 == 6 else f"/partners/partner-{index}/",
        tagline="Runs private clouds" if index % 3 else "",
        tier="select",
        tier_label="Select",
        types=("Integrator",),
        regions=("Nordics",),
        logo=LOGO if index % 2 else None,
        logo_dark=LOGO if index % 4 == 1 else None,
        position=index + 1,
        why="Next in turn." if index == 0 else "",
        why_href="/fair/partners/a/" if index == 0 else "",
        mark=(MarkView("Sponsored", sponsored=True), MarkView("Pinned", until=DAY), MarkView())[
            min(index, 2)
        ],
    )


def surface(size: int, title: str = "") -> SurfaceView:
    """Return the first `size` partners of forty-one."""
    cards = tuple(card(index) for index in range(size))
    return SurfaceView(
        opportunity="directory-list",
        title=title,
        cards=cards,
        total=41,
        first=min(size, 1),
        last=size,
        period="2026-Q4",
        until=date(2026, 12, 31),
        rule="by name",
        data_href="/d.json",
        why_href="/fair/directory-list/",
    )


def links(*labels: str) -> tuple[LinkView, ...]:
    """Return links with these labels."""
    return tuple(LinkView(label, f"/{label.lower()}/") for label in labels)


def pager(number: int, count: int) -> PagerView:
    """Return page `number` of `count`."""
    pages = tuple(LinkView(str(n), f"/p/{n}/", n == number) for n in range(1, count + 1))
    before, after = ("/p/1/" if number > 1 else ""), ("/p/9/" if number < count else "")
    return PagerView(number, count, before, after, pages)


FACET = FacetView(
    "region",
    "Region",
    "/regions/",
    tuple(FacetValue(f"Region {n}", f"/r/{n}/" if n else "", n, n % 3) for n in range(12)),
)
SOLUTION = SolutionCard(
    "port",
    "A port that closes",
    "/s/port/",
    "One picture.",
    "Port of Vessby",
    OutcomeView("−38 %", "idle hours"),
    surface(3),
    ("Freight",),
)
ARTICLE = ArticleCard(
    "Seven questions", "/h/a/", "Ask them.", "Ines", "Nordwind Systems", DAY, 6, ("Buying",)
)
PROSE = ProseView(
    (
        HtmlPart(
            staff_html('<h2 id="s-a">A</h2><h2 id="s-b">B</h2><h3 id="s-c">C</h3><p><a href="')
        ),
        TextPart("/a/?b=1&c=2"),
        HtmlPart(staff_html('">here</a></p>')),
        PartnersPart("Who", surface(3)),
        SolutionsPart("What", (SOLUTION,)),
        ArticlesPart("More", (ARTICLE,)),
        ActionPart("Go", "/go/", "On"),
    ),
    tuple(HeadingView(2, text, f"s-{text.lower()}") for text in "ABC"),
)
PROFILE = Profile(
    card=card(1),
    legal_name="Kessel Run mbH",
    website="https://kessel.example/",
    website_label="kessel.example",
    about=PROSE,
    types=links("Integrator"),
    areas=links("Backup", "Identity"),
    regions=links("Nordics"),
    industries=links("Health"),
    segments=links("Enterprises"),
    tier=LinkView("Select", "/t/select/"),
    languages=("German",),
    size="51–200",
    founded=2009,
    joined=DAY,
    certificates=(CertificateView("Operations", "Aurora", DAY), CertificateView("ISO", "", None)),
    offices=(OfficeView("Hamburg", "DE", main=True), OfficeView("Oslo", "NO", main=False)),
    contacts=(ContactView("sales", "Sales", "mailto:a@kessel.example", "a@kessel.example"),),
    links=links("Status"),
    offers=("Rooms for training",),
    seeks=(SeekView(("ISV",), ("Analytics",), ("DACH",), "A note"),),
    solutions=(SOLUTION,),
    articles=(ARTICLE,),
    works_with=surface(2, "Works with"),
    references=(ReferenceView(card(2), "They answered.", "The port"),),
    reviewed=DAY,
    stale=True,
    rel="nofollow ugc noopener",
)
BARE = Profile(
    card(2), "", "", "", ProseView(), (), (), (), (), (), LinkView("", ""), (), "", None, DAY, (), (),
    (), (), (), (), (), (), None, (), None, stale=False, rel="nofollow",
)  # fmt: skip

WEEKS = tuple(f"2026-W{n}" for n in range(20, 24))
PERIOD = PeriodView("2026-W23", DAY, DAY, DAY, recorded=True)
BOX = VerifyBox(
    "main",
    "All partners",
    "/fairness/ledger/main.jsonl",
    "ab" * 32,
    ("p-1", "p-2"),
    "verify it",
    "tail",
)
CONTACT = LinkView("ask@example.org", "mailto:ask@example.org")
ACCOUNT = AccountView(
    periods=4,
    first=WEEKS[0],
    last=WEEKS[-1],
    rows=tuple(
        StandingRow(
            name, "/fair/partners/a/", 4, 2, 2_000_000, 2_100_000 - n, -500_000 if n else None
        )
        for n, name in enumerate(NAMES)
    ),
    spread=tuple(SpreadRow(week, -9, -3, 0, 3, 1_250_000) for week in WEEKS),
    grid=(
        GridRow(
            NAMES[1],
            "",
            (
                CellView(1, pinned=True),
                CellView(None, pinned=False),
                CellView(0, pinned=False),
                CellView(4, pinned=False),
            ),
        ),
    ),
    columns=WEEKS,
    bars=bar_chart([Measured(name, 5, 4) for name in NAMES], most=4),
    band=band_chart(WEEKS, [[-1, 0, 2_000_000]] * 4),
    squares=grid_chart([(NAMES[1], [Cell(1), None, Cell(0), Cell(2, pinned=True)])], WEEKS),
    metrics=(MetricRow("Envy", 760_000, 2, "places", "how many"),),
    keeps_accounts=True,
    promises_shares=False,
    seats=False,
)
OPPORTUNITY = FairnessOpportunity(
    title="All partners", objective="Help.", audience="Everyone.", rationale="Because.",
    rule="in turns", period=PERIOD, shown=3, of=5, open_slots=1, changed=True, conflict=True,
    eligible=("Any",), how=("So.",), ties=("A ticket.",), promise="Even.", scores=(("Near", 3),),
    weights=(WeightRow("Gold", 3, 2, 20_000_000, 1_250_000), WeightRow("Base", 1, 6, 60_000_000, 870_000)),
    shown_all=True, indifferent=("its name",), payment=("None.",), constraints=("Apart.",),
    others=links("More"),
    order=(PlaceRow(NAMES[4], "/fair/partners/a/", 1, waits=False, mark="Sponsored"),
           PlaceRow(NAMES[2], "", 2, waits=True, mark="")),
    account=ACCOUNT, pins=(PinView("Alder", "", 1, DAY, DAY, "Our host.", "Ida", "Sponsored"),),
    waivers=(WaiverView("2026-W22", "", "", 0), WaiverView("2026-W22", "Apart.", "Alder", 3)),
    records=(RecordView("2026-W23", 2, late=True, digest="cd" * 32),), box=BOX,
    files=links("Ledger"), version=2, contact=CONTACT,
)  # fmt: skip
DRAW = FairnessDraw(
    title="Booths", objective="Choose.", audience="Exhibitors.", rationale="Because.",
    rule="in turn", event=LinkView("Fair", "/fair/"), period=PERIOD, is_held=True, changed=True,
    conflict=True, items=12, weights=(("booth a1, booth a2", 3),), partners=9, how=("So.",),
    ladder=("Package.", "Points."), ties=("A ticket.",), promise="True wishes.", eligible=("Any",),
    indifferent=("its name",), payment=("Package.",), constraints=("Apart.",),
    sums=(DrawSum(3, "got the first wish"), DrawSum(1, "got the best of the rest")),
    turns=(
        DrawTurn(1, NAMES[4], "/fair/partners/a/", "booth a1", "its first wish", (), ""),
        DrawTurn(2, NAMES[2], "", "pod p1 (Morning)", "its wish 3 of 3", ("Taken.", "Beside."), "given up since"),
        DrawTurn(3, "", "", "booth a3", "the best that was left", ("Taken.",), ""),
    ),
    waiting=(DrawName(NAMES[1], "/b/", "in the queue for 1"), DrawName("", "", "")),
    vacant=(DrawItem("booth a2", None, "", tuple(DrawName(name, "", "") for name in NAMES[:4])),
            DrawItem("booth a9", None, "", ())),
    offers=(DrawItem("booth a4", DAY, "", (DrawName(NAMES[1], "/b/", "declined"), DrawName(NAMES[4], "", "took it"))),),
    by_hand=(DrawItem("booth a5", None, "Our host.", (DrawName(NAMES[3], "/c/", ""),)),
             DrawItem("booth a6", None, "", (DrawName("", "", ""),))),
    records=(), box=BOX, files=links("Ledger"), version=2, contact=CONTACT,
)  # fmt: skip
TURN = TurnRow("2026-W23", "2026-w23", 3, 9, 2, 300_000, 500_000, -200_000, pinned=True)
PARTNER = FairnessPartner(
    title="Where it stands", name=NAMES[1], id="p-1", profile="/a/",
    places=(
        PartnerPlace("All", "/fair/all/", 3, 9, waits=False, period=PERIOD, mark="Pinned", steps=("Third.", "Owed.")),
        PartnerPlace("Row", "/fair/row/", 4, 9, waits=True, period=PERIOD, mark="", steps=("Waits.", "Soon.")),
        PartnerPlace("Gold", "/fair/gold/", 0, 9, waits=False, period=PERIOD, mark="", steps=("No.", "Base.")),
        PartnerPlace("Booths", "/fair/booths/", 2, 9, waits=False, period=PERIOD, mark="", steps=("Has a1.", "In turn 2."), has="booth a1"),
    ),
    accounts=(
        PartnerAccount("All", "account-main", (TURN,), 300_000, 500_000,
                       band_chart(WEEKS, [[0, 1]] * 4, [0, None, 5, 9]), promises_shares=True, seats=True,
                       coming=(("2026-W24", 2), ("2026-W25", 0))),
    ),
    contact=None,
)  # fmt: skip

VIEWS: dict[str, tuple[str, object]] = {
    "home": (
        "directory/home.html",
        DirectoryHome(
            "Find a partner", PROSE, surface(4, "In turn"), (FACET,), 41, 17,
            LinkView("All partners", "/p/"), links("Resellers"), (SOLUTION,), (ARTICLE,),
        ),
    ),
    "list": (
        "directory/list.html",
        PartnerList(
            "Integrators", "They build.", surface(24), pager(5, 14), (FACET,), (FACET,),
            LinkView("For integrators", "/join/"),
        ),
    ),
    "list-of-one": (
        "directory/list.html", PartnerList("One", "", surface(1), pager(1, 1), (), ())
    ),
    "list-of-none": (
        "directory/list.html", PartnerList("None", "", surface(0), pager(1, 1), (FACET,), ())
    ),
    "list-of-many": (
        "directory/list.html", PartnerList("All", "", surface(300), pager(1, 3), (FACET,), ())
    ),
    "facet": ("directory/facet.html", FacetIndex("Regions", FACET)),
    "profile": ("directory/profile.html", PROFILE),
    "profile-bare": ("directory/profile.html", BARE),
    "proposition": (
        "directory/proposition.html",
        Proposition("For integrators", "More.", PROSE, surface(3, "Who"), LinkView("All", "/p/")),
    ),
    "solutions": (
        "showcase/list.html",
        SolutionList("Solutions", "Done.", PROSE, (SOLUTION,), 1, pager(1, 1), (FACET,)),
    ),
    "solutions-none": (
        "showcase/list.html", SolutionList("None", "", ProseView(), (), 0, pager(1, 1), ())
    ),
    "solution": (
        "showcase/solution.html",
        SolutionStory(
            SOLUTION, tuple(RoleView(card(n), f"Role {n}") for n in range(3)), PROSE,
            (OutcomeView("11 h", "lost"),), links("Freight"), links("Planning"), links("Large"),
            ("Core",), DAY, (SOLUTION,),
        ),
    ),
    "solution-facet": ("showcase/facet.html", FacetIndex("Industries", FACET)),
    "hub": (
        "hub/list.html",
        ArticleList(
            "Knowledge", "Read.", PROSE, (ARTICLE,), pager(2, 2), links("Buying"), links("Steps"),
            links("Ines"),
        ),
    ),
    "series": (
        "hub/list.html",
        ArticleList("Steps", "", ProseView(), (ARTICLE,), pager(1, 1), (), (), numbered=True),
    ),
    "hub-none": ("hub/list.html", ArticleList("None", "", ProseView(), (), pager(1, 1), (), ())),
    "article": (
        "hub/article.html",
        ArticleText(
            ARTICLE, PROSE, "/assets/m/a.png", LinkView("Ines", "/h/by/ines/"), card(0), surface(2, "Named"), links("Buying"),
            LinkView("Steps", "/steps/"), links("One", "Two"), (ARTICLE,), DAY, "published",
        ),
    ),
    "page": ("pages/page.html", FreePage("About", "Who we are.", PROSE, contents=True)),
    "design": (
        "pages/design.html",
        DesignPage(
            "Design", "Figures.", surface(3),
            (LogoRow(card(1), 24, 120, 30, "own"), LogoRow(card(3), 0, 0, 0, "plate")),
            (ColourRow("ink", "#151c1f", "#edf2f1", "15.9", "13.0", "4.5", is_enough=True),
             ColourRow("link", "#ffe600", "#ffe600", "1.2", "12.0", "4.5", is_enough=False)),
        ),
    ),
    "fairness": (
        "fairness/home.html",
        FairnessHome(
            "How we place partners", "By rules.", PROSE,
            (OpportunityLine("All", "/fair/all/", "Help.", "in turns", ("Any",), PERIOD, 3, 5),),
            ("One order.",), ("None.",), links("Alder"), 2, DAY, (ChangeView(2, DAY, "Turns."),),
            (BOX,), links("Ledger"), CONTACT,
        ),
    ),
    "opportunity": ("fairness/opportunity.html", OPPORTUNITY),
    "opportunity-new": (
        "fairness/opportunity.html",
        replace(
            OPPORTUNITY, account=None, pins=(), waivers=(), records=(), weights=(), contact=None,
            box=VerifyBox("main", "All", "", "", (), "", ""),
        ),
    ),
    "draw": ("fairness/draw.html", DRAW),
    "draw-new": (
        "fairness/draw.html",
        replace(
            DRAW, event=LinkView("", ""), is_held=False, ladder=(), constraints=(), sums=(),
            turns=(), waiting=(), vacant=(), offers=(), by_hand=(), contact=None,
            box=VerifyBox("main", "All", "", "", (), "", ""),
        ),
    ),
    "account": ("fairness/partner.html", PARTNER),
    "account-new": ("fairness/partner.html", replace(PARTNER, accounts=())),
    "lost": ("errors/404.html", NotFound("There is no page here", links("Home"))),
    "moved": ("errors/redirect.html", Redirect("This page has moved", "/new/")),
}  # fmt: skip
