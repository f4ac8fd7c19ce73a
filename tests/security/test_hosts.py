import pytest

from pavgen.security.hosts import Host, parse_host


@pytest.mark.parametrize(
    ("text", "ascii_name", "display"),
    [
        ("acme.example", "acme.example", "acme.example"),
        ("WWW.Acme.Example", "www.acme.example", "acme.example"),
        ("www.example", "www.example", "www.example"),
        ("a-b.c1.example", "a-b.c1.example", "a-b.c1.example"),
        ("müller.example", "xn--mller-kva.example", "müller.example"),
        ("mu\u0308ller.example", "xn--mller-kva.example", "müller.example"),
        ("XN--MLLER-KVA.example", "xn--mller-kva.example", "müller.example"),
        ("straße.example", "xn--strae-oqa.example", "straße.example"),
        ("søster.example", "xn--sster-vua.example", "søster.example"),
        ("日本語.example", "xn--wgv71a119e.example", "日本語.example"),
        ("חברה.example", "xn--5dbgh3e.example", "חברה.example"),
        ("президент.example", "xn--d1abbgf6aiiy.example", "президент.example"),
        ("аррӏе.example", "xn--80ak6aa92e.example", "xn--80ak6aa92e.example"),
        ("ɡoogle.example", "xn--oogle-qmc.example", "xn--oogle-qmc.example"),
        ("a" * 63 + ".example", "a" * 63 + ".example", "a" * 63 + ".example"),
    ],
)
def test_host_is_encoded_and_shown_safely(text, ascii_name, display):
    assert parse_host(text) == Host(ascii_name, display)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "link-host"),
        ("acme", "link-host"),
        (".acme.example", "link-host"),
        ("acme.example.", "link-host"),
        ("acme..example", "link-host"),
        ("-acme.example", "link-host"),
        ("acme-.example", "link-host"),
        ("ac_me.example", "link-host"),
        ("ac--me.example", "link-host"),
        ("ac%6De.example", "link-host"),
        ("a" * 64 + ".example", "link-host"),
        ("a.a." * 62 + "example", "link-host"),
        ("ａcme.example", "link-host"),
        ("acme。example", "link-host"),
        ("acme\u200d.example", "link-host"),
        ("\u0301acme.example", "link-host"),
        ("a·b.example", "link-host"),
        ("1א.example", "link-host"),
        ("אー.example", "link-host"),
        ("-é.example", "link-host"),
        ("é-.example", "link-host"),
        ("xn--.example", "link-host"),
        ("xn--acme-.example", "link-host"),
        ("xn--ü.example", "link-host"),
        ("xn--99999999999999.example", "link-host"),
        ("pаypal.example", "link-script"),
        ("xn--pypal-4ve.example", "link-script"),
        ("127.0.0.1", "link-ip"),
        ("127.1", "link-ip"),
        ("2130706433", "link-ip"),
        ("0x7f000001", "link-ip"),
        ("0x7f.1", "link-ip"),
        ("0177.0.0.01", "link-ip"),
        ("127.0.0.1.", "link-ip"),
        ("１２７.0.0.1", "link-ip"),
        ("1.2.3.0x", "link-ip"),
        ("[::1]", "link-ip"),
        ("[::ffff:127.0.0.1]", "link-ip"),
        ("localhost", "link-local"),
        ("LOCALHOST", "link-local"),
        ("a.localhost", "link-local"),
        ("printer.local", "link-local"),
        ("wiki.internal", "link-local"),
        ("acme.test", "link-local"),
        ("nas.home.arpa", "link-local"),
    ],
)
def test_host_is_refused(text, code):
    answer = parse_host(text)
    assert not isinstance(answer, Host)
    assert [p.code for p in answer] == [code]
