"""What makes a page in the browser follow the files: a script, and the state it asks for.

The script is a file and not a part of the page, so that the page's own content security policy
holds in the preview as it will in public.
"""

from pavgen.kernel.canonical import readable_json
from pavgen.serve.site import ServedSite

SCRIPT_PATH = "/_pavgen/reload.js"
STATE_PATH = "/_pavgen/state.json"
_TAG = f'<script src="{SCRIPT_PATH}" defer></script>\n'.encode()
_END = b"</body>"

_SCRIPT = """\
(() => {
  let seen = null;
  const box = document.createElement("pre");
  Object.assign(box.style, {
    position: "fixed", inset: "auto 0 0 0", maxHeight: "60vh", overflow: "auto", margin: "0",
    padding: "1rem", zIndex: "2147483647", background: "#1b1b1b", color: "#fff",
    font: "14px/1.5 monospace", whiteSpace: "pre-wrap",
  });
  box.setAttribute("role", "alert");
  const look = async () => {
    try {
      const answer = await fetch("/_pavgen/state.json", { cache: "no-store" });
      const state = await answer.json();
      if (seen !== null && state.version !== seen) location.reload();
      seen = state.version;
      box.textContent = state.notice;
      if (state.notice) document.body.append(box); else box.remove();
    } catch {
      // The preview was stopped; it is asked again in a moment.
    }
    setTimeout(look, 700);
  };
  look();
})();
"""


def live_file(path: str, site: ServedSite) -> bytes | None:
    """Return the script or the state where that is what the path asks for."""
    if not site.version:
        return None
    if path == SCRIPT_PATH:
        return _SCRIPT.encode()
    if path == STATE_PATH:
        return readable_json({"version": site.version, "notice": site.notice}).encode()
    return None


def with_script(page: bytes, site: ServedSite) -> bytes:
    """Return a page with the script at its end, where the site is a live one."""
    before, end, after = page.rpartition(_END)
    return before + _TAG + end + after if site.version and end else page
