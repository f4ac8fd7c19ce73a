"""A small landscape of companies that do not exist, for the tests beside this file."""

from datetime import date

from pavgen.files.yamldoc import IMPORT, parse_yaml
from pavgen.kernel.diagnostics import Span
from pavgen.model.document import Entries, Items, Scalar
from pavgen.model.imports.existing import Existing
from pavgen.model.imports.landscape import landscape_drafts, read_landscape
from pavgen.model.imports.landscape_default import DEFAULT_MAPPING
from pavgen.model.imports.landscape_mapping import decode_mapping

DAY = date(2026, 11, 21)

MEMBERS = """\
landscape:
  - category:
    name: CNCF Members
    subcategories:
      - subcategory:
        name: Gold
        items:
          - item:
            name: Nordwind Systems (member)
            homepage_url: https://nordwind.example.com/
            logo: nordwind.svg
            crunchbase: https://www.crunchbase.com/organization/nordwind
            joined: '2021-03-01'
      - subcategory:
        name: Silver
        items:
          - item:
            name: Südwind & Söhne (member)
            homepage_url: http://suedwind.example.com
            logo: suedwind-logo (1).svg
            joined: '2019-05-01'
            enduser: true
      - subcategory:
        name: Academic
        items:
  - category:
    name: Special
    subcategories:
      - subcategory:
        name: Kubernetes Certified Service Provider
        items:
          - item:
            name: Nordwind (KCSP)
            description: >-
              Nordwind helps banks to run Kubernetes. It has *done so* for years.
            homepage_url: https://nordwind.example.com/services
            logo: nordwind-kcsp.svg
            crunchbase: https://www.crunchbase.com/organization/nordwind
          - item:
            name: Ostwind (KCSP)
            homepage_url: https://ostwind.example.com/
            logo: ostwind.svg
            crunchbase: https://www.crunchbase.com/organization/ostwind
  - category:
    name: Platform
    subcategories:
      - subcategory:
        name: Certified Kubernetes - Hosted
        items:
          - item:
            name: Nordwind Cloud (NWC)
            description: Kubernetes by the sea.
            homepage_url: https://nordwind.example.com/cloud
            logo: nwc.svg
            crunchbase: https://www.crunchbase.com/organization/nordwind
          - item:
            name: Westwind
            homepage_url: https://westwind.example.com/
            crunchbase: https://www.crunchbase.com/organization/westwind
      - subcategory:
        name: Installer Tools
        items:
          - item:
            name: A tool
"""


def default_mapping():
    root = parse_yaml("", DEFAULT_MAPPING).value
    checked = decode_mapping("", root)
    assert checked.diagnostics == ()
    return checked.value


def node_of(tree):
    """Make nodes of plain values, so that a test may hold what no YAML file can."""
    match tree:
        case list():
            return Items(tuple(node_of(item) for item in tree), Span("landscape.yml", 1))
        case dict():
            pairs = (
                (Scalar(key, Span("landscape.yml", 1)), node_of(item)) for key, item in tree.items()
            )
            return Entries(tuple(pairs), Span("landscape.yml", 1))
        case _:
            return Scalar(tree, Span("landscape.yml", 1), plain=False)


def read(source, existing=None, mapping=None):
    is_text = isinstance(source, str)
    root = parse_yaml("landscape.yml", source, limits=IMPORT).value if is_text else source
    return read_landscape(
        "landscape.yml", root, mapping or default_mapping(), existing or Existing()
    )


def drafts_of(source, existing=None, logos=None):
    landscape = read(source, existing)
    made = landscape_drafts(landscape.value, existing or Existing(), logos or {}, DAY)
    return made, (*landscape.diagnostics, *made.diagnostics)
