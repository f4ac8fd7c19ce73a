"""Which of the dated records a build shows."""

from datetime import date

from pavgen.kernel.values import dataclass


@dataclass(frozen=True, slots=True)
class Showing:
    """Which dated records are shown: those of `as_of`, and on request drafts and future ones."""

    as_of: date
    drafts: bool = False
    future: bool = False

    @property
    def preview(self) -> date | None:
        """The day on which partners still to be admitted are shown as if they were, or None."""
        return self.as_of if self.drafts else None

    def shows(self, status: str, published: date | None, expires: date | None) -> bool:
        """Say whether a record of this status and these dates is shown."""
        if status != "published" and not self.drafts:
            return False
        if expires is not None and expires < self.as_of:
            return False
        if published is None:
            return True
        return published <= self.as_of or self.future
