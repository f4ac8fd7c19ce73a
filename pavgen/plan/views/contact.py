"""Ways to act: forms that work on a site's host, and the page that thanks for what was sent."""

from pavgen.kernel.values import dataclass
from pavgen.plan.views.page import LinkView


@dataclass(frozen=True, slots=True)
class FormView:
    """A form: where it is sent, under which name, and the fields nobody sees.

    `is_netlify` says that the host is Netlify, which wants to be told so by attributes;
    `receiver` is who gets the message, as a visitor knows it.
    """

    name: str
    action: str
    is_netlify: bool
    hidden: tuple[tuple[str, str], ...]
    receiver: str


@dataclass(frozen=True, slots=True)
class Thanks:
    """The page a visitor comes to after a form was sent."""

    title: str
    ways: tuple[LinkView, ...]
