"""What templates see: flat frozen values, and nothing else.

A view holds plain text, numbers, dates, links of this site and finished markup. Texts in
the site's language come from the theme's strings; a template adds only its own headings.
"""

from pavgen.plan.views.cards import (
    ArticleCard,
    LogoView,
    OutcomeView,
    PartnerCard,
    SolutionCard,
    SourceView,
    SurfaceView,
)
from pavgen.plan.views.design import ColourRow, DesignPage, LogoRow
from pavgen.plan.views.directory import (
    CertificateView,
    ContactView,
    DirectoryHome,
    OfficeView,
    PartnerList,
    Profile,
    Proposition,
    ReferenceView,
    SeekView,
)
from pavgen.plan.views.embed import EmbedChoice, EmbedGroup, EmbedList, EmbedMaker
from pavgen.plan.views.finding import ComparePage, SearchPage
from pavgen.plan.views.hub import ArticleList, ArticleText, FreePage
from pavgen.plan.views.page import (
    FacetIndex,
    FacetValue,
    FacetView,
    FeedLink,
    LinkView,
    NotFound,
    PagerView,
    PageView,
    Redirect,
    ShellView,
)
from pavgen.plan.views.prose import (
    ActionPart,
    ArticlesPart,
    HeadingView,
    HtmlPart,
    PartnersPart,
    ProsePart,
    ProseView,
    SolutionsPart,
    TextPart,
)
from pavgen.plan.views.showcase import RoleView, SolutionList, SolutionStory

__all__ = [
    "ActionPart",
    "ArticleCard",
    "ArticleList",
    "ArticleText",
    "ArticlesPart",
    "CertificateView",
    "ColourRow",
    "ComparePage",
    "ContactView",
    "DesignPage",
    "DirectoryHome",
    "EmbedChoice",
    "EmbedGroup",
    "EmbedList",
    "EmbedMaker",
    "FacetIndex",
    "FacetValue",
    "FacetView",
    "FeedLink",
    "FreePage",
    "HeadingView",
    "HtmlPart",
    "LinkView",
    "LogoRow",
    "LogoView",
    "NotFound",
    "OfficeView",
    "OutcomeView",
    "PageView",
    "PagerView",
    "PartnerCard",
    "PartnerList",
    "PartnersPart",
    "Profile",
    "Proposition",
    "ProsePart",
    "ProseView",
    "Redirect",
    "ReferenceView",
    "RoleView",
    "SearchPage",
    "SeekView",
    "ShellView",
    "SolutionCard",
    "SolutionList",
    "SolutionStory",
    "SolutionsPart",
    "SourceView",
    "SurfaceView",
    "TextPart",
]
