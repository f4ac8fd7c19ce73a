"""What mutations are made of: odd characters, YAML's own signs, hostile values, markdown's marks."""

# One or more of every class of characters that no text of a partner may hold, or that two
# programs read in two ways.
CHARACTERS = (
    *"\0\x01\x08\x0b\x0c\r\x1b\x1f\x7f\x80\x85\x9f",
    *"\u2028\u2029\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    *"\u200b\u2060\ufeff\u180e\u115f\u1160\u3164\uffa0\u2800\u200c\u200d\u00ad\u034f",
    *"\U000e0001\U000e0041\U000e007f\ufdd0\ufffe\uffff\U0001fffe\ue000\U000f0000\U0010fffd\u0378",
    *"\ufe0e\ufe0f\u180b\U000e0100\u20e3\U0001f44d\U0001f3fd\u00a0\u3000\u2003",
    *"\u0301\u0489\u1ab0\ufb01\uff21\U0001d400\u24b6\u0430\u03bf\u4e2d\u0627\u05d0\u0e01\uac00",
    "a\u0301\u0301\u0301\u0301",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "e\u0301",
    "\ufffd",
)

# Bytes that are no UTF-8, or the beginning of a file of another kind.
BYTES = (
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xc0\xaf",
    b"\xf4\x90\x80\x80",
    b"\xe4",
    b"\x00\x00",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff\x00",
    b"\r",
    b"\r\n",
    b"\xe2\x80\xa8",
    b"\xc2\x85",
)

YAML_SIGNS = (
    *("- ", "? ", ": ", ", ", "[", "]", "{", "}", "# ", "&a ", "*a", "! ", "!! ", "| ", "> "),
    *("'", '"', "%", "@", "`", "\t", "\n", "\n\n", "  ", "---", "...", "--- ", "\n---\n", "\n...\n"),
    *("<<: ", "<<: *a", "<<: [*a, *a]", "&a [*a]", "!!str ", "!!int ", "!!binary ", "!!python/name:os.system "),
    *("!!python/object/apply:os.system [id]", "!<tag:yaml.org,2002:str> ", "!!set ", "!e!x "),
    *("%YAML 1.1\n---\n", "%TAG ! tag:a.example,2026:\n---\n", "%FOO\n---\n", "? [a]\n: b\n"),
    *("|-\n  a\n", "|+2\n   a\n", ">\n  a\n\n\n  b\n", "|9\n", ">-+\n", "|\n", "| #\n", "|1-\n a\n"),
    *("\\", '"\\ud800"', '"\\0"', '"\\x1b[31m"', '"\\u202e"', '"\\e"', '"\\N\\L\\P"', '"\\U0010ffff"'),
    *('"\\U00110000"', "'it''s'", '"\\/"', '"\\\n  x"', "[,]", "[a, , b]", "{a}", "{a: b, c}", "{[a]: b}"),
    *("{? a : b}", "[a: b]", "- - - - x", "- ? - : x", "*", "&", "&a &b x", "*a : x", "&a\n", "!", "tier: platinum\n"),
)

VALUES = (
    *("", "~", "null", "true", "no", "yes", "on", "off", "=", "<<", ".nan", "-.inf", "0", "-0", "010", "0o17"),
    *("0x1F", "0x" + "f" * 300, "1" * 5_000, "1_000", "1e400", "1:30:00", "2026-13-45", "2026-02-30"),
    *("0001-01-01", "9999-12-31", "10000-01-01", "2026-01-01T25:61:61Z", "2026-1-1", "1.", ".5"),
    *("{{7*7}}", "{% raw %}", "${7*7}", "<script>alert(1)</script>", "</script><!--", '"><img src=x onerror=a>'),
    *("javascript:alert(1)", "https://good@evil.example/", "//evil.example", "https://a.example:444/"),
    *("https://[::1]/", "https://127.0.0.1/", "https://localhost/", "https://xn--/", "https://a..example/"),
    *("https://" + "a" * 600 + ".example/", "https://аpple.example/", "https://a.example/%0d%0aX: y", "mailto:a@b.example?bcc=c"),
    *("tel:+47 1", "data:image/png;base64,AA", "ftp://a.example/", "HTTPS://A.EXAMPLE/\\..", "https:/a.example", "https://a.example/" + "%" * 300),
    *("=cmd|'/c calc'!A0", "+1", "@SUM(A1)", "::error::x", "@org/team", "```", "\x1b[31m", "../../etc/passwd"),
    *("a" * 65, "a" * 2_001, "a" * 70_000, "é" * 1_500, "a b " * 600, "\U0001f44d" * 90, "x: y: z", "- a", "# no"),
    *("Acme", "ACME", "Аcme", ".NET", "A  B", " a ", "AAA Acme", "No", "the leading", "#1", "C++", "logo.svg", "logo.exe"),
    *("acme", "birch", "de", "emea", "no", "reseller", "metering", "NO", "ZZ", "general", "1-10", "spotlight"),
)

KEYS = (
    *("tier", "teir", "Tier", "tier ", "name", "status", "points", "featured", "id", "weights", "aliases"),
    *("", " ", "<<", "=", "~", "null", "true", "1", "a" * 64, "a" * 65, "a.b", "__proto__", "constructor"),
    *("name\u200b", "ｎame", "name\n", "näme", "website ", "types", "logo", "links", "offices", "city"),
)

MARKS = (
    *("[ a_", "[", "![[]()", "[a](<b", "[a](", "](", "*a **a ", "*a_ ", "a**bc* ", "`", "` `` ", "<"),
    *("<!--", "<a ", "<a href='", "<?", "<![CDATA[", "</", "> ", ">", "- ", "* ", "1. ", "-\n", "- a\n  "),
    *("&", "&#", "&lt;", "&#x202e;", "&#0;", "&#xd800;", "&ZeroWidthSpace;", "&NewLine;", "&colon;", "\\", "\\\n"),
    *("~~~\n", "```\n", "``` x\n", "# ", "###### ", "a\n=\n", "a\n-\n", "\t", "    ", "  \n", "[x](javascript:)"),
    *("[x](java&#115;cript:a)", "[x](JaVaScRiPt:a)", "[x](  https://a.example )", "[x](https://a.example 'b')", "![x](y) "),
    *("[a](https://a.example) ", "[](https://a.example)", "[a]()", "[a](/b)", "[a](//b.example)", "<https://a.example> "),
    *("<mailto:a@b.example>", "[a]: https://a.example\n", "[a][a] ", "[^1]", "[^1]: b\n", "::: note\n", ":::\n", "{{ a }}"),
    *("|a|\n|-|\n", "***", "___", "**", "__", "~~a~~", "==a==", "https://a.example ", "a@b.example ", "$x$", "::icon::"),
    *("<div>\n", "<script>alert(1)</script>", "<svg><style>", "<p id=x class=y>", "<br/>", "<details>", "<!doctype html>"),
    *("[a](tel:+4712)", "[a](mailto:a@b.example)", "[a](data:text/html,b)", "[a](partner:acme)", "- [ ] a\n", "Term\n: a\n"),
    *("---\n", "+++\n", "\n\n", "999999999. a\n", "0. a\n", "-1. a\n", "*" * 30, "_" * 30, "> - " * 8, "> 1. - "),
)

BLNS = (
    *("undefined", "NaN", "1/0", "-1E+02", "0xffffffffffffffff", "123456789012345678901234567890"),
    *(",./;'[]\\-=", '<>?:"{}|_+', "!@#$%^&*()`~", "Ω≈ç√∫˜µ≤≥÷", "ÅÍÎÏ˝ÓÔ\uf8ffÒÚÆ☃", "⁰⁴⁵₀₁₂", "ด้้้้้็็็็็้้้้้็็็็็"),
    *("사회과학원", "𠜎𠜱𠝹", "Ⱥ", "ヽ༼ຈل͜ຈ༽ﾉ", "(｡◕ ∀ ◕｡)", "❤️ 💔", "🇺🇸🇷🇺", "１２３", "١٢٣", "הָיְתָה", "﷽", "ﷺ"),
    *("̡͓̞ͅI̗c҉͔̫͖͓͇͖ͅh̵̤̣͚͔", "˙ɐnbᴉlɐ", "Ｔｈｅ ｑｕｉｃｋ", "⒯⒣⒠", "' OR 1=1 -- 1", "$HOME", "%d%s%n", "{0}", "%*.*s"),
    *("File:///", "<foo val=`bar' />", "\u001b[?47h", "But now...\u001b[31m", "ab\u0007\b\b", "Powerلُلُصّبُلُلصّبُررً ॣ ॣh ॣ ॣ冗"),
)
