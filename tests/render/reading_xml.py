"""XML of ours, read by a parser that knows nothing of us."""

from xml.etree.ElementTree import Element, fromstring


def read_xml(data: bytes) -> Element:
    """Parse a document, or fail as any strict reader would."""
    return fromstring(data)  # noqa: S314 - the document is our own
