"""Records to index, fictional."""

from pavgen.plan.pages import SearchRecord

TYPES = ("reseller", "integrator", "consultancy", "distributor", "academy")


def record(rank=0, text="Pumps that ask to be looked at.", **changes):
    values = {
        "path": f"/p{rank}/",
        "title": f"Partner {rank}",
        "line": "One thing.",
        "kind": "Partner",
        "text": text,
        "filters": (("kind", ("partner",)), ("type", (TYPES[rank % 5], TYPES[(rank + 2) % 5]))),
        "rank": rank,
    }
    return SearchRecord(**(values | changes))


def records(count):
    return [record(rank, f"Word{rank % 17} and word{rank % 5} of pumps.") for rank in range(count)]
