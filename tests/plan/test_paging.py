from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.plan.paging import Slice, slices
from pavgen.plan.views import LinkView, PagerView


def test_list_of_five_items_two_on_a_page_has_three_pages():
    pages = [("1", "/all/"), ("2", "/all/page/2/"), ("3", "/all/page/3/")]

    def links(current):
        return tuple(LinkView(label, href, label == current) for label, href in pages)

    assert list(slices("/all/", 5, 2)) == [
        Slice(1, "/all/", 1, 2, PagerView(1, 3, "", "/all/page/2/", links("1"))),
        Slice(2, "/all/page/2/", 3, 4, PagerView(2, 3, "/all/", "/all/page/3/", links("2"))),
        Slice(3, "/all/page/3/", 5, 5, PagerView(3, 3, "/all/page/2/", "", links("3"))),
    ]


def test_empty_list_has_one_empty_page():
    assert list(slices("/all/", 0, 10)) == [
        Slice(1, "/all/", 1, 0, PagerView(1, 1, "", "", (LinkView("1", "/all/", current=True),)))
    ]


def test_full_page_has_no_empty_page_after_it():
    assert [(s.first, s.last) for s in slices("/", 12, 6)] == [(1, 6), (7, 12)]


@settings(deadline=None)
@given(st.integers(0, 200), st.integers(1, 60))
def test_pages_hold_each_item_once_in_order(total, per_page):
    held = [n for part in slices("/x/", total, per_page) for n in range(part.first, part.last + 1)]

    assert held == list(range(1, total + 1))
