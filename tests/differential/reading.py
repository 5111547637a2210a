"""Bodies that cannot be read, bodies of all content types, and bodies beside parameters."""

import copy
import datetime
import uuid
from typing import Annotated, Any, Literal, Optional

from fastapi import Body, Cookie, FastAPI, Header

import values
from asking import JSON, TYPES, Request
from models import ADDRESS, ITEM, Address, Item, mutated

BROKEN = [
    b"",
    b" ",
    b"null",
    b"{",
    b"}",
    b"[",
    b"]",
    b"{}",
    b"[]",
    b'"',
    b'"a',
    b"'a'",
    b"{'a':1}",
    b'{"a"',
    b'{"a":',
    b'{"a":1',
    b'{"a":1,',
    b'{"a":1,}',
    b'{"a" 1}',
    b'{"a":1 "b":2}',
    b'{"a":1}}',
    b'{"a":1} x',
    b"[1",
    b"[1,",
    b"[1,]",
    b"[1 2]",
    b"[,1]",
    b"{,}",
    b"tru",
    b"nul",
    b"True",
    b"None",
    b"undefined",
    b"01",
    b"1.",
    b".5",
    b"-",
    b"+1",
    b"1e",
    b"1e5",
    b"NaN",
    b"-Infinity",
    b"Infinity",
    b"inf",
    b'"\n"',
    b'"\t"',
    b'"\x00"',
    b'"\\x"',
    b'"\\u12"',
    b'"\\u12g4"',
    b'"\\ud800"',
    b'"\\ud83d\\ude00"',
    b'"\\',
    b"\xef\xbb\xbf{}",
    b"\xff\xfe{\x00}\x00",
    b"\xff",
    b"\xfe\xff\x00{\x00}",
    b"{\x00}\x00",
    b'{"a":"\xff"}',
    b'{"a":"\xc3"}',
    b'{"a":"\xed\xa0\x80"}',
    "é".encode(),
    '{"é":'.encode(),
    '{"é":1,}'.encode(),
    '"😀" x'.encode(),
    b"\n\n{\n x",
    b"{a:1}",
    b"{1:2}",
    b'{"a":1,"a":"x"}',
    b"/* */ {}",
    b"{} // x",
    b"[" * 50,
    b"[" * 200 + b"]" * 200,
    b'{"a":' * 30,
    b"\x00",
    b"a=1",
    b"a=1&b=2",
    b"<a/>",
    b'{"a":1e400}',
    b'{"a":' + b"9" * 400 + b"}",
    b"\x0c1",
    b"\x0b{}",
    "\u00a0{}".encode(),
    b"1 ",
    b" 1",
    b"\r\n1\r\n",
    b"-0",
    b"-0.0",
    b"--1",
    b"1_000",
    b"0x10",
    b'{"name":"n","price":1}',
    b'{"name":"n","price":1}\x00',
    b'{"name": "n", "price": NaN}',
    b'"abc" "d"',
    b"truefalse",
    b"[true,fals]",
    b"[nulll]",
    b'{"a":tru',
    b'["\\u00e9","\\/","\\b"]',
    b'{"a":1,\r\n"b":}',
    b"[1,\n2,\n,]",
    b'{"a"}',
    b'{"a":}',
    b"{:1}",
    b'{""}',
]


def reading_application():
    app = FastAPI()

    @app.post("/item")
    def item(item: Item):
        return {}

    @app.post("/optional")
    def optional(item: Optional[Item] = None):
        return {}

    @app.post("/default")
    def default(item: Item = Item(name="d", price=1)):
        return {}

    @app.post("/int")
    def integer(v: Annotated[int, Body()]):
        return {}

    @app.post("/str")
    def string(v: Annotated[str, Body()]):
        return {}

    @app.post("/bytes")
    def binary(v: Annotated[bytes, Body()]):
        return {}

    @app.post("/any")
    def anything(v: Annotated[Any, Body()]):
        return {}

    @app.post("/list")
    def listed(v: list[int]):
        return {}

    @app.post("/dict")
    def mapping(v: dict[str, Any]):
        return {}

    @app.post("/embed")
    def embed(v: Annotated[int, Body(embed=True)]):
        return {}

    @app.post("/embed_optional")
    def embed_optional(v: Annotated[Optional[int], Body(embed=True)] = None):
        return {}

    @app.post("/embed_default")
    def embed_default(v: Annotated[int, Body(embed=True)] = 5):
        return {}

    @app.post("/two")
    def two(a: Item, b: Annotated[int, Body(gt=0)]):
        return {}

    @app.post("/two_optional")
    def two_optional(a: Optional[Item] = None, b: Annotated[Optional[int], Body()] = None):
        return {}

    @app.post("/mixed/{number}")
    def mixed(
        number: int,
        a: Item,
        b: Address,
        q: int,
        x_token: Annotated[int, Header()],
        c: Annotated[Optional[int], Cookie()] = None,
        d: Annotated[int, Body()] = 3,
    ):
        return {}

    @app.post("/nothing")
    def nothing():
        return {}

    @app.put("/literal")
    def literal(v: Annotated[Literal["a", "b"], Body()]):
        return {}

    @app.patch("/date")
    def date(v: Annotated[datetime.date, Body()]):
        return {}

    @app.delete("/uuid")
    def unique(v: Annotated[uuid.UUID, Body()]):
        return {}

    @app.post("/other", openapi_extra=None)
    def other(v: Annotated[str, Body(media_type="text/plain")]):
        return {}

    @app.post("/vendor")
    def vendor(item: Annotated[Item, Body(media_type="application/vnd.item+json")]):
        return {}

    return app


def reading_requests(random_, most):
    paths = [
        "/item",
        "/optional",
        "/default",
        "/int",
        "/str",
        "/bytes",
        "/any",
        "/list",
        "/dict",
        "/embed",
        "/embed_optional",
        "/embed_default",
        "/two",
        "/two_optional",
        "/nothing",
        "/other",
        "/vendor",
    ]
    for path in paths:
        for body in random_.sample(BROKEN, min(len(BROKEN), most)):
            yield Request("POST", path, [JSON], body)
        for kind in TYPES:
            for body in (
                b"",
                b'{"name":"n","price":1}',
                random_.choice([b"1", b'"abc"', b"null", b"{}", b"x", b"\xff\xfe", b"[1]"]),
            ):
                yield Request("POST", path, [] if kind is None else [("content-type", kind)], body)
    for method, path in (("PUT", "/literal"), ("PATCH", "/date"), ("DELETE", "/uuid")):
        for body in [
            b"",
            b"null",
            b'"a"',
            b"1",
            b"{",
            b'"2024-01-01"',
            b'"12345678123456781234567812345678"',
        ]:
            yield Request(method, path, [JSON], body)
            yield Request(method, path, [], body)
            yield Request(method, path, [("content-type", "text/plain")], body)
    good = {"a": ITEM, "b": ADDRESS, "d": 4}
    for _ in range(most * 3):
        target = (
            "/mixed/"
            + random_.choice(["1", "x", "1.5"])
            + random_.choice(["", "?q=1", "?q=", "?q=x", "?q=1&q=2", "?x=1"])
        )
        headers = [JSON] + random_.choice(
            [
                [],
                [("x-token", "1")],
                [("x-token", "x")],
                [("x_token", "1")],
                [("cookie", "c=1"), ("x-token", "2")],
                [("cookie", "c=x; c=2")],
                [("cookie", "c=1; c=x")],
                [("X-Token", "1"), ("x-token", "x")],
            ]
        )
        body = random_.choice(
            [
                b"",
                b"null",
                b"{",
                b"[]",
                b"1",
                values.encoded(mutated(random_, copy.deepcopy(good))).encode(),
            ]
        )
        yield Request("POST", target, headers, body)
