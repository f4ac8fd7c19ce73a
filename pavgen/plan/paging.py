"""Long lists in pages: where each page is, and the links between them."""

from collections.abc import Iterator

from pavgen.kernel.values import dataclass
from pavgen.plan.views import LinkView, PagerView


@dataclass(frozen=True, slots=True)
class Slice:
    """A page of a list: its number and path, and the items it holds, counted from 1."""

    number: int
    path: str
    first: int
    last: int
    pager: PagerView


def slices(root: str, total: int, per_page: int) -> Iterator[Slice]:
    """Yield the pages of a list of `total` items; an empty list has one empty page."""
    count = max(1, -(-total // per_page))
    paths = [root if number == 1 else f"{root}page/{number}/" for number in range(1, count + 1)]
    links = tuple(LinkView(str(number), path) for number, path in enumerate(paths, 1))
    for number, path in enumerate(paths, 1):
        here = LinkView(str(number), path, current=True)
        first = (number - 1) * per_page + 1
        pager = PagerView(
            number=number,
            count=count,
            previous=paths[number - 2] if number > 1 else "",
            next=paths[number] if number < count else "",
            pages=(*links[: number - 1], here, *links[number:]),
        )
        yield Slice(number, path, first, min(total, number * per_page), pager)
