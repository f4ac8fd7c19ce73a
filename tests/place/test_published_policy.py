from dataclasses import replace
from datetime import date
from typing import Any

from pavgen.kernel.canonical import canonical_json
from pavgen.model.conditions import Among
from pavgen.model.records.policy import Change, EventSpan, FixedOrder, Group, Pin, Score, Sponsor
from pavgen.place.published_policy import published_policy
from tests.place.programmes import opportunity, partner, programme

DAY = date(2026, 11, 2)


def test_policy_is_published_with_everything_that_decides_and_is_canonical_json():
    made = programme(
        [partner("ada")],
        groups={
            "main": Group(
                strategy="relevance",
                then="main",
                scores=(Score(when=Among("tier", ("gold",)), score=2, label="gold"),),
                fixed=FixedOrder(partners=("ada",), reason="r", until=DAY, reasons=(("ada", "x"),)),
                event=EventSpan(id="summit", from_=DAY, until=DAY),
                packages=("big",),
                sponsors=(Sponsor(partner="ada", package="big", from_=DAY, until=DAY),),
            )
        },
        opportunities={
            "all": opportunity(
                pins=(Pin(partner="ada", slot=1, from_=DAY, until=DAY, reason="r", by="b"),)
            )
        },
    )
    changes = (Change(version=1, announced=DAY, what="began"),)
    policy = replace(made.policy, announced=DAY, contact="mailto:x@example.org", changes=changes)
    told: Any = published_policy(replace(made, policy=policy))
    group = told["groups"]["main"]
    assert canonical_json(told)
    assert (told["version"], told["announced"]) == (1, "2026-11-02")
    assert group["scores"] == [{"when": "tier is gold", "score": 2, "label": "gold"}]
    assert group["fixed"]["reasons"] == {"ada": "x"}
    assert group["event"] == {"id": "summit", "from": "2026-11-02", "until": "2026-11-02"}
    assert group["sponsors"][0]["package"] == "big"
    assert told["opportunities"]["all"]["pins"][0]["by"] == "b"
    assert told["changes"] == [{"version": 1, "announced": "2026-11-02", "what": "began"}]
