"""Edits of an event: who exhibits, where booths stand, what is on, and what is released."""

from random import Random

from pavgen.app.event_release import ReleaseRequest, event_release
from pavgen.files.lock import LockHeldError
from tests.incremental.tree import Data
from tests.incremental.trial import Trial

_FOLDER = "content/events/"
_LAST = ("a3", "b3")
"""Booths at the end of their rows, with room beside them."""


def session_added(trial: Trial, random: Random) -> str:
    """Add a session to the agenda."""
    number = random.randrange(60)
    data: Data = {
        "id": f"talk-{number}",
        "title": f"Talk {number}",
        "slot": random.choice(("s1", "l2", "l3", "l4", "l5", "l6")),
        "partners": [random.choice(trial.tree.slugs("partners/") or ["ada"])],
    }
    return _added(trial, random, "agenda", "sessions", data)


def session_removed(trial: Trial, random: Random) -> str:
    """Remove a session, which must be cancelled instead once it has been released."""
    return _removed(trial, random, "agenda", "sessions")


def exhibitor_added(trial: Trial, random: Random) -> str:
    """Add an exhibitor, with a booth given by hand or with wishes."""
    _, _, items = _items(trial, random, "event", "exhibitors")
    there = [item.get("partner") for item in items if isinstance(item, dict)]
    slugs = [slug for slug in trial.tree.slugs("content/standing/") if slug not in there]
    if not slugs:
        return ""
    data: dict[str, Data] = {"partner": random.choice(slugs), "package": "booth"}
    if random.random() < 0.5:
        data |= {"booth": random.choice(("a3", "b1", "b2", "b3")), "reason": "By hand."}
    else:
        data |= {"preferences": random.sample(("a3", "b1", "b2", "b3"), 2)}
    return _added(trial, random, "event", "exhibitors", data)


def exhibitor_left(trial: Trial, random: Random) -> str:
    """Let an exhibitor give up its place, or remove it."""
    if random.random() < 0.4:
        return _removed(trial, random, "event", "exhibitors")
    path, record, items = _items(trial, random, "event", "exhibitors")
    if not items:
        return ""
    at = random.randrange(len(items))
    who = items[at]
    if not isinstance(who, dict):
        return ""
    who["withdrew"] = random.choice(("2026-06-10", "2026-06-15"))
    trial.tree.put(path, record)
    return f"{path} {who.get('partner')}"


def booth_moved(trial: Trial, random: Random) -> str:
    """Move a booth by some metres; it may then stand in the way."""
    path, record, items = _items(trial, random, "floorplan", "booths")
    last = [item for item in items if isinstance(item, dict) and item.get("id") in _LAST]
    booth = random.choice(last or items) if items else None
    if not isinstance(booth, dict):
        return ""
    booth["x"] = str(random.choice((8, 8.25, 8.5, 9, 11)))
    trial.tree.put(path, record)
    return f"{path} {booth.get('id')} to {booth['x']}"


def booth_added(trial: Trial, random: Random) -> str:
    """Add a booth on the other side of an aisle."""
    number = random.randrange(3)
    data: Data = {
        "id": f"c{number}", "hall": "one", "x": "15", "y": str(4 + 2 * number),
        "width": "3", "height": "2", "kind": "in-line",
    }  # fmt: skip
    return _added(trial, random, "floorplan", "booths", data)


def booth_removed(trial: Trial, random: Random) -> str:
    """Remove a booth that somebody may have."""
    return _removed(trial, random, "floorplan", "booths")


def event_text(trial: Trial, random: Random) -> str:
    """Change what introduces the event, or remove it."""
    slug = random.choice(trial.tree.slugs(_FOLDER) or [""])
    path = f"{_FOLDER}{slug}/index.md"
    if not slug:
        return ""
    if trial.tree.has(path) and random.random() < 0.3:
        trial.tree.remove(path)
        return f"{path} removed"
    trial.tree.write(path, f"Come on day {random.randint(1, 9)}.\n\n::: partner ada\n")
    return path


def released(trial: Trial, random: Random) -> str:
    """Release the agenda as it is, if it may be."""
    slug = random.choice(trial.tree.slugs(_FOLDER) or [""])
    if not slug or len(trial.tree.paths(f"{_FOLDER}{slug}/releases.jsonl")) > 3:
        return ""
    note = f"Note {random.randrange(9)}"
    try:
        answer = event_release(ReleaseRequest(trial.tree.root, slug, note, trial.mode.day))
    except LockHeldError:
        return ""
    return f"{slug} {'done' if answer.ok and answer.value.release else 'refused'}"


def unreleased(trial: Trial, random: Random) -> str:
    """Forget all releases."""
    paths = trial.tree.paths(_FOLDER, "/releases.jsonl")
    if not paths:
        return ""
    path = random.choice(paths)
    trial.tree.remove(path)
    return path


def _items(
    trial: Trial, random: Random, file: str, key: str
) -> tuple[str, dict[str, Data], list[Data]]:
    path = random.choice(trial.tree.paths(_FOLDER, f"/{file}.yaml") or [""])
    record = trial.tree.record(path) if path else None
    items = (record or {}).get(key)
    return path, record or {}, items if isinstance(items, list) else []


def _added(trial: Trial, random: Random, file: str, key: str, item: Data) -> str:
    path, record, items = _items(trial, random, file, key)
    if not record or len(items) > 12:
        return ""
    trial.tree.put(path, {**record, key: [*items, item]})
    return f"{path} {item}"


def _removed(trial: Trial, random: Random, file: str, key: str) -> str:
    path, record, items = _items(trial, random, file, key)
    if len(items) < 2:
        return ""
    gone = items.pop(random.randrange(len(items)))
    trial.tree.put(path, record)
    return f"{path} {gone}"


EDITS = {
    "session-added": (3, session_added),
    "session-removed": (1, session_removed),
    "exhibitor-added": (3, exhibitor_added),
    "exhibitor-left": (2, exhibitor_left),
    "booth-moved": (2, booth_moved),
    "booth-added": (2, booth_added),
    "booth-removed": (1, booth_removed),
    "event-text": (2, event_text),
    "agenda-released": (2, released),
    "agenda-unreleased": (1, unreleased),
}
