"""Links and images within one block of a staff text."""

from dataclasses import field
from html import escape

from markdown_it.token import Token

from pavgen.kernel.values import dataclass
from pavgen.model.prose import Image, RecordLink, RecordTitle, SitePath
from pavgen.render.markdown.addresses import (
    anchor_address,
    is_record_address,
    local_image,
    plain_address,
    record_link,
)
from pavgen.render.markdown.notes import Notes
from pavgen.render.markdown.rules import line_of, text_of
from pavgen.render.markdown.slots import Slots
from pavgen.security.problem import quoted


@dataclass(slots=True)
class Found:
    """What one staff text names, gathered in the order of the text."""

    notes: Notes
    anchors: frozenset[str]
    slots: Slots = field(default_factory=Slots)
    references: list[RecordLink] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)


def judge_inline(inline: Token, found: Found) -> None:
    """Give links and images of one block their final addresses, or say why not."""
    kept: list[Token] = []
    children = inline.children or []
    for index, child in enumerate(children):
        kept.append(child)
        if child.type == "link_open":
            title = _link(inline, child, _is_empty(children, index), found)
            if title:
                kept.append(title)
        elif child.type == "image":
            _image(inline, child, found)
    inline.children = kept


def caption_figure(opening: Token, inline: Token, closing: Token) -> None:
    """Make a figure of a paragraph that holds one image with a title and nothing else."""
    children = inline.children or []
    if opening.hidden or len(children) != 1 or children[0].type != "image":
        return
    caption = children[0].attrs.pop("title", "")
    if caption:
        opening.tag = closing.tag = "figure"
        shown = f"<figcaption>{escape(str(caption), quote=False)}</figcaption>"
        children.append(Token("html_inline", "", 0, content=shown))


def _link(inline: Token, link: Token, empty: bool, found: Found) -> Token | None:  # noqa: FBT001 - private
    """Set the address of a link; return the token of its text where the title stands in."""
    line, address = line_of(inline, link), str(link.attrs["href"])
    record = record_link(address, line, found.notes)
    if record:
        found.references.append(record)
        link.attrs["href"] = found.slots.hold(record)
        title = RecordTitle(record.kind, record.target, record.span)
        return Token("text", "", 0, content=found.slots.hold(title)) if empty else None
    if empty:
        what = f"the link to {quoted(address)} has no text"
        found.notes.error(line, "prose-link-empty", what, "write the text in the brackets")
    if is_record_address(address):
        link.attrs["href"] = ""
    elif address.startswith("#"):
        link.attrs["href"] = anchor_address(address, found.anchors, line, found.notes)
    else:
        href = plain_address(address, line, found.notes)
        rooted = href.startswith("/")
        link.attrs["href"] = found.slots.hold(SitePath(href[1:])) if rooted else href
        found.links.extend([href] if href else [])
    return None


def _is_empty(children: list[Token], index: int) -> bool:
    for position in range(index + 1, len(children)):
        child = children[position]
        if child.type == "link_close":
            return True
        if child.type in {"image", "html_inline"} or text_of([child]).strip():
            return False
    return True


def _image(inline: Token, image: Token, found: Found) -> None:
    line, src = line_of(inline, image), str(image.attrs["src"])
    if local_image(src, line, found.notes):
        found.images.append(Image(src, found.notes.span(line)))
        image.attrs["src"] = found.slots.hold(SitePath(src.removeprefix("/")))
    else:
        image.attrs["src"] = ""
    if not text_of(image.children or []).strip():
        what = f"the image {quoted(src)} has no description"
        remedy = "say what it shows: `![description](file)`"
        found.notes.warn(line, "prose-image-alt", what, remedy)
    image.attrs["loading"] = "lazy"
    image.attrs["decoding"] = "async"
