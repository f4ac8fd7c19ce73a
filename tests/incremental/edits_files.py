"""Edits of files as such: media and logos, swaps, times that lie, and going back."""

import os
from random import Random

from tests.incremental.projects import drawing, picture
from tests.incremental.trial import Trial

_MEDIA = "content/media/"


def media_replaced(trial: Trial, random: Random) -> str:
    """Put other bytes under a name that is in use."""
    path = random.choice(trial.tree.paths(_MEDIA) or [""])
    if not path:
        return ""
    trial.tree.write(path, drawing(_colour(random), random.randint(20, 80)))
    return path


def media_added(trial: Trial, random: Random) -> str:
    """Add a picture nobody uses yet."""
    path = f"{_MEDIA}more-{random.randrange(5)}.svg"
    trial.tree.write(path, drawing(_colour(random)))
    return path


def media_moved(trial: Trial, random: Random) -> str:
    """Give a picture another name; what shows it may break."""
    path = random.choice(trial.tree.paths(_MEDIA) or [""])
    if not path:
        return ""
    to = path.replace(".svg", "-b.svg") if len(path) < 40 else f"{_MEDIA}one.svg"
    if trial.tree.has(to):
        return ""
    trial.tree.move(path, to)
    return f"{path} to {to}"


def media_removed(trial: Trial, random: Random) -> str:
    """Remove a picture; what shows it may break."""
    path = random.choice(trial.tree.paths(_MEDIA) or [""])
    if not path:
        return ""
    trial.tree.remove(path)
    return path


def logo_replaced(trial: Trial, random: Random) -> str:
    """Put other bytes under a logo's name."""
    path = random.choice(_logos(trial) or [""])
    if not path:
        return ""
    is_drawing = path.endswith(".svg")
    width = random.randint(20, 90)
    made = drawing(_colour(random), width) if is_drawing else picture(width * 2, width)
    trial.tree.write(path, made)
    return f"{path} {width}"


def logo_of_another_kind(trial: Trial, random: Random) -> str:
    """Give a partner a picture for a drawing or a drawing for a picture, and say so or not."""
    slug = random.choice(trial.tree.slugs("partners/") or [""])
    path = f"partners/{slug}/listing.yaml"
    listing = trial.tree.record(path) if slug and trial.tree.has(path) else None
    if listing is None:
        return ""
    old = f"partners/{slug}/{listing.get('logo', '')}"
    new = "logo.png" if old.endswith(".svg") else "logo.svg"
    if (trial.tree.root / old).is_file() and random.random() < 0.8:
        trial.tree.remove(old)
    made = drawing(_colour(random)) if new == "logo.svg" else picture(random.randrange(250))
    trial.tree.write(f"partners/{slug}/{new}", made)
    trial.tree.put(path, {**listing, "logo": new})
    return f"{old} to {new}"


def dark_logo(trial: Trial, random: Random) -> str:
    """Give a partner a logo for dark ground, or take it away."""
    slug = random.choice(trial.tree.slugs("partners/") or [""])
    path, dark = f"partners/{slug}/listing.yaml", f"partners/{slug}/logo-dark.svg"
    listing = trial.tree.record(path) if slug and trial.tree.has(path) else None
    if listing is None or "logo" not in listing:
        return ""
    if listing.pop("logo_dark", None):
        trial.tree.remove(dark) if trial.tree.has(dark) else None
    else:
        listing["logo_dark"] = "logo-dark.svg"
        trial.tree.write(dark, drawing("#eeeeee", random.randint(20, 80)))
    trial.tree.put(path, listing)
    return dark


def logo_spoilt(trial: Trial, random: Random) -> str:
    """Save something under a logo's name that is no logo."""
    path = random.choice(_logos(trial) or [""])
    if not path:
        return ""
    wrong = (b"", b"GIF89a", b"<svg><script>1</script></svg>", picture()[:60], drawing()[:-9])
    data = random.choice(wrong)
    trial.tree.write(path, data)
    return f"{path} {data[:12]!r}"


def touched(trial: Trial, random: Random) -> str:
    """Give files new times and leave their bytes."""
    paths = random.sample(trial.tree.paths(), 5)
    for path in paths:
        when = random.choice((0, 2_000_000_000, 4_000_000_000))
        os.utime(trial.tree.root / path, (when, when))
    return ", ".join(paths)


def changed_in_secret(trial: Trial, random: Random) -> str:
    """Change bytes and keep length and time."""
    path = random.choice(trial.tree.paths("", ".yaml") + trial.tree.paths("", ".md"))
    file = trial.tree.root / path
    before, data = file.stat(), file.read_bytes()
    letters = [at for at, byte in enumerate(data) if chr(byte).islower()]
    if not letters:
        return ""
    at = random.choice(letters)
    file.write_bytes(data[:at] + bytes([random.choice(b"aeiou")]) + data[at + 1 :])
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    return f"{path} at {at}"


def swapped(trial: Trial, random: Random) -> str:
    """Exchange what stands in two files of one kind."""
    ends = ("/listing.yaml", "/about.md", ".svg", ".html", ".css", ".yaml", ".md")
    paths = trial.tree.paths("", random.choice(ends))
    if len(paths) < 2:
        return ""
    one, two = random.sample(paths, 2)
    data = trial.tree.read(one)
    trial.tree.write(one, trial.tree.read(two))
    trial.tree.write(two, data)
    return f"{one} and {two}"


def copied(trial: Trial, random: Random) -> str:
    """Put what stands in one file into another of its kind, so that both are the same."""
    paths = trial.tree.paths("", random.choice(("/about.md", ".svg", ".css", "/listing.yaml")))
    if len(paths) < 2:
        return ""
    one, two = random.sample(paths, 2)
    trial.tree.write(one, trial.tree.read(two))
    return f"{two} to {one}"


def letters_of_name(trial: Trial, random: Random) -> str:
    """Change nothing of a name but the size of its letters."""
    path = random.choice(trial.tree.paths())
    folder, _, name = path.rpartition("/")
    to = f"{folder}/{name.swapcase() if name.islower() else name.lower()}"
    if to == path or trial.tree.has(to):
        return ""
    trial.tree.move(path, to)
    return f"{path} to {to}"


def stray_file(trial: Trial, random: Random) -> str:
    """Leave a file where none belongs, or one that is passed over."""
    folder = random.choice(("partners/ada", "content", "content/pages", "content/events/fair"))
    path = f"{folder}/{random.choice(('notes.txt', '.hidden', 'x.yml', 'draft.md~'))}"
    if trial.tree.has(path):
        trial.tree.remove(path)
        return f"{path} removed"
    trial.tree.write(path, "Nothing.\n")
    return path


def not_text(trial: Trial, random: Random) -> str:
    """Save a record in another encoding, or cut it short."""
    path = random.choice(trial.tree.paths("", ".yaml") + trial.tree.paths("", ".md"))
    data = trial.tree.read(path)
    how = random.choice(("latin", "cut", "empty", "open"))
    changed = {"latin": data + b"# \xfc\n", "cut": data[: len(data) // 2], "empty": b""}
    trial.tree.write(path, changed.get(how, data + b"\nx: [\n"))
    return f"{path} {how}"


def undone(trial: Trial, random: Random) -> str:
    """Take back the last edit."""
    del random
    return _back(trial, 2)


def gone_back(trial: Trial, random: Random) -> str:
    """Go back to the sources as they were some builds ago, as with another branch."""
    return _back(trial, random.randint(2, 12))


def _back(trial: Trial, steps: int) -> str:
    if len(trial.history) < steps:
        return ""
    trial.tree.restore(trial.history[-steps])
    return f"{steps - 1} builds"


def _logos(trial: Trial) -> list[str]:
    return [path for path in trial.tree.paths("partners/") if "/logo" in path]


def _colour(random: Random) -> str:
    return f"#{random.randrange(16**6):06x}"


EDITS = {
    "media-replaced": (3, media_replaced),
    "media-added": (2, media_added),
    "media-moved": (1, media_moved),
    "media-removed": (1, media_removed),
    "logo-replaced": (4, logo_replaced),
    "logo-of-another-kind": (3, logo_of_another_kind),
    "logo-dark": (2, dark_logo),
    "logo-spoilt": (2, logo_spoilt),
    "touched": (2, touched),
    "changed-in-secret": (4, changed_in_secret),
    "swapped": (4, swapped),
    "copied": (2, copied),
    "letters-of-name": (1, letters_of_name),
    "stray-file": (1, stray_file),
    "not-text": (2, not_text),
    "undone": (6, undone),
    "gone-back": (6, gone_back),
}
