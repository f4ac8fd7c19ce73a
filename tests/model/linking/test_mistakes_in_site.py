"""Mistakes in a site: each is told once, where it stands, with what would be right."""

import pytest

from tests.model.linking.projects import changed, told

PATH = "content/sites/partners.yaml"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "kind: directory",
            "kind: directry",
            "7:12: error[value-choice] sections[0].kind: unknown kind `directry`; did you mean `directory`?",
        ),
        (
            "kind: directory, ",
            "",
            "7:5: error[value-choice] sections[0].kind: `kind` is missing; use one of `directory`, `showcase`, `hub`, `pages`, `fairness`, `pavilion`",
        ),
        (
            "path: /solutions/",
            "path: solutions",
            "8:28: error[value-form] sections[1].path: `solutions` does not have the right form; give a path such as `/` or `/partners/`",
        ),
        (
            "kind: pages, path: /pages/",
            "kind: directory, path: /",
            "10:29: error[section-twice] sections[3].path: two sections of kind `directory` stand at `/`; give each its own path",
        ),
        (
            "hub: notes",
            "hub: note",
            "9:37: error[hub-unknown] sections[2].hub: unknown hub `note`; did you mean `notes`?",
        ),
        (
            "hub: notes",
            "",
            "9:5: error[key-missing] sections[2].hub: `hub` is missing; add `hub:` (the folder below content/hubs/)",
        ),
        (
            "page:for-resellers",
            "page:for-reseller",
            "5:29: error[page-unknown] menus.main[0].to: unknown page `for-reseller`; did you mean `for-resellers`?",
        ),
        (
            "page:for-resellers",
            "javascript:x",
            "5:29: error[link-scheme] menus.main[0].to: the scheme `javascript:` is not allowed here; use one of http:, https:, mailto:, tel:",
        ),
        (
            "why: for-resellers",
            "why: nowhere",
            "3:6: error[page-unknown] why: unknown page `nowhere`; use one of `for-resellers`",
        ),
        (
            "base_url: https://partners.example/",
            "base_url: partners.example",
            "2:11: error[site-url] base_url: `partners.example` is not the address of a site; write it as `https://host/` or `https://host/path/`",
        ),
        (
            "{regions: emea}",
            "{regions: emae}",
            "7:70: error[region-unknown] sections[0].only.regions: unknown region `emae`; did you mean `emea`?",
        ),
        (
            "  - {kind: pages, path: /pages/}",
            "  - pages",
            "10:5: error[value-shape] sections[3]: keys belong here; write `key: value` lines, first of all `kind`",
        ),
        (
            "spotlight: spotlight",
            "list: all",
            "7:38: error[opportunity-unknown] sections[0].list: unknown opportunity `all`; use one of `directory-list`, `spotlight`",
        ),
    ],
)
def test_a_mistake_is_told_once(old, new, expected):
    assert told(changed(PATH, old, new)) == [f"{PATH}:{expected}"]
