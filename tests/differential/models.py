"""Applications with models, unions, forms, files and routes, and what is asked of them."""

import copy
import datetime
import decimal
import enum
import uuid
from typing import Annotated, Any, Generic, Literal, NamedTuple, Optional, TypeVar, Union

import pydantic
import typing_extensions
from fastapi import (
    Body,
    Cookie,
    Depends,
    FastAPI,
    File,
    Form,
    Header,
    Path,
    Query,
    Response,
    UploadFile,
)
from pydantic import BaseModel, ConfigDict, Field
from pydantic.dataclasses import dataclass

import values
from applications import Color, Number, limited


class Item(BaseModel):
    name: str
    price: float = Field(gt=0)
    quantity: int = Field(default=1, ge=0, le=100)
    tags: list[str] = []
    note: Optional[str] = None


class Address(BaseModel):
    street: str = Field(min_length=1, max_length=20)
    city: str
    code: Optional[limited(str, pattern=r"^\d{4,5}$")] = None


class Person(BaseModel):
    name: str
    born: datetime.date
    home: Address
    others: list[Address] = []
    by_name: dict[str, Address] = {}
    mail: Optional[pydantic.EmailStr] = None
    color: Color = Color.red


class Employee(Person):
    salary: decimal.Decimal = Field(max_digits=8, decimal_places=2)
    boss: Optional["Employee"] = None
    since: Optional[datetime.datetime] = None


class Closed(BaseModel):
    model_config = ConfigDict(extra="forbid")
    a: int
    b: Optional[str] = None


class Open(BaseModel):
    model_config = ConfigDict(extra="allow")
    a: int


class OpenTyped(BaseModel):
    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, int]
    a: int


class Aliased(BaseModel):
    item_name: str = Field(alias="itemName")
    unit_price: float = Field(alias="unitPrice", gt=0)
    remark: str = Field(default="-", alias="remark-text")


class Validated(BaseModel):
    title: str = Field(validation_alias="theTitle")
    count: int = Field(default=2, serialization_alias="theCount")


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int = Field(le=9)


class Dog(BaseModel):
    kind: Literal["dog", "hound"]
    bark: bool


class Fish(BaseModel):
    kind: Literal["fish"] = "fish"
    depth: float


class One(BaseModel):
    a: int


class Two(BaseModel):
    a: int
    b: int


class Three(BaseModel):
    b: str
    c: Optional[int] = None


class Tree(BaseModel):
    value: int
    left: Optional["Tree"] = None
    right: Optional["Tree"] = None
    children: list["Tree"] = []


class Numbered(BaseModel):
    n: Literal[1]
    x: int


class NumberedTwo(BaseModel):
    n: Literal[2]
    y: int


class ColorRed(BaseModel):
    color: Literal[Color.red]
    r: int


class ColorBlue(BaseModel):
    color: Literal[Color.blue]
    b: int


T = TypeVar("T")


class Page(BaseModel, Generic[T]):
    items: list[T]
    total: int = Field(ge=0)


class Pair(NamedTuple):
    left: int
    right: str


class Typed(typing_extensions.TypedDict):
    a: int
    b: typing_extensions.NotRequired[str]


@dataclass
class Point:
    x: int
    y: int = 0


class Everything(BaseModel):
    i: int = 0
    f: float = 0.0
    b: bool = False
    s: str = ""
    y: bytes = b""
    d: Optional[datetime.date] = None
    dt: Optional[datetime.datetime] = None
    t: Optional[datetime.time] = None
    td: Optional[datetime.timedelta] = None
    u: Optional[uuid.UUID] = None
    dec: Optional[decimal.Decimal] = None
    url: Optional[pydantic.HttpUrl] = None
    e: Color = Color.red
    n: Number = Number.one
    lit: Literal["a", 1] = "a"
    st: set[int] = set()
    fs: frozenset[str] = frozenset()
    tu: tuple[int, str] = (1, "a")
    li: list[Union[int, str]] = []
    di: dict[str, Union[float, bool]] = {}
    un: Union[int, Address, list[int], None] = None
    an: Any = None


class RootList(pydantic.RootModel[list[int]]):
    pass


class RootUnion(pydantic.RootModel[Union[int, Item]]):
    pass


class Defaulted(BaseModel):
    when: datetime.date = datetime.date(2024, 1, 1)
    amount: decimal.Decimal = decimal.Decimal("1.50")
    color: Color = Color.blue
    point: Address = Address(street="s", city="c")
    numbers: list[int] = [1, 2]


Pet = Annotated[Union[Cat, Dog, Fish], Field(discriminator="kind")]

ITEM = {"name": "n", "price": 1.5, "quantity": 2, "tags": ["a"], "note": "x"}
ADDRESS = {"street": "s", "city": "c", "code": "12345"}
PERSON = {
    "name": "Ada",
    "born": "1815-12-10",
    "home": ADDRESS,
    "others": [ADDRESS],
    "by_name": {"x": ADDRESS},
    "mail": "a@b.co",
    "color": "blue",
}
TREE = {
    "value": 1,
    "left": {"value": 2, "children": [{"value": 3}]},
    "right": None,
    "children": [{"value": 4}],
}
EVERYTHING = {
    "i": 1,
    "f": 1.5,
    "b": True,
    "s": "s",
    "y": "y",
    "d": "2024-01-01",
    "dt": "2024-01-01T00:00:00",
    "t": "12:30",
    "td": "P1D",
    "u": "12345678-1234-5678-1234-567812345678",
    "dec": "1.5",
    "url": "http://a.co",
    "e": "red",
    "n": 2,
    "lit": 1,
    "st": [1],
    "fs": ["a"],
    "tu": [1, "a"],
    "li": [1, "a"],
    "di": {"a": 1.5},
    "un": ADDRESS,
    "an": {"x": [1]},
}

# name: (type, values that are good for it)
BODIES = {
    "item": (Item, [ITEM, {"name": "n", "price": 1}]),
    "person": (Person, [PERSON]),
    "employee": (
        Employee,
        [
            {
                **PERSON,
                "salary": "1.5",
                "boss": {**PERSON, "salary": 2},
                "since": "2024-01-01T00:00:00Z",
            }
        ],
    ),
    "closed": (Closed, [{"a": 1, "b": "x"}]),
    "open": (Open, [{"a": 1, "c": 2}]),
    "open_typed": (OpenTyped, [{"a": 1, "c": 2}]),
    "aliased": (Aliased, [{"itemName": "x", "unitPrice": 1, "remark-text": "y"}]),
    "validated": (Validated, [{"theTitle": "x", "count": 3}]),
    "pet": (
        Pet,
        [
            {"kind": "cat", "lives": 9},
            {"kind": "dog", "bark": True},
            {"kind": "hound", "bark": 0},
            {"kind": "fish", "depth": 1},
        ],
    ),
    "pets": (list[Pet], [[{"kind": "cat", "lives": 9}, {"kind": "fish", "depth": 1}]]),
    "optional_pet": (Optional[Pet], [{"kind": "cat", "lives": 9}]),
    "numbered": (
        Annotated[Union[Numbered, NumberedTwo], Field(discriminator="n")],
        [{"n": 1, "x": 1}, {"n": 2, "y": 2}],
    ),
    "colored": (
        Annotated[Union[ColorRed, ColorBlue], Field(discriminator="color")],
        [{"color": "red", "r": 1}, {"color": "blue", "b": 2}],
    ),
    "union_models": (Union[One, Two, Three], [{"a": 1}, {"a": 1, "b": 2}, {"b": "x", "c": 1}]),
    "union_plain": (
        Union[Cat, Dog, Fish],
        [{"kind": "cat", "lives": 9}, {"kind": "dog", "bark": True}],
    ),
    "model_or_list": (Union[Item, list[Item]], [ITEM, [ITEM]]),
    "model_or_int": (Union[Item, int, str], [ITEM, 1, "x"]),
    "optional_model": (Optional[Item], [ITEM]),
    "list_models": (list[Item], [[ITEM, ITEM]]),
    "dict_models": (dict[str, Item], [{"a": ITEM}]),
    "dict_keys_models": (dict[Color, Item], [{"red": ITEM}]),
    "tuple_models": (tuple[Item, Address], [[ITEM, ADDRESS]]),
    "tree": (Tree, [TREE]),
    "page": (Page[Item], [{"items": [ITEM], "total": 1}]),
    "pair": (Pair, [[1, "a"]]),
    "typed": (Typed, [{"a": 1, "b": "x"}]),
    "point": (Point, [{"x": 1, "y": 2}]),
    "point_or_item": (Union[Point, Item], [{"x": 1}, ITEM]),
    "everything": (Everything, [EVERYTHING, {}]),
    "root_list": (RootList, [[1, 2]]),
    "root_union": (RootUnion, [1, ITEM]),
    "defaulted": (
        Defaulted,
        [{"when": "2024-01-01", "amount": 1, "color": "red", "point": ADDRESS, "numbers": [3]}],
    ),
    "list_of_unions": (list[Union[One, Two, int]], [[{"a": 1}, {"a": 1, "b": 2}, 3]]),
    "nested_union": (
        Union[list[One], dict[str, One], One],
        [[{"a": 1}], {"x": {"a": 1}}, {"a": 1}],
    ),
}


def everywhere(value, place=()):
    """The places of all parts of the value."""
    yield place
    members = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value) if isinstance(value, list) else ()
    )
    for key, member in members:
        yield from everywhere(member, place + (key,))


def replaced(value, place, new):
    if not place:
        return new
    value = copy.copy(value)
    value[place[0]] = replaced(value[place[0]], place[1:], new)
    return value


def part(value, place):
    for step in place:
        value = value[step]
    return value


POOL = values.NUMBERS[:60] + values.OTHERS + values.COMMON + values.DATES[:20] + values.EMAILS[:10]


def mutated(random_, value):
    """The value with something wrong, or something else that may be right, in one place or two."""
    for _ in range(random_.choice([1, 1, 1, 2, 3])):
        place = random_.choice(list(everywhere(value)))
        old = part(value, place)
        change = random_.randrange(6)
        if change == 0 and isinstance(old, dict) and old:
            new = dict(old)
            del new[random_.choice(list(new))]
        elif change == 1 and isinstance(old, dict):
            new = {**old, random_.choice(["extra", "b", "c", "x", ""]): random_.choice(POOL)}
        elif change == 2 and isinstance(old, list):
            new = old + [random_.choice(POOL)] if random_.random() < 0.5 else old[:-1]
        elif change == 3:
            new = random_.choice([[old], {"v": old}, None])
        elif change == 4 and isinstance(old, dict) and old:
            key = random_.choice(list(old))
            new = {(name.upper() if name == key else name): member for name, member in old.items()}
        else:
            new = random_.choice(POOL)
        value = replaced(value, place, new)
    return value


def bodies_application(marker):
    app = FastAPI()
    for name, (kind, _) in BODIES.items():

        def route(v):
            return {"v": v}

        route.__annotations__ = {"v": Annotated[kind, marker]}
        route.__name__ = "model_" + name
        app.post("/" + name)(route)
    return app


JSON = ("content-type", "application/json")


def bodies_requests(random_, most, request, wrap):
    for name, (_, good) in BODIES.items():
        chosen = list(good) + [
            mutated(random_, copy.deepcopy(random_.choice(good))) for _ in range(most * 2)
        ]
        for value in chosen:
            yield request(
                "POST",
                "/" + name,
                [JSON],
                wrap(values.encoded(value)).encode("utf-8", "surrogatepass"),
            )


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

TYPES = [
    None,
    "application/json",
    "application/json; charset=utf-8",
    "APPLICATION/JSON",
    "application/json;",
    " application/json",
    "application/vnd.api+json",
    "application/geo+json; a=b",
    "application/x+JSON",
    "text/json",
    "text/plain",
    "application/xml",
    "application/octet-stream",
    "application/jsonp",
    "application/jsonx+json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "multipart/form-data; boundary=x",
    "image/json",
    "x+json",
    "json",
    "",
    "application/",
    "/json",
    "application/json, text/plain",
    "*/*",
    "application/+json",
    "application/json+x",
    "text/html+json",
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


def reading_requests(random_, most, request):
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
            yield request("POST", path, [JSON], body)
        for kind in TYPES:
            for body in (
                b"",
                b'{"name":"n","price":1}',
                random_.choice([b"1", b'"abc"', b"null", b"{}", b"x", b"\xff\xfe", b"[1]"]),
            ):
                yield request("POST", path, [] if kind is None else [("content-type", kind)], body)
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
            yield request(method, path, [JSON], body)
            yield request(method, path, [], body)
            yield request(method, path, [("content-type", "text/plain")], body)
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
        yield request("POST", target, headers, body)


def forms_application():
    app = FastAPI()

    class Login(BaseModel):
        username: str = Field(min_length=2)
        password: str
        remember: bool = False
        age: Optional[int] = None

    class Strict(BaseModel):
        model_config = ConfigDict(extra="forbid")
        a: int
        tags: list[str] = []

    class Upload(BaseModel):
        file: UploadFile
        note: str = ""

    class Everything(BaseModel):
        b: bool = False
        f: float = 1.5
        d: Optional[datetime.date] = None
        c: Color = Color.red
        li: list[int] = [1]
        st: set[int] = set()
        alias: str = Field(default="x", alias="the-alias")

    @app.post("/fields")
    def fields(
        a: Annotated[int, Form()],
        b: Annotated[str, Form()],
        c: Annotated[Optional[str], Form()] = None,
        d: Annotated[int, Form(ge=1)] = 5,
    ):
        return {}

    @app.post("/lists")
    def lists(a: Annotated[list[int], Form()], b: Annotated[list[str], Form()] = []):
        return {}

    @app.post("/optional")
    def optional(a: Annotated[Optional[int], Form()] = None):
        return {}

    @app.post("/required_optional")
    def required_optional(a: Annotated[Optional[int], Form()]):
        return {}

    @app.post("/login")
    def login(form: Annotated[Login, Form()]):
        return {}

    @app.post("/strict")
    def strict(form: Annotated[Strict, Form()]):
        return {}

    @app.post("/everything")
    def all_types(form: Annotated[Everything, Form()]):
        return {}

    @app.post("/file")
    def file(file: UploadFile):
        return {}

    @app.post("/bytes")
    def binary(file: Annotated[bytes, File()]):
        return {}

    @app.post("/bytes_short")
    def binary_short(file: Annotated[bytes, File(max_length=3)]):
        return {}

    @app.post("/files")
    def files(files: list[UploadFile]):
        return {}

    @app.post("/bytes_list")
    def bytes_list(files: Annotated[list[bytes], File()]):
        return {}

    @app.post("/optional_file")
    def optional_file(file: Optional[UploadFile] = None):
        return {}

    @app.post("/optional_bytes")
    def optional_bytes(file: Annotated[Optional[bytes], File()] = None):
        return {}

    @app.post("/file_and_form")
    def file_and_form(
        file: UploadFile, token: Annotated[str, Form()], count: Annotated[int, Form()] = 1
    ):
        return {}

    @app.post("/upload_model")
    def upload_model(form: Annotated[Upload, Form(media_type="multipart/form-data")]):
        return {}

    @app.post("/alias")
    def alias(a: Annotated[int, Form(alias="the-a")]):
        return {}

    return app


FORM = ("content-type", "application/x-www-form-urlencoded")
FORM_BODIES = [
    b"",
    b"a=1",
    b"a=1&b=x",
    b"a=&b=",
    b"a&b",
    b"a=x&b=y&d=0",
    b"a=1&a=2&b=x",
    b"a=1&a=x",
    b"b=x&a=+1",
    b"a=%31&b=%C3%A9",
    b"a=%FF&b=%zz",
    b"&&a=1&&b=2&",
    b"a=1;b=2",
    b"=1",
    b"a==1&b==",
    b"the-a=1",
    b"the-a=x",
    b"username=ab&password=x",
    b"username=a&password=",
    b"username=ab&password=x&remember=on&age=",
    b"username=ab&password=x&remember=x&age=x&extra=1",
    b"a=1&extra=2",
    b"a=1&extra=2&extra=3&tags=x&tags=y",
    b"a=1&tags=",
    b"b=on&f=x&d=2024-01-01&c=red&li=1&li=2&st=1&st=1",
    b"b=&f=&d=&c=&li=&st=",
    b"c=blu&li=x&the-alias=q",
    b"file=x",
    b"files=x",
    b"file=",
    b"token=x&file=y",
    b"a=1&c=&b=x",
    b"c=x",
    b'{"a":1}',
    b"\xff=1",
    b"a=\xff",
    b"a=1\r\nb=2",
    "a=1&b=é".encode(),
    b"a=1&b=" + b"x" * 2000,
    b"A=1&B=x",
    b"a[]=1&b=x",
    b"a.b=1",
    b"a=1&b=x&d=",
    b"a=1&b=x&d=1.0",
    b"a=null&b=null",
]
PARTS = [
    b'Content-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nhello',
    b'Content-Disposition: form-data; name="file"\r\n\r\nhello',
    b'Content-Disposition: form-data; name="file"; filename=""\r\n\r\n',
    b'Content-Disposition: form-data; name="file"; filename="b"\r\n\r\n',
    b'Content-Disposition: form-data; name="file"\r\n\r\n',
    b'Content-Disposition: form-data; name="files"; filename="a.bin"\r\nContent-Type: application/octet-stream\r\n\r\n\x00\xff\r\n\x01',
    b'Content-Disposition: form-data; name="files"\r\n\r\ntext',
    b'Content-Disposition: form-data; name="token"\r\n\r\nabc',
    b'Content-Disposition: form-data; name="token"\r\n\r\n',
    b'Content-Disposition: form-data; name="count"\r\n\r\nx',
    b'Content-Disposition: form-data; name="note"\r\n\r\n\xc3\xa9',
    b'Content-Disposition: form-data; name="a"\r\n\r\n1',
    b'Content-Disposition: form-data; name="b"\r\n\r\nx',
    b"Content-Disposition: form-data\r\n\r\nx",
    b"Content-Type: text/plain\r\n\r\nx",
    b'content-disposition: FORM-DATA; NAME="a"\r\n\r\n1',
    b"Content-Disposition: form-data; name=a\r\n\r\n1",
    b'Content-Disposition: form-data; name="username"\r\n\r\nab',
    b'Content-Disposition: form-data; name="password"\r\n\r\nx',
    b'Content-Disposition: attachment; name="a"\r\n\r\n1',
    b'Content-Disposition: form-data; name=""\r\n\r\n1',
    b"Bad Header\r\n\r\n1",
    b'Content-Disposition: form-data; name="tags"\r\n\r\nx',
    b"Content-Disposition: form-data; name=\"a\"; filename*=UTF-8''x\r\n\r\n1",
]


def multipart(random_):
    boundary = random_.choice([b"xx", b"xx", b"xx", b"----WebKitFormBoundaryAbC123"])
    parts = [random_.choice(PARTS) for _ in range(random_.choice([0, 1, 1, 2, 2, 3]))]
    body = (
        b"".join(b"--" + boundary + b"\r\n" + part + b"\r\n" for part in parts)
        + b"--"
        + boundary
        + b"--\r\n"
    )
    damage = random_.randrange(20)
    if damage == 0:
        body = body[:-8]
    elif damage == 1:
        body = b"preamble\r\n" + body
    elif damage == 2:
        body = body + b"epilogue"
    elif damage == 3:
        body = body.replace(b"\r\n", b"\n")
    elif damage == 4:
        body = b"\r\n" + body
    elif damage == 5:
        body = b""
    kind = random_.choice(
        ["multipart/form-data; boundary=%s"] * 12
        + [
            'multipart/form-data; boundary="%s"',
            "multipart/form-data",
            "Multipart/Form-Data; Boundary=%s",
            "multipart/form-data;boundary=%s; charset=utf-8",
            "multipart/form-data; boundary=",
            "multipart/mixed; boundary=%s",
        ]
    )
    return [("content-type", kind % boundary.decode() if "%s" in kind else kind)], body


def forms_requests(random_, most, request):
    plain = [
        "/fields",
        "/lists",
        "/optional",
        "/required_optional",
        "/login",
        "/strict",
        "/everything",
        "/alias",
    ]
    files = [
        "/file",
        "/bytes",
        "/bytes_short",
        "/files",
        "/bytes_list",
        "/optional_file",
        "/optional_bytes",
        "/file_and_form",
        "/upload_model",
    ]
    for path in plain + files:
        for body in FORM_BODIES if path in plain else random_.sample(FORM_BODIES, 12):
            yield request("POST", path, [FORM], body)
        for _ in range(most if path in plain else most * 3):
            headers, body = multipart(random_)
            yield request("POST", path, headers, body)
        for kind in TYPES:
            yield request(
                "POST",
                path,
                [] if kind is None else [("content-type", kind)],
                random_.choice(FORM_BODIES),
            )


def parameters_application():
    app = FastAPI()

    class Filter(BaseModel):
        limit: int = Field(100, gt=0, le=100)
        order: Literal["a", "b"] = "a"
        tags: list[str] = []
        since: Optional[datetime.date] = None
        name: str

    class Closed(BaseModel):
        model_config = ConfigDict(extra="forbid")
        a: int
        b: list[int] = []

    class Headers(BaseModel):
        host: str
        save_data: bool
        x_tag: list[str] = []
        trace: Optional[int] = Field(default=None, alias="x-trace-id")

    class Cookies(BaseModel):
        session: str = Field(min_length=2)
        visits: int = 0

    @app.get("/filter")
    def filtered(f: Annotated[Filter, Query()]):
        return {}

    @app.get("/closed")
    def closed(f: Annotated[Closed, Query()]):
        return {}

    @app.get("/headers")
    def headers(h: Annotated[Headers, Header()]):
        return {}

    @app.get("/headers_kept")
    def headers_kept(h: Annotated[Headers, Header(convert_underscores=False)]):
        return {}

    @app.get("/cookies")
    def cookies(c: Annotated[Cookies, Cookie()]):
        return {}

    @app.get("/many/{a}/{b}")
    def many(
        a: int,
        b: Color,
        c: int,
        d: Optional[str] = None,
        e: Annotated[str, Query(alias="the-e", min_length=2)] = "xx",
        f: Annotated[list[int], Query()] = [],
        g: bool = False,
        h: Annotated[Optional[str], Header()] = None,
        user_agent: Annotated[Optional[str], Header()] = None,
        x_list: Annotated[Optional[list[str]], Header()] = None,
        i: Annotated[Optional[int], Cookie()] = None,
    ):
        return {}

    @app.get("/kept")
    def kept(x_y: Annotated[int, Header(convert_underscores=False)]):
        return {}

    @app.get("/defaults")
    def defaults(
        a: int = 1,
        b: float = 2.5,
        c: Optional[int] = 3,
        d: Color = Color.red,
        e: list[int] = Query([1, 2]),
        f: datetime.date = datetime.date(2024, 1, 1),
        g: str = "",
    ):
        return {}

    @app.get("/required_null")
    def required_null(a: Optional[int], b: Annotated[Optional[list[int]], Query()]):
        return {}

    def pages(skip: int = 0, limit: Annotated[int, Query(le=10)] = 5):
        return {}

    @app.get("/depends")
    def depends(page: Annotated[dict, Depends(pages)], skip: int, q: str):
        return {}

    @app.get("/hidden")
    def hidden(a: Annotated[Optional[str], Query(deprecated=True)] = None):
        return {}

    return app


def parameters_requests(random_, most, request):
    words = [
        "limit=1",
        "limit=0",
        "limit=x",
        "limit=",
        "limit=101",
        "order=a",
        "order=c",
        "order=",
        "tags=a",
        "tags=b",
        "tags=",
        "since=2024-01-01",
        "since=x",
        "name=n",
        "name=",
        "name",
        "a=1",
        "a=x",
        "b=1",
        "b=x",
        "c=1",
        "c=x",
        "d=red",
        "d=x",
        "e=1",
        "e=x",
        "f=1",
        "f=2024-01-01",
        "g=1",
        "g=x",
        "the-e=a",
        "the-e=ab",
        "skip=1",
        "skip=x",
        "limit=11",
        "q=x",
        "q=",
        "extra=1",
        "a=%20",
        "a=%ff",
        "c=1%2B1",
        "c=+1",
        "A=1",
        "a=1;b=2",
        "",
        "=",
        "=x",
        "a==1",
        "%61=1",
        "tags[]=x",
        "d=%C3%A9",
    ]
    headers = [
        ("save-data", "true"),
        ("save-data", "x"),
        ("save_data", "true"),
        ("x-tag", "a"),
        ("x-tag", "b"),
        ("x_tag", "c"),
        ("x-trace-id", "1"),
        ("x-trace-id", "x"),
        ("x_y", "1"),
        ("x-y", "1"),
        ("x_y", "x"),
        ("user-agent", "u"),
        ("x-list", "1"),
        ("x-list", "2, 3"),
        ("h", "v"),
        ("cookie", "session=ab"),
        ("cookie", "session=a; visits=x"),
        ("cookie", 'session="a b"; visits=2'),
        ("cookie", "visits=1"),
        ("cookie", "i=1"),
        ("cookie", "i=x; i=2"),
        ("cookie", "session"),
        ("cookie", "=x; session=ab"),
        ("cookie", "session=ab;visits=3"),
        ("cookie", "session=a=b"),
        ("cookie", "session=ab; extra=1"),
        ("Save-Data", "1"),
        ("save-data", ""),
    ]
    paths = [
        "/filter",
        "/closed",
        "/headers",
        "/headers_kept",
        "/cookies",
        "/many/1/red",
        "/many/x/y",
        "/many/1/",
        "/kept",
        "/defaults",
        "/required_null",
        "/depends",
        "/hidden",
    ]
    for path in paths:
        for _ in range(most * 3):
            query = "&".join(random_.sample(words, random_.randrange(0, 5)))
            yield request(
                "GET",
                path + ("?" + query if query or random_.random() < 0.2 else ""),
                random_.sample(headers, random_.randrange(0, 4)),
            )


def routes_application():
    app = FastAPI()

    def done(**_):
        return {}

    @app.get("/")
    def root():
        return {}

    @app.get("/items")
    def items():
        return []

    @app.post("/items", status_code=201)
    def create(item: Item):
        return {}

    @app.get("/items/{item_id}")
    def item(item_id: int):
        return {}

    @app.get("/items/special")
    def special():
        return {}

    @app.put("/items/{item_id}")
    def put(item_id: int, item: Item):
        return {}

    @app.delete("/items/{item_id}", status_code=204)
    def delete(item_id: int):
        return None

    @app.get("/slash/")
    def slash():
        return {}

    @app.get("/files/{path:path}")
    def files(path: str):
        return {}

    @app.get("/a/{b}/c/{d}")
    def nested(b: str, d: int):
        return {}

    @app.get("/dots/{name}.{ext}")
    def dots(name: str, ext: str):
        return {}

    @app.get("/x-{n}")
    def prefixed(n: int):
        return {}

    @app.head("/head")
    def head():
        return None

    @app.options("/options")
    def options():
        return {}

    @app.api_route("/both", methods=["GET", "POST"])
    def both():
        return {}

    @app.get("/status", status_code=304)
    def unchanged():
        return None

    @app.get("/accepted", status_code=202)
    def accepted():
        return {}

    @app.get("/reset", status_code=205)
    def reset():
        return None

    @app.get("/ünïcode")
    def unicode_():
        return {}

    @app.get("/sp ace")
    def space():
        return {}

    @app.trace("/trace")
    def trace():
        return {}

    return app


def routes_requests(random_, most, request):
    paths = [
        "/",
        "",
        "//",
        "/items",
        "/items/",
        "/items//",
        "//items",
        "/Items",
        "/items/1",
        "/items/1/",
        "/items/x",
        "/items/special",
        "/items/special/",
        "/items/1/2",
        "/items/%31",
        "/items/a%2Fb",
        "/items/%2F",
        "/items/..",
        "/items/.",
        "/slash",
        "/slash/",
        "/slash//",
        "/files",
        "/files/",
        "/files/a",
        "/files/a/b",
        "/files//a",
        "/files/a%2Fb",
        "/a/b/c/1",
        "/a/b/c/x",
        "/a//c/1",
        "/a/b/c/",
        "/dots/a.b",
        "/dots/a.b.c",
        "/dots/a",
        "/dots/.b",
        "/dots/a.",
        "/x-1",
        "/x-",
        "/x-a",
        "/x-1/",
        "/head",
        "/options",
        "/both",
        "/both/",
        "/status",
        "/accepted",
        "/reset",
        "/%C3%BCn%C3%AFcode",
        "/ünïcode".encode().decode("latin-1"),
        "/sp%20ace",
        "/sp+ace",
        "/trace",
        "/nope",
        "/nope/",
        "/items?x=1",
        "/items/?x=1",
        "/slash?a=b&c",
        "/slash?",
        "/openapi.json/",
        "/docs/",
        "/items%3Fx=1",
        "/%",
        "/%zz",
        "/items/%FF",
        "/items/1%20",
        "/items/+1",
        "/items/ 1".replace(" ", "%20"),
        "/items/1;x",
        "/items;x",
        "/ITEMS/1",
        "/items/%E2%82%AC",
    ]
    for path in paths:
        for method in ("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE"):
            yield request(method, path)
    for body in (b"", b"{", b'{"name":"n","price":1}', b'{"name":1}'):
        for path in ("/items", "/items/1", "/items/x", "/items/"):
            for method in ("POST", "PUT", "GET", "DELETE"):
                yield request(method, path, [JSON], body)


def everything(random_, most, request):
    """Each application with its name and what it is asked."""
    yield "models", bodies_application(Body()), bodies_requests(
        random_, most, request, lambda text: text
    )
    yield "embedded", bodies_application(Body(embed=True)), bodies_requests(
        random_, most // 3, request, lambda text: '{"v": ' + text + "}"
    )
    yield "reading", reading_application(), reading_requests(random_, most, request)
    yield "forms", forms_application(), forms_requests(random_, most, request)
    yield "parameters", parameters_application(), parameters_requests(random_, most, request)
    yield "routes", routes_application(), routes_requests(random_, most, request)
