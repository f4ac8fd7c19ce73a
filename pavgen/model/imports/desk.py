"""The records of an import under way: drafts judged as they are made, findings beside them."""

from dataclasses import field
from datetime import date

from pavgen.kernel.diagnostics import Diagnostic, Severity, Span
from pavgen.kernel.values import dataclass
from pavgen.model.document import Scalar
from pavgen.model.imports.addresses import secure_link
from pavgen.model.imports.admission import Setting, admit
from pavgen.model.imports.drafts import Draft
from pavgen.model.imports.existing import Existing


@dataclass(slots=True)
class Desk:
    """What every record of one import is made with; `as_of` stands for unknown dates."""

    existing: Existing
    setting: Setting
    as_of: date
    drafts: list[Draft] = field(default_factory=list)
    notes: list[Diagnostic] = field(default_factory=list)

    def admitted(self, draft: Draft) -> Draft | None:
        """Lay the draft over the file that is there and judge it; None when it cannot be."""
        checked = admit(self.existing.over(draft), self.setting)
        self.notes += checked.diagnostics
        return checked.value

    def link(self, scalar: Scalar, key: str) -> Scalar | None:
        """Return a link as https, or None, told, when it is refused."""
        checked = secure_link(scalar, key)
        self.notes += checked.diagnostics
        return checked.value

    def limit(self, name: str, otherwise: int) -> int:
        """Return a limit of the programme."""
        return self.setting.rules.limits.get(name, otherwise)

    def warn(self, span: Span, code: str, what: str, remedy: str, key: str = "") -> None:
        """Note something that was left out or changed."""
        self.notes.append(Diagnostic(span, code, what, remedy, key, Severity.WARNING))
