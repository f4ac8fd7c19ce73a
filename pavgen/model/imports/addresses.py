"""Foreign links made fit for records: `http` upgraded, each change told."""

from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity, Span
from pavgen.model.document import Scalar
from pavgen.model.imports.drafts import words
from pavgen.model.schema.kinds import shown
from pavgen.security.urls import SafeUrl, parse_link

_HTTPS = frozenset({"https"})


def secure_link(link: Scalar, field: str) -> Checked[Scalar | None]:
    """Return the link as https, or None where the link policy refuses it.

    White space around it is dropped, a missing scheme is taken for https, and `http` is
    upgraded; the latter and every refusal are warnings.
    """
    text = link.text.strip()
    scheme, mark, rest = text.partition("://")
    notes: tuple[Diagnostic, ...] = ()
    if not mark:
        text = f"https://{text}"
    elif scheme.casefold() == "http":
        text = f"https://{rest}"
        what = f"`{shown(link.text)}` is not encrypted and was imported as https"
        notes = (_note(link.span, "import-http", what, "see that the site answers there", field),)
    answer = parse_link(text, allow=_HTTPS)
    if isinstance(answer, SafeUrl):
        return Checked(words(answer.href, link.span), notes)
    refused = tuple(
        _note(link.span, problem.code, f"{problem.what} (left out)", problem.remedy, field)
        for problem in answer
    )
    return Checked(None, refused)


def _note(span: Span, code: str, what: str, remedy: str, field: str) -> Diagnostic:
    return Diagnostic(span, code, what, remedy, field, Severity.WARNING)
