"""Git repositories for tests: real ones, with nobody's settings."""

import os
import subprocess

SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Test",
    "GIT_AUTHOR_EMAIL": "test@example.test",
    "GIT_COMMITTER_NAME": "Test",
    "GIT_COMMITTER_EMAIL": "test@example.test",
    "GIT_AUTHOR_DATE": "2026-11-21T12:00:00Z",
    "GIT_COMMITTER_DATE": "2026-11-21T12:00:00Z",
}


def git(folder, *arguments) -> str:
    """Run git in a folder and return what it says."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", **SETTINGS},
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout.strip()


def commit(folder, files, *, gone=()) -> str:
    """Commit what is in a folder, with these files written and those gone; return its name."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    for path in gone:
        (folder / path).unlink()
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=a change")
    return git(folder, "rev-parse", "HEAD")
