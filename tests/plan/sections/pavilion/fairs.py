"""The small event of `tests/events.py` as a section, planned."""

from tests.events import AGENDA, EVENT, FLOORPLAN, event
from tests.plan.projects import DAY, files_of, partner, planned, site

MAIN = site(["kind: directory, path: /", "kind: pavilion, path: /fair/, event: fair"])
CROWD = {
    "ada": "solution_areas: [data]\nindustries: [energy]\n",
    "bob": "print_name: Bob & Sons\nsolution_areas: [lake]\n",
    "cat": "",
    "dot": "",
}


def fair(root, *, main=EVENT, plan=FLOORPLAN, agenda=AGENDA, standing=None, day=DAY):
    """Plan the fair; `standing` has further lines of a partner's standing, by slug."""
    crowd = [partner(slug, text, (standing or {}).get(slug, "")) for slug, text in CROWD.items()]
    files = files_of(*crowd, event(main=main, plan=plan, agenda=agenda), main=MAIN)
    return planned(root, files, day=day)
