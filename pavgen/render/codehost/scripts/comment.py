"""Turns what `guard` found into the body of a comment, if all of it has the form it must have.

Usage: comment.py REVIEW_FOLDER PULL.JSON HEAD. The folder holds `review.json` and `review.md`;
`PULL.JSON` is what the code host says of the pull request now; `HEAD` is the commit that was
judged. The body is written as JSON to standard output, or nothing where the pull request has
moved on. Whatever has another form is refused: it is data, and some of it a stranger's.
"""

import json
import re
import sys
from pathlib import Path

MARK = "<!-- pavgen review -->\n"
MOST_JSON = 50 * 1024 * 1024
MOST_TEXT = 65_000
_VERDICTS = {"pass": 0, "needs-vendor": 3, "refused": 4, "undecided": 5}
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SUMMARY = 4
_ODD = re.compile(r"[^\n\t\x20-\x7e\xa0-\U0010ffff]|[\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_SHAPE: dict[str, type] = {
    "format": int,
    "command": str,
    "verdict": str,
    "status": int,
    "base": str,
    "head": str,
    "partners": list,
    "summary": list,
    "rulings": list,
    "paths": list,
    "fields": list,
}


def main(arguments: list[str]) -> int:
    """Write the body, or say why not."""
    folder, pull, head = Path(arguments[0]), Path(arguments[1]), arguments[2]
    now = json.loads(pull.read_text(encoding="utf-8"))
    if not is_current(now, head):
        return 0
    report, text = folder / "review.json", folder / "review.md"
    if report.stat().st_size > MOST_JSON or text.stat().st_size > 4 * MOST_TEXT:
        sys.stderr.write("the report is too large\n")
        return 1
    found = json.loads(report.read_text(encoding="utf-8"))
    comment = text.read_text(encoding="utf-8")
    faults = [*report_faults(found, head), *comment_faults(comment)]
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    if not faults:
        json.dump({"body": comment}, sys.stdout)
    return 1 if faults else 0


def is_current(pull: object, head: str) -> bool:
    """Say whether the pull request is open and its last commit is the one that was judged."""
    if not isinstance(pull, dict) or pull.get("state") != "open":
        return False
    end = pull.get("head")
    return isinstance(end, dict) and end.get("sha") == head


def report_faults(report: object, head: str) -> list[str]:
    """Return what is wrong with a report's form, as sentences."""
    if not isinstance(report, dict):
        return ["the report is no object"]
    faults = [
        f"`{key}` is missing or of another kind"
        for key, kind in _SHAPE.items()
        if type(report.get(key)) is not kind
    ]
    if faults:
        return faults
    if report["command"] != "review" or _VERDICTS.get(report["verdict"]) != report["status"]:
        faults.append("the verdict and its status do not belong together")
    if not _COMMIT.fullmatch(head) or report["head"] != head:
        faults.append("the report is about another commit")
    if len(report["summary"]) != _SUMMARY or not _are_texts(report["summary"]):
        faults.append("the summary has not four lines")
    if not _are_texts(report["partners"]) or not _have_paths(report["paths"]):
        faults.append("the partners or paths are of another kind")
    return faults


def comment_faults(comment: str) -> list[str]:
    """Return what is wrong with the text of a comment, as sentences."""
    faults = []
    if not comment.startswith(MARK) or comment.count(MARK.strip()) != 1:
        faults.append("the comment does not begin with its mark, and only begin with it")
    if len(comment) > MOST_TEXT:
        faults.append("the comment is too long")
    if _ODD.search(comment):
        faults.append("the comment has control characters")
    return faults


def _are_texts(values: list[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def _have_paths(rows: list[object]) -> bool:
    return all(isinstance(row, dict) and isinstance(row.get("path"), str) for row in rows)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
