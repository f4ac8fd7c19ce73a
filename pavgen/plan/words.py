"""The words of a site's interface: strings of a theme in one language, filled in."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from pavgen.kernel.diagnostics import DefectError
from pavgen.kernel.values import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The strings of one language.

    `plural` gives the plural category of a number (`one`, `few`, `other` …), `number` how the
    language writes it, `country` what it calls a country by its ISO code, `day` how it writes a
    day; all come from outside because this layer knows no language.
    """

    locale: str
    strings: Mapping[str, str]
    plural: Callable[[int], str]
    number: Callable[[int], str] = str
    country: Callable[[str], str] = str
    day: Callable[[date], str] = date.isoformat

    def say(self, key: str, **values: str | int) -> str:
        """Return the text of `key` with each `{name}` replaced by its value, as plain text.

        With a number `n` the text is `key.one`, `key.few` … by the language's plural category,
        else `key.other`, else `key`. Raises DefectError for a key or a value that is not there.
        """
        text = self._text(key, values.get("n"))
        if "{" not in text:
            return text
        return _PLACE.sub(lambda found: self._value(key, found[1], values), text)

    def knows(self, key: str) -> bool:
        """Say whether `say(key)` has a text, with or without a number."""
        return key in self.strings or f"{key}.other" in self.strings

    def beginning(self, start: str) -> dict[str, str]:
        """Return every text whose key begins with `start`, in all plural forms."""
        return {key: text for key, text in self.strings.items() if key.startswith(start)}

    def asks(self) -> dict[str, frozenset[str]]:
        """Return, by key, every `{name}` that its texts ask for, in all plural forms."""
        found: dict[str, set[str]] = {}
        for name, text in self.strings.items():
            for key in {name, name.rpartition(".")[0]}:
                found.setdefault(key, set()).update(_PLACE.findall(text))
        return {key: frozenset(names) for key, names in found.items()}

    def _text(self, key: str, n: str | int | None) -> str:
        counted = (f"{key}.{self.plural(n)}", f"{key}.other") if isinstance(n, int) else ()
        for name in (*counted, key, f"{key}.other"):
            if name in self.strings:
                return self.strings[name]
        raise DefectError(f"the theme has no string `{key}` in `{self.locale}`")

    def _value(self, key: str, name: str, values: Mapping[str, str | int]) -> str:
        if name not in values:
            raise DefectError(f"the string `{key}` needs a value for `{name}`")
        value = values[name]
        return self.number(value) if name == "n" and isinstance(value, int) else str(value)


_PLACE = re.compile(r"\{([a-z_]+)\}")
