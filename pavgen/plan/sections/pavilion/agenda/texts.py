"""Plain texts of an agenda as paragraphs."""


def paragraphs(text: str) -> tuple[str, ...]:
    """Return a paragraph for each line that holds words; YAML's folded texts end lines so."""
    return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())
