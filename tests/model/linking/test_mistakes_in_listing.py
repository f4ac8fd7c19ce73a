"""Mistakes in a partner's listing: each is told once, where it stands, with what would be right."""

import pytest

from tests.model.linking.projects import changed, told

PATH = "partners/acme/listing.yaml"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "name: Acme",
            "nmae: Acme",
            "1:1: error[key-unknown] nmae: unknown key `nmae`; did you mean `name`?",
        ),
        (
            "name: Acme\n",
            "",
            "1:1: error[key-missing] name: `name` is missing; add `name:` (the public name)",
        ),
        (
            "name: Acme",
            "name:",
            "1:6: error[value-missing] name: `name` is empty; fill it in (the public name)",
        ),
        (
            "name: Acme",
            'name: ""',
            "1:7: error[value-missing] name: `name` is empty; fill it in (the public name)",
        ),
        (
            "name: Acme",
            "name: [Acme]",
            "1:7: error[value-shape] name: a list stands here; give a name",
        ),
        (
            "tagline: Meters for heat and power",
            "tagline: Meters for heat and power and water and steam",
            "2:10: error[text-too-long] tagline: 45 characters are 5 over the limit of 40; shorten it; the limit is the same for everyone",
        ),
        (
            "tagline: Meters for heat and power",
            "tagline: The  Leading meters",
            "2:10: error[unproven-claim] tagline: `the leading` is a claim nobody can check; say what you do instead; no listing may use it",
        ),
        (
            "tagline:",
            "tag line:",
            "2:1: error[key-unknown] tag line: unknown key `tag line`; did you mean `tagline`?",
        ),
        (
            "website: https://acme.example/",
            "website: http://acme.example/",
            "3:10: error[link-http] website: `http://acme.example/` is not encrypted; write it as `https://acme.example/`",
        ),
        (
            "website: https://acme.example/",
            "website: acme.example",
            "3:10: error[link-relative] website: `acme.example` does not begin with a scheme; write it as `https://acme.example/`",
        ),
        (
            "types: [reseller]",
            "types: [resseller]",
            "4:9: error[type-unknown] types[0]: unknown type `resseller`; did you mean `reseller`?",
        ),
        (
            "types: [reseller]",
            "types: reseller",
            "4:8: error[value-shape] types: a list belongs here; put each item on a line of its own, after a hyphen: `- reseller`",
        ),
        (
            "types: [reseller]",
            "types: []",
            "4:8: error[value-missing] types: `types` is empty; fill it in (types of partner)",
        ),
        (
            "types: [reseller]",
            "types:",
            "4:7: error[value-missing] types: `types` is empty; fill it in (types of partner)",
        ),
        (
            "types: [reseller]",
            "types: [reseller, reseller]",
            "4:19: error[value-repeated] types[1]: `reseller` stands here already; remove it",
        ),
        (
            "types: [reseller]",
            "typs: [reseller]",
            "4:1: error[key-unknown] typs: unknown key `typs`; did you mean `types`?",
        ),
        (
            "types: [reseller]",
            "type: reseller",
            "4:1: error[key-unknown] type: unknown key `type`; did you mean `types`?",
        ),
        (
            "regions: [no]",
            "regions: [norway]",
            "5:11: error[region-unknown] regions[0]: unknown region `norway`; use one of `de`, `emea`, `no`",
        ),
        (
            "regions: [no]",
            "regions: NO",
            "5:10: error[value-shape] regions: a list belongs here; put each item on a line of its own, after a hyphen: `- NO`",
        ),
        (
            "regions: [no]",
            "regions: [No]",
            "5:11: error[region-unknown] regions[0]: unknown region `No`; did you mean `no`?",
        ),
        (
            "country: NO",
            "country: Norway",
            "7:27: error[value-country] offices[0].country: `Norway` is not a country code; give two letters such as `DE` (ISO 3166-1)",
        ),
        (
            "country: NO",
            "country: no",
            "7:27: error[value-country] offices[0].country: `no` is not a country code; did you mean `NO`?",
        ),
        (
            "country: NO",
            "country: UK",
            "7:27: error[value-country] offices[0].country: `UK` is not a country code; did you mean `GB`?",
        ),
        (
            "main: true",
            "main: yes",
            "7:37: error[value-truth] offices[0].main: `yes` is neither `true` nor `false`; give `true` or `false`",
        ),
        (
            "city: Oslo, ",
            "",
            "7:5: error[key-missing] offices[0].city: `city` is missing; add `city:` (the city)",
        ),
        (
            "  - {city: Oslo, country: NO, main: true}",
            "  - Oslo",
            "7:5: error[value-shape] offices[0]: keys belong here; write `key: value` lines for `city`, `country`",
        ),
        (
            "offices:\n  - {",
            "offices:\n  {",
            "7:3: error[value-shape] offices: a list belongs here; put each item on a line of its own, after a hyphen: `- item`",
        ),
        (
            "main: true}",
            "main: true}\n  - {city: Bergen, country: NO, main: true}",
            "8:39: error[value-repeated] offices[1].main: two offices are the head office; keep `main: true` at one of them",
        ),
        (
            "logo: logo.svg",
            "logo: acme.svg",
            "10:7: error[value-form] logo: `acme.svg` does not have the right form; give a logo file such as `logo.svg` or `logo-dark.png`",
        ),
        (
            "logo: logo.svg",
            "logo: logo.png",
            "10:7: error[logo-missing] logo: there is no file `logo.png` in this folder; did you mean `logo.svg`?",
        ),
        (
            "purpose: sales",
            "purpose: sale",
            "12:15: error[value-choice] contacts[0].purpose: unknown value `sale`; did you mean `sales`?",
        ),
        (
            ", email: hello@acme.example",
            "",
            "12:5: error[key-missing] contacts[0]: the contact leads nowhere; add `email`, `phone` or `url`",
        ),
        (
            "email: hello@acme.example",
            "email: acme.example",
            "12:29: error[link-mail] contacts[0].email: `acme.example` cannot be read; give one e-mail address and nothing else, such as hello@example.org",
        ),
        (
            "email: hello@acme.example",
            "phone: 030 12345",
            "12:29: error[link-phone] contacts[0].phone: `030 12345` cannot be read; give a number with its country code, such as +49 30 901820",
        ),
        (
            "links: {docs: https://acme.example/docs}",
            "links: {a: https://a.example, b: https://b.example, c: https://c.example}",
            "13:8: error[links-too-many] links: 3 links are 1 too many; keep at most 2; the limit is the same for everyone",
        ),
        (
            "links: {docs: https://acme.example/docs}",
            "links: {Docs: https://a.example}",
            "13:9: error[key-form] links.Docs: `Docs` is not a key; did you mean `docs`?",
        ),
        (
            "links: {docs: https://acme.example/docs}",
            "links: https://a.example",
            "13:8: error[value-shape] links: keys belong here; write `key: value` lines",
        ),
        (
            "note: Someone who knows heat",
            "note: The leading someone",
            "15:33: error[unproven-claim] seeks[0].note: `the leading` is a claim nobody can check; say what you do instead; no listing may use it",
        ),
        (
            "competes_with: [birch]",
            "competes_with: [brich]",
            "16:17: error[partner-unknown] competes_with[0]: unknown partner `brich`; did you mean `birch`?",
        ),
        (
            "competes_with: [birch]",
            "competes_with: [acme]",
            "16:17: error[value-form] competes_with[0]: `acme` is this partner itself; name another",
        ),
        (
            "opt_out: [spotlight]",
            "opt_out: [spotlite]",
            "17:11: error[opportunity-unknown] opt_out[0]: unknown opportunity `spotlite`; did you mean `spotlight`?",
        ),
        (
            "{to: birch",
            "{to: acme",
            "19:10: error[value-form] gives_reference[0].to: `acme` is this partner itself; name another",
        ),
        (
            ", quote: Good people",
            "",
            "19:5: error[key-missing] gives_reference[0].quote: `quote` is missing; add `quote:` (the words)",
        ),
        (
            "reviewed: 2026-01-31",
            "reviewed: 31.01.2026",
            "21:11: error[value-date] reviewed: `31.01.2026` is not a date; give a date such as 2026-11-30",
        ),
        (
            "reviewed: 2026-01-31",
            "reviewed: 2026-02-31",
            "21:11: error[value-date] reviewed: `2026-02-31` is no day of the calendar; give a date such as 2026-11-30",
        ),
        (
            "reviewed: 2026-01-31",
            "tier: gold",
            "21:1: error[key-governed] tier: `tier` is set by the programme, not by the partner; remove it; staff keep it in content/standing/",
        ),
        (
            "reviewed: 2026-01-31",
            "Tier: gold",
            "21:1: error[key-governed] Tier: `Tier` is set by the programme, not by the partner; remove it; staff keep it in content/standing/",
        ),
        (
            "reviewed: 2026-01-31",
            '"tier ": gold',
            "21:1: error[key-governed] tier : `tier ` is set by the programme, not by the partner; remove it; staff keep it in content/standing/",
        ),
        (
            "reviewed: 2026-01-31",
            "featured: true",
            "21:1: error[key-governed] featured: `featured` is set by the programme, not by the partner; remove it; the rules in content/placement/policy.yaml decide",
        ),
        (
            "reviewed: 2026-01-31",
            "founded: 20x4",
            "21:10: error[value-number] founded: `20x4` is not a whole number; give a whole number from 1600 to 2100",
        ),
        (
            "reviewed: 2026-01-31",
            "founded: 1066",
            "21:10: error[value-range] founded: `1066` is out of range; give a whole number from 1600 to 2100",
        ),
        (
            "reviewed: 2026-01-31",
            "size: 20",
            "21:7: error[value-choice] size: unknown value `20`; use one of `1-10`, `11-50`, `51-250`, `251-1000`, `1001-5000`, `5000+`",
        ),
        (
            "reviewed: 2026-01-31",
            "colour: red",
            "21:1: error[key-unknown] colour: unknown key `colour`; remove it",
        ),
    ],
)
def test_a_mistake_is_told_once(old, new, expected):
    assert told(changed(PATH, old, new)) == [f"{PATH}:{expected}"]
