"""Inputs that are hard on a validator: texts and JSON values, by the kind of type they are hard on."""

import json

from temporal_texts import DATES, DATETIMES, DURATIONS, TIMES

INTEGERS = """0 -0 +0 1 -1 +1 01 007 -007 1_000 1__0 _1 1_ 1.0 1.00 1. .0 1.5 -1.5 1e3 1E3 1e0 0x10 0b1 0o7 --1
+-1 -+1 ++1 10 9 2 3 4 6 11 100 9007199254740993 9223372036854775807 9223372036854775808
-9223372036854775808 -9223372036854775809 123456789012345678901234567890 1_000.0 1_0.0_0 00_1 0_0
0_ 1,000 ½ ٣ １ ² 1a a1 0.0 -0.0 1.000000000001 1e400 1n""".split() + [
    "",
    " ",
    " 1",
    "1 ",
    " 1 ",
    "\t1",
    "1\n",
    "1 2",
    "- 1",
    "\u00a01",
    "1\u2003",
    "1" * 50,
    "1" * 4300,
    "1" * 4301,
    "-" + "1" * 4300,
    "0" * 4301,
    "1." + "0" * 50,
    "null",
    "None",
    "true",
    "false",
]

FLOATS = """0 -0 0.0 -0.0 1 1.5 -1.5 +1.5 .5 5. . -. +.5 1e3 1E3 1e+3 1e-3 1e 1e+ e1 1e400 -1e400 1e-400
1_000.5 1_0.5_0 _1.5 1.5_ 1__0.5 1._5 1_.5 1e1_0 1,5 0x1p3 0x10 nan NaN NAN -nan +nan inf -inf
+inf Infinity -Infinity INF infinit infinity_ 0.1 0.3 0.30000000000000004 0.7 9.5 0.5 9.499999999
10 3.3 1e22 1e16 1e15 123456789.123456789 1e21 0.00001 0.0001 1e20 100000000000000000000
1.7976931348623157e308 1.8e308 5e-324 2.5 4.999999999999 00.5 007.5 -.5 ٣.٥ 1.5f 1d""".split() + [
    "",
    " ",
    " 1.5 ",
    "\n1.5",
    "1 .5",
    "1.5\t",
    "null",
    "true",
]

BOOLEANS = """true True TRUE tRuE false False FALSE 1 0 01 2 -1 1.0 0.0 t T f F y Y n N yes Yes YES no No on On
ON off OFF Off oN yess tru null None 00 +1""".split() + [
    "",
    " ",
    " true",
    "true ",
    "ｔrue",
]

STRINGS = [
    "",
    " ",
    "a",
    "ab",
    "abc",
    "abcd",
    "abcde",
    "abcdef",
    "abc1",
    "abc12",
    "ABC",
    "aé",
    "é",
    "ñandú",
    "日本",
    "日本語テスト",
    "😀",
    "😀😀",
    "😀😀😀😀😀",
    "e\u0301",
    "a b",
    "a\tb",
    "a\nb",
    "abc\n",
    "\nabc",
    "null",
    "None",
    "true",
    "1",
    "1.0",
    "[]",
    "{}",
    '"a"',
    "'a'",
    "a'b\"c",
    "\\",
    "\\n",
    "a,b",
    "a&b",
    "a=b",
    "%41",
    "%",
    "+",
    "a+b",
    "/",
    "a/b",
    "..",
    "\u00a0",
    "\u200b",
    "ß",
    "İ",
    "\ufeff",
    "x" * 300,
    "<b>",
    "a;b",
    "-",
    "_",
    "٣",
    "a٣",
    "abc٣",
]

UUIDS = """12345678-1234-5678-1234-567812345678 12345678123456781234567812345678
{12345678-1234-5678-1234-567812345678} urn:uuid:12345678-1234-5678-1234-567812345678
URN:UUID:12345678-1234-5678-1234-567812345678 urn:uuid:12345678123456781234567812345678
{12345678123456781234567812345678} 12345678-1234-5678-1234-56781234567
12345678-1234-5678-1234-5678123456789 1234567-1234-5678-1234-567812345678
12345678-12345678-1234-567812345678 1234567812345678-1234-567812345678
12345678-1234-5678-1234567812345678 g2345678-1234-5678-1234-567812345678
12345678-1234-5678-1234-56781234567g ABCDEF00-ABCD-4BCD-8BCD-ABCDEFABCDEF
abcdef00-abcd-4bcd-8bcd-abcdefabcdef aBcDeF00-abcd-1bcd-8bcd-abcdefabcdef
886313e1-3b8a-5372-9b90-0c9aee199e5d 6fa459ea-ee8a-3ca4-894e-db77e160355e
16fd2706-8baf-433b-82eb-8c7fada847da a8098c1a-f86e-11da-bd1a-00112444be1e
16fd2706-8baf-433b-c2eb-8c7fada847da 16fd2706-8baf-433b-02eb-8c7fada847da
018f2d8e-7b3a-7c3d-8e4f-9a5b6c7d8e9f 00000000-0000-0000-0000-000000000000
ffffffff-ffff-ffff-ffff-ffffffffffff abc 1 - ---- {} { urn:uuid:
12345678_1234_5678_1234_567812345678 12345678-1234-5678-1234-567812345678-
-12345678-1234-5678-1234-567812345678 é2345678-1234-5678-1234-567812345678
1234567812345678123456781234567 123456781234567812345678123456789
{12345678-1234-5678-1234-567812345678 12345678-1234-5678-1234-567812345678} urn:uuid:xyz {xyz}
😀2345678-1234-5678-1234-567812345678 1234-5678 12345678-1234-5678-1234-5678-12345678""".split() + [
    "",
    " ",
    " 12345678-1234-5678-1234-567812345678",
    "12345678-1234-5678-1234-567812345678 ",
    "12345678 1234 5678 1234 567812345678",
]

DECIMALS = """0 -0 0.0 1 1.0 1.5 1.50 -1.5 +1.5 .5 5. . 1e3 1E3 1e-3 1e+3 1e 1e1000 1e-1000 1_000 1_000.5 1__0
_1 1_ 1,5 nan NaN sNaN -nan nan1 inf -inf Infinity 0x10 12.34 123.4 123.45 123.456 1234 12345 0.01
0.001 0.10 0.100 00.10 99.99 100.00 99.999 10 9.99 1.234 12.345 0.0001 1E+2 1E-2 12e1 1.2e1 120e-1
000012.34 12.3400 3.3 0.3 9 ٣ 1.5.5 --1 +-1 1e5 1E5 100000 0.00000001 1e-8
123456789012345678901234567890.123 1.10 5.00 0e5 0e-5 0E+3 -0.0 -0.00 1e0 1e1""".split() + [
    "",
    " ",
    " 1.5 ",
    "1 5",
    "1.5\n",
    "true",
    "null",
    "\u00a01.5",
]

EMAILS = """a@b.co ada@example.com Ada@Example.COM a@b a@b.c a@.co a@b. @b.co a@ a a@@b.co a@b@c.co a.b@c.co
.a@b.co a.@b.co a..b@c.co a+b@c.co a_b@c.co a-b@c.co a@b-c.co a@-b.co a@b-.co a@b..co a@b_c.co
a@localhost a@test.test a@example.test a@foo.local a@foo.invalid a@foo.example a@foo.localhost
a@foo.arpa a@127.0.0.1 a@[127.0.0.1] a@[IPv6:::1] "a"@b.co "a@b"@c.co a@bücher.de ü@b.co
a@xn--bcher-kva.de <a@b.co> Ada<a@b.co> mailto:a@b.co a@b.co, a@b.co; a,b@c.co a;b@c.co a(b)@c.co
a[b]@c.co a\\b@c.co a!#$%&'*+/=?^_`{|}~@b.co a@b.123 a@b.co1 a@1.co A@B.CO a@b.COM. a@b.co.uk
jürgen@example.com a@日本.jp 日本@example.com""".split() + [
    "",
    " ",
    " a@b.co",
    "a@b.co ",
    "a @b.co",
    "a@ b.co",
    "a@b .co",
    "Ada <a@b.co>",
    "Ada Lovelace <ada@b.co>",
    '"Ada, L" <a@b.co>',
    "Ada <a@b>",
    "Ada <a@b.co",
    "Ada a@b.co>",
    "<a@b.co> x",
    " <a@b.co>",
    "a@b.co\n",
    "a\n@b.co",
    "a" * 64 + "@b.co",
    "a" * 65 + "@b.co",
    "a@" + "b" * 63 + ".co",
    "a@" + "b" * 64 + ".co",
    "a@" + "b." * 130 + "co",
    "a" * 300 + "@b.co",
    "x" * 3000 + "@b.co",
    "a@b\u200b.co",
    "e\u0301@b.co",
    "😀@b.co",
    "a@😀.co",
]

URLS = """http://example.com http://example.com/ HTTP://EXAMPLE.COM https://example.com/a/b?c=d#e
http://example.com:80 http://example.com:8080 https://example.com:443/ http://example.com:99999
http://example.com:a http://example.com: http://user@example.com http://user:pw@example.com
http://user:@example.com http://@example.com http://:pw@example.com http://us%40er@example.com
ftp://example.com ftp://example.com:21/x ws://example.com wss://example.com:443 file:///etc/passwd
file://host/x file: mailto:a@b.co data:text/plain,hi javascript:alert(1) urn:isbn:1 example.com
//example.com /a/b a b?c #x http: http:/ http:// http:/// http:///a http:example.com
http:/example.com http:\\\\example.com http://exa mple.com http://example.com/a%20b
http://example.com/é http://bücher.de http://xn--bcher-kva.de http://日本.jp http://127.0.0.1
http://127.1 http://0x7f.1 http://256.256.256.256 http://1.2.3 http://2130706433
http://999999999999 http://[::1] http://[::1]:80/ http://[::g] http://[1:2:3:4:5:6:7:8]
http://[::ffff:1.2.3.4] http://[ http://] http://[] http://exam_ple.com http://-a.com
http://a-.com http://a..com http://.com http://com. http://localhost http://localhost:8000/x?y#z
http://EXAMPLE.com/PATH?Q=A#F http://example.com/../a http://example.com/a/../../b
http://example.com/./a http://example.com/a//b http://example.com?a=b http://example.com#f
http://example.com/?a=%zz http://example.com/%2e%2e/a http://a.b:0 http://example.com:00080
http://%65xample.com http://ex%00ample.com http://a<b.com http://a>b http://a^b.com http://a|b.com
http://a%b.com http://a"b.com http://a`b http://a{b} postgres://u:p@h:5432/db redis://localhost a:
:a 1http://x ht!tp://x http//x.com http://x.y/|^`{} foo://bar foo://BAR foo:bar foo:// foo:///x
foo://ex%41mple/ foo://[::1]/ foo://a:99999 foo://a_b/ foo://ü/ foo:// foo:/a foo:a?b#c
http://ß.de http://faß.de http://☃.net http://a\u00adb.com""".split() + [
    "",
    " ",
    " http://example.com",
    "http://example.com ",
    "http://example.com/a b",
    "http://exa mple.com",
    "http://example.com/\ta",
    "\nhttp://example.com",
    "http://example.com/" + "a" * 2063,
    "http://example.com/" + "a" * 2064,
    "http://example.com/" + "a" * 2065,
    "http://example.com/" + "a" * 3000,
    "foo://a b",
    "http://a.com?q=a b#c d",
    "http://a.com?q='\"<>`",
    "http://a.com#'\"<>`",
    "http://a.com/'\"<>`{}",
    "http://a\u3002com",
    "http://\uff0fa.com",
]

ADDRESSES = """1.2.3.4 127.0.0.1 0.0.0.0 255.255.255.255 256.1.1.1 1.2.3 1.2.3.4.5 01.2.3.4 1.2.3.04 1.2.3.-4
1.2.3.a 1.2..4 .1.2.3.4 1.2.3.4. 1.2.3.4/24 1.2.3.0/24 1.2.3.4/33 1.2.3.4/0 0.0.0.0/0 1.2.3.4/
1.2.3.4/a 1.2.3.4/255.255.255.0 1.2.3.0/255.255.255.0 1.2.3.0/0.0.0.255 ::1 :: ::/0 2001:db8::1
2001:DB8::1 2001:db8::/32 2001:db8::1/32 1:2:3:4:5:6:7:8 1:2:3:4:5:6:7 1:2:3:4:5:6:7:8:9 1::2::3
::ffff:1.2.3.4 ::ffff:1.2.3.256 1.2.3.4:: ::1% ::1%eth0 fe80::1%1 [::1] :1 1: ::g ::12345
0:0:0:0:0:0:0:1 ::1/128 ::1/129 0001::1 ::0001 2001:0db8:0000:0000:0000:0000:0000:0001
1:0:0:2:0:0:0:3 ::1.2.3.4 0 1 16909060 4294967295 4294967296 -1 1.0
340282366920938463463374607431768211455 1.2.3.4:80 localhost a ١.2.3.4""".split() + [
    "",
    " ",
    " 1.2.3.4",
    "1.2.3.4 ",
    "::1 ",
    "1.2.3. 4",
]

CHOICES = [
    "red",
    "green",
    "blue",
    "RED",
    "Red",
    " red",
    "red ",
    "re",
    "redd",
    "",
    "a",
    "b",
    "c",
    "A",
    "1",
    "2",
    "3",
    "1.0",
    "1.5",
    "2.5",
    "true",
    "True",
    "null",
    "None",
    "'a'",
    "a,b",
    "Color.red",
    "0",
    "-1",
    "01",
    " 1 ",
]

JSON_TEXTS = [
    "{}",
    "[]",
    "1",
    '"a"',
    "null",
    "true",
    "[1,2]",
    '[1, "a"]',
    '["1"]',
    '{"a":1}',
    '{"a": 1, "a": 2}',
    "{",
    "[",
    "[1",
    "[1,",
    "[1,]",
    '{"a"',
    '{"a":',
    '{"a":1',
    '{"a":1,',
    '{"a":1,}',
    "{a:1}",
    "{'a':1}",
    "tru",
    "nul",
    "nulll",
    "truex",
    "fals",
    "1 2",
    "{} x",
    '"a',
    '"a\\',
    '"\\x"',
    '"\\u12"',
    '"\\ud800"',
    '"a\nb"',
    '"\t"',
    "NaN",
    "Infinity",
    "-Infinity",
    "-",
    "-1",
    "+1",
    "01",
    "1.",
    ".5",
    "1e",
    "1e5",
    "1.5",
    "-0",
    "1e400",
    "",
    " ",
    " 1 ",
    "\n\n{\n}",
    "\n {x",
    "[1 2]",
    '{"a" 1}',
    "{1:2}",
    "[}",
    "{]",
    "]",
    "}",
    "@",
    "é",
    '"é"',
    "'a'",
    "[" * 300,
    "123456789012345678901234567890",
    "[1,\n2,\nx]",
    '{"a":\n\n[}',
]

BYTE_SIZES = [
    "1",
    "1.5",
    "1kb",
    "1KB",
    "1KiB",
    "1 kb",
    "1.5MB",
    "1 GiB",
    "1tb",
    "1 eb",
    "1x",
    "kb",
    "",
    "-1",
    "1e3",
    "1_000",
    "1kbit",
    "1 b",
    "1B",
    "10 bytes",
    " 1kb ",
    "0",
    ".5kb",
    "1.kb",
]

PATHS = ["/a/b", "a", "", ".", "..", "/", "a//b", "a/./b", "a/../b", "a/", "~", "é", "a b", "C:\\x"]

PATTERNS = ["a+", "[", "(", "a{2,1}", "", "*", "\\", "(?P<n>a)", "(?<=a)b", "[a-", "a**"]

BASE64 = [
    "aGVsbG8=",
    "aGVsbG8",
    "aGVsbG8==",
    "",
    "!",
    "YQ==",
    "YQ",
    "Y",
    "-_-_",
    "+/+/",
    "a GVsbG8=",
    "é",
    "YQ==\n",
]

TEXTS = {
    "integer": INTEGERS,
    "float": FLOATS,
    "boolean": BOOLEANS,
    "string": STRINGS,
    "date": DATES + DATETIMES,
    "datetime": DATETIMES + DATES,
    "time": TIMES,
    "duration": DURATIONS,
    "uuid": UUIDS,
    "decimal": DECIMALS,
    "email": EMAILS,
    "url": URLS,
    "address": ADDRESSES,
    "choice": CHOICES,
    "json": JSON_TEXTS,
    "bytesize": BYTE_SIZES,
    "path": PATHS,
    "pattern": PATTERNS,
    "base64": BASE64,
}

# What any type may meet.
COMMON = [
    "",
    " ",
    "0",
    "1",
    "2",
    "-1",
    "1.0",
    "1.5",
    "abc",
    "true",
    "null",
    "2024-01-01",
    "2024-01-01T00:00:00Z",
    "12:30",
    "a@b.co",
    "http://example.com",
    "é",
    "[1]",
    "nan",
    "red",
    "5",
    "7",
    "10",
    "P1D",
    "12345678-1234-5678-1234-567812345678",
    "1,2",
    "1.2.3.4",
]


class Raw(str):
    """JSON as it is sent, for what Python's writer would not write the same way."""


NUMBERS = [
    Raw(text) for text in """0 -0 1 -1 2 3 4 5 6 7 9 10 11 100 1.0 -0.0 0.0 1.5 -1.5 0.1 0.5 9.5 1e0
1E0 1e3 1e5 1e15 1e16 1e17 1e20 1e21 1e22 1e30 1e300 1e308 1e309 -1e309 1e400 1e-400 5e-324 NaN
Infinity -Infinity 9007199254740993 9223372036854775807 9223372036854775808 -9223372036854775808
-9223372036854775809 18446744073709551615 18446744073709551616 123456789012345678901234567890
9223372036854775807.0 9223372036854774784.0 1.7976931348623157e308 1704067200 1704067200.5
1704067200000 1704067200123 1704067200000000 20000000000 20000000001 -20000000000 -20000000001
253402300799 253402300800 253402300799999 253402300800000 -62135596800 -62135596801 -62167219200
86399 86399.5 86399.9999999 86400 86401 3600 3600.5 -3600 0.0000001 1e-7 12.34 123.4 123.45 12.345
0.30000000000000004 3.3 99999999999 1e14 86399999913600 86400000000000 999999999 1000000000 1e13
2.5 1.10 1.000 0.1e1 16909060 4294967295 4294967296""".split()
]
NUMBERS += [
    Raw("1" * 400),
    Raw("-" + "1" * 400),
    Raw("1" * 4300),
    Raw("1" * 350 + ".5"),
    Raw("0." + "1" * 60),
]

OTHERS = [
    None,
    True,
    False,
    [],
    {},
    [1],
    [1, 2],
    [1, 2, 3],
    [1, 2, 3, 4],
    ["a"],
    ["1", "2"],
    [1, "a"],
    ["a", 1],
    [None],
    [[]],
    [[1]],
    [{}],
    [1, 1],
    [1, True],
    [1, 1.0, "1"],
    [True, False],
    [1.5],
    ["a", "b", "a"],
    {"a": 1},
    {"a": "1"},
    {"a": "x"},
    {"a": None},
    {"1": 1},
    {"": 1},
    {"a": 1, "b": 2},
    {"a": 1, "b": "x", "c": None},
    {"v": 1},
    {"name": "n"},
    {"name": "n", "price": 1},
    {"12345678-1234-5678-1234-567812345678": 1},
    {"red": 1},
    {"1.5": 1},
    {"2024-01-01": 1},
    [1, "a", True],
    [1, "a", 2],
    ["x", "y"],
    [[1, 2], [3]],
    [[1, "x"], "y"],
    [{"a": 1}],
    [{"name": "n", "price": 1}, {"name": 1}],
    list(range(12)),
    "a" * 300,
]


def json_values(kind):
    """The values for one kind of type: numbers and structures, and its texts."""
    return NUMBERS + OTHERS + TEXTS.get(kind, []) + COMMON


def encoded(value):
    """The value as JSON text, in UTF-8 without escapes."""
    if isinstance(value, Raw):
        return str(value)
    if isinstance(value, dict):
        return (
            "{"
            + ", ".join(
                json.dumps(key, ensure_ascii=False) + ": " + encoded(item)
                for key, item in value.items()
            )
            + "}"
        )
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(encoded(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)
