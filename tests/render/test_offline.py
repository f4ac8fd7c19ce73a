import json
from base64 import b64encode
from hashlib import sha256

from pavgen.plan.documents import ServiceWorker
from pavgen.render.offline import kept_files, offline_files

CODE = b"// what it does\n"
WORKER = ServiceWorker(
    home="/base/fair/",
    kept=("", "floor/", "agenda/*"),
    further=("more/*", "less/*"),
    most=6000,
    offline="/base/fair/",
    icons=(("/base/fair/icon.png", 64),),
)
SITE = {
    "fair/index.html": b'<link rel="stylesheet" href="/base/assets/a.css">'
    b'<link rel="canonical" href="/base/elsewhere/"><script src="/base/assets/a.js"></script>'
    b'<script src="https://other.example/x.js"></script><img src="/base/missing.png">',
    "fair/floor/index.html": b"<p>Floor</p>",
    "fair/floor/data.json": b"{}",
    "fair/floor/below/index.html": b"<p>Not asked for</p>",
    "fair/agenda/index.html": b"<p>Agenda</p>",
    "fair/agenda/sessions/mills/index.html": b"<p>Mills</p>",
    "fair/agenda/agenda.ics": b"BEGIN:VCALENDAR",
    "fair/signs/index.html": b"<p>Signs</p>",
    "fair/more/index.html": b"m" * 9000,
    "fair/less/index.html": b"<p>Less</p>",
    "fairest/index.html": b"<p>Another</p>",
    "assets/a.css": b'@font-face{src:url("f.woff2#x")}',
    "assets/f.woff2": b"font",
    "assets/a.js": b'import "./b.js";\nconst later = () => import("./c.js");',
    "assets/b.js": b'export { x } from "./a.js";',
    "assets/c.js": b"",
    "assets/d.js": b"not asked for",
}


def built(site=SITE, code=CODE):
    return offline_files(WORKER, "fair/sw.js", "/base/", site, code, (11, 92, 80))


def told(files):
    head, _, code = files["fair/sw.js"].partition(b";\n")
    return json.loads(head.removeprefix(b"const BUILD = ")), code


def test_pages_that_are_asked_for_are_kept_with_all_they_load():
    assert list(kept_files(WORKER, "/base/", SITE).files) == [
        "/base/assets/a.css",
        "/base/assets/a.js",
        "/base/assets/b.js",
        "/base/assets/c.js",
        "/base/assets/f.woff2",
        "/base/fair/",
        "/base/fair/agenda/",
        "/base/fair/agenda/sessions/mills/",
        "/base/fair/floor/",
        "/base/fair/floor/data.json",
        "/base/fair/less/",
    ]


def test_every_file_is_told_with_its_digest_before_the_code():
    build, code = told(built())
    digests = dict(build["files"])

    assert code == CODE
    assert (build["home"], build["offline"]) == ("/base/fair/", "/base/fair/")
    assert digests["/base/fair/floor/"] == b64encode(sha256(b"<p>Floor</p>").digest()).decode()


def test_the_worker_is_the_last_of_the_files():
    assert list(built()) == ["fair/icon.png", "fair/sw.js"]


def test_a_build_that_changes_nothing_changes_no_worker():
    assert built() == built({path: SITE[path] for path in reversed(SITE)})


def test_any_change_in_any_kept_file_or_in_the_code_makes_another_version():
    kept = [
        path
        for path in SITE
        if f"/base/{path.removesuffix('index.html')}" in dict(told(built())[0]["files"])
    ]
    versions = {told(built(SITE | {path: SITE[path] + b" "}))[0]["version"] for path in kept}
    versions |= {told(built())[0]["version"], told(built(code=CODE + b" "))[0]["version"]}

    assert len(versions) == len(kept) + 2


def test_a_change_elsewhere_makes_none():
    elsewhere = SITE | {"fair/signs/index.html": b"<p>Others</p>", "assets/d.js": b"1"}

    assert built(elsewhere)["fair/sw.js"] == built()["fair/sw.js"]


PICTURE = (
    b'<picture><source media="(prefers-color-scheme: dark)" srcset="/base/p/d.svg">'
    b'<source type="image/webp" srcset="/base/p/a-160.webp 160w, /base/p/a-320.webp 320w">'
    b'<source type="image/png" srcset="/base/p/a-320.png 320w"><img src="/base/p/a-320.png"></picture>'
)
LOGOS = {
    "p/d.svg": b"<svg/>",
    "p/a-160.webp": b"1",
    "p/a-320.webp": b"22",
    "p/a-320.png": b"4444",
}


def test_of_a_picture_one_file_stands_in_for_all_its_sizes_but_not_for_its_dark_form():
    kept = kept_files(WORKER, "/base/", {"fair/index.html": PICTURE, **LOGOS})

    assert set(kept.files) == {"/base/fair/", "/base/p/d.svg", "/base/p/a-320.webp"}
    assert kept.same == {
        "/base/p/a-160.webp": "/base/p/a-320.webp",
        "/base/p/a-320.png": "/base/p/a-320.webp",
    }


def test_a_picture_that_is_small_altogether_is_kept_too():
    page = b'<picture><img src="/base/p/a-160.webp"></picture>'

    assert set(kept_files(WORKER, "/base/", {"fair/index.html": page, **LOGOS}).files) == {
        "/base/fair/",
        "/base/p/a-160.webp",
    }
