"""A cleaned drawing looks exactly like its source, as a browser shows it in an `<img>`."""

import base64

import pytest

from pavgen.security.svg import CleanSvg, clean_svg

HEAD = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
DRAWINGS = {
    "classes, gradient and clone": """<svg {head} viewBox="0 0 90 60">
      <style>.st0{{fill:url(#SVGID_1_)}} g .st1, #c{{stroke:#123;stroke-width:4}}</style>
      <linearGradient id="base"><stop offset="0" stop-color="red"/>
      <stop offset="1" style="stop-color:#00F"/></linearGradient>
      <linearGradient id="SVGID_1_" xlink:href="#base" gradientTransform="rotate(30)"/>
      <g id="c"><path class="st0" d="M5 5H40V30L5 50z"/></g><use xlink:href="#c" x="45"/></svg>""",
    "clip, mask, pattern and filter": """<svg {head} width="3cm" height="2cm" viewBox="0 0 90 60">
      <clipPath id="k"><circle cx="30" cy="30" r="25"/></clipPath>
      <mask id="m"><rect width="90" height="30" fill="#fff"/></mask>
      <pattern id="p" width="9" height="9" patternUnits="userSpaceOnUse">
      <path d="M0 0h5v5z" fill="green"/></pattern>
      <filter id="f"><feGaussianBlur stdDeviation="2"/></filter>
      <rect width="60" height="60" clip-path="url(#k)" style="fill:url('#p') red"/>
      <circle cx="70" cy="30" r="18" mask="url(#m)" filter="url(#f)"/></svg>""",
    "no viewBox, dangling references": """<svg {head} width="90" height="60">
      <rect width="50" height="50" fill="url(#none) orange" clip-path="url(#gone)"/>
      <rect x="60" width="20" height="20" fill="url(#i0)"/></svg>""",
    "foreign content and a switch": """<svg {head} xmlns:i="urn:i" viewBox="0 0 90 60">
      <i:view><rect width="90" height="60"/></i:view><metadata><rect width="9"/></metadata>
      <switch><g transform="translate(9,9)scale(.5)"><ellipse cx="50" cy="40" rx="40" ry="20"
      fill="none" stroke="#a0c" stroke-dasharray="4 2, 1"/></g><rect width="90" height="60"/>
      </switch><text x="2" y="55" xml:space="preserve" font-size="9">a  b</text></svg>""",
}


@pytest.fixture(scope="module")
def page(browser):
    opened = browser.new_page(viewport={"width": 200, "height": 140})
    opened.set_content('<body style="margin:0"><img id="logo" width="200">')
    yield opened
    opened.close()


def shown(page, data):
    source = f"data:image/svg+xml;base64,{base64.b64encode(data).decode()}"
    page.evaluate("async s => {logo.src = s; await logo.decode()}", source)
    return page.screenshot()


@pytest.mark.parametrize("name", DRAWINGS)
def test_cleaned_drawing_looks_the_same(page, name):
    source = DRAWINGS[name].format(head=HEAD).encode()
    clean = clean_svg(source)
    assert isinstance(clean, CleanSvg)
    before = shown(page, source)
    assert shown(page, clean.data) == before
    assert shown(page, b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"/>') != before
