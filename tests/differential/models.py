"""Models of every shape as bodies, and what is sent for them: good values and mutations of these."""

import copy
import datetime
import decimal
import ipaddress
import uuid
from typing import Annotated, Any, Generic, Literal, NamedTuple, Optional, TypeVar, Union

import pydantic
import typing_extensions
from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel
from pydantic.dataclasses import dataclass

import values
from applications import Color, Number, limited
from asking import JSON, Request


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


class CatOfTwo(BaseModel):
    kind: Literal["cat"]
    coat: Literal["short"]
    lives: int


class CatOfThree(BaseModel):
    kind: Literal["cat"]
    coat: Literal["long"]
    brushed: bool


class AliasedCat(BaseModel):
    pet_kind: Literal["cat"] = Field(alias="petKind")
    lives: int = 9


class AliasedDog(BaseModel):
    pet_kind: Literal["dog"] = Field(alias="petKind")
    bark: bool


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


class Camel(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, extra="forbid")
    user_name: str
    home_address: Address
    zip_codes: list[limited(int, ge=1)] = []


class Constrained(BaseModel):
    i: int = Field(gt=0, lt=100, multiple_of=5)
    f: float = Field(0.5, ge=0, le=1)
    d: decimal.Decimal = Field("1.00", max_digits=5, decimal_places=2, gt=0)
    s: str = Field("AB", min_length=2, max_length=4, pattern="^[A-Z]+$")
    items: list[limited(int, ge=0)] = Field([1], min_length=1, max_length=3)
    names: set[str] = Field(set(), max_length=2)
    counts: dict[str, int] = Field({}, max_length=2)
    either: Union[limited(int, ge=10), limited(str, max_length=2)] = "x"
    data: bytes = Field(b"ab", min_length=2)


class Nullable(BaseModel):
    a: Optional[int]
    b: Union[int, str, None]
    c: list[Optional[int]]
    d: dict[str, Optional[str]] = {}
    e: Optional[list[Optional[Color]]] = None
    f: None = None


class Encoded(BaseModel):
    model_config = ConfigDict(val_json_bytes="base64", ser_json_bytes="base64")
    data: Annotated[bytes, Field(max_length=4)]
    more: list[bytes] = []


class Titled(BaseModel):
    model_config = ConfigDict(title="A title of its own")
    x: int


class Transfer(BaseModel):
    way: Literal["wire", "sepa"]
    account: str


class Cash(BaseModel):
    way: Literal["cash"]
    given: float


class Deep(BaseModel):
    by_name: dict[str, list[dict[str, tuple[int, Optional[Address]]]]]
    cube: list[list[list[int]]] = []
    sets: list[set[int]] = []


class Network(BaseModel):
    ip: Union[ipaddress.IPv4Address, ipaddress.IPv6Address]
    net: ipaddress.IPv4Network
    url: pydantic.AnyUrl
    id: pydantic.UUID4
    numbers: pydantic.Json[list[int]] = "[1]"
    address: pydantic.Json[Address] = None
    data: pydantic.Base64Bytes = b""
    size: pydantic.ByteSize = 1


class Line(BaseModel):
    ends: list[Pair]
    start: Optional[Pair] = None


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
    "pet_of_pets": (
        Annotated[
            Union[Annotated[Union[CatOfTwo, CatOfThree], Field(discriminator="coat")], Dog],
            Field(discriminator="kind"),
        ],
        [
            {"kind": "cat", "coat": "short", "lives": 9},
            {"kind": "cat", "coat": "long", "brushed": True},
            {"kind": "dog", "bark": 1},
        ],
    ),
    "aliased_pet": (
        Annotated[Union[AliasedCat, AliasedDog], Field(discriminator="pet_kind")],
        [{"petKind": "cat", "lives": 9}, {"petKind": "dog", "bark": True}],
    ),
    "pet_by_name": (dict[str, Pet], [{"a": {"kind": "cat", "lives": 9}}]),
    "pet_or_int": (Union[Pet, int], [{"kind": "cat", "lives": 9}, 5]),
    "camel": (Camel, [{"userName": "x", "homeAddress": ADDRESS, "zipCodes": [1]}]),
    "constrained": (
        Constrained,
        [
            {"i": 5},
            {
                "i": 10,
                "f": 0.5,
                "d": "1.5",
                "s": "AB",
                "items": [1],
                "names": ["a"],
                "counts": {"a": 1},
                "either": 10,
                "data": "ab",
            },
        ],
    ),
    "nullable": (
        Nullable,
        [
            {
                "a": None,
                "b": None,
                "c": [None, 1],
                "d": {"x": None},
                "e": ["red", None],
                "f": None,
            }
        ],
    ),
    "encoded": (Encoded, [{"data": "YQ==", "more": ["_-8", "/+8="]}]),
    "titled": (Union[Titled, One], [{"x": 1}, {"a": 1}]),
    "payment": (
        Annotated[Union[Transfer, Cash], Field(discriminator="way")],
        [{"way": "sepa", "account": "x"}, {"way": "cash", "given": 1}],
    ),
    "deep": (
        Deep,
        [{"by_name": {"k": [{"q": [1, ADDRESS]}]}, "cube": [[[1]]], "sets": [[1, 2]]}],
    ),
    "network": (
        Network,
        [
            {
                "ip": "1.2.3.4",
                "net": "10.0.0.0/8",
                "url": "http://a",
                "id": "16fd2706-8baf-433b-82eb-8c7fada847da",
                "numbers": "[1]",
                "address": '{"street": "s", "city": "c"}',
                "data": "YQ==",
                "size": "1kb",
            }
        ],
    ),
    "line": (Line, [{"ends": [[1, "a"], {"left": 2, "right": "b"}], "start": [3, "c"]}]),
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


def bodies_requests(random_, most, wrap):
    for name, (_, good) in BODIES.items():
        chosen = list(good) + [
            mutated(random_, copy.deepcopy(random_.choice(good))) for _ in range(most * 2)
        ]
        for value in chosen:
            yield Request(
                "POST",
                "/" + name,
                [JSON],
                wrap(values.encoded(value)).encode("utf-8", "surrogatepass"),
            )
