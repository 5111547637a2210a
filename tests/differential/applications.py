"""Applications that ask for every kind of input in every place, and say what to send to each route."""

import datetime
import decimal
import enum
import ipaddress
import pathlib
import re
import uuid
from typing import Annotated, Any, Literal, Optional, Union

import pydantic
from fastapi import FastAPI, Header, Path, params
from fastapi.exceptions import FastAPIError


class Color(str, enum.Enum):
    red = "red"
    green = "green"
    blue = "blue"


class Number(enum.IntEnum):
    one = 1
    two = 2
    big = 1000


class Ratio(float, enum.Enum):
    half = 0.5
    whole = 1.0


class Plain(enum.Enum):
    text = "a"
    number = 2
    ratio = 1.5


class Single(str, enum.Enum):
    only = "a"


class Quoted(str, enum.Enum):
    single = "it's"
    double = 'say "hi"'
    other = "日本"
    lines = "a\nb"
    none = ""


class Unlike(enum.Enum):
    nothing = None
    pair = (1, 2)
    text = "z"


def limited(base, **limits):
    """The type with the limits that Field takes."""
    return Annotated[base, pydantic.Field(**limits)]


# name: (type, the kind of values that are hard on it)
SCALARS = {
    "int": (int, "integer"),
    "int_ge_le": (limited(int, ge=1, le=10), "integer"),
    "int_gt_lt": (limited(int, gt=-1, lt=10), "integer"),
    "int_multiple": (limited(int, multiple_of=3), "integer"),
    "int_all": (limited(int, ge=2, le=9, multiple_of=2), "integer"),
    "int_large": (limited(int, ge=10**18, le=10**19), "integer"),
    "float": (float, "float"),
    "float_ge_le": (limited(float, ge=0.5, le=10), "float"),
    "float_gt_lt": (limited(float, gt=0.5, lt=9.5), "float"),
    "float_multiple": (limited(float, multiple_of=0.1), "float"),
    "float_whole": (limited(float, gt=1, multiple_of=0.5), "float"),
    "bool": (bool, "boolean"),
    "str": (str, "string"),
    "str_least": (limited(str, min_length=1), "string"),
    "str_lengths": (limited(str, min_length=2, max_length=5), "string"),
    "str_pattern": (limited(str, pattern="^[a-z]+[0-9]?$"), "string"),
    "str_search": (limited(str, pattern=r"b\d*"), "string"),
    "str_all": (limited(str, min_length=2, max_length=4, pattern=r"^\w+$"), "string"),
    "str_unicode": (limited(str, pattern=r"^[^\W\d_]{2,}\b"), "string"),
    "bytes": (bytes, "string"),
    "bytes_lengths": (limited(bytes, min_length=2, max_length=5), "string"),
    "decimal": (decimal.Decimal, "decimal"),
    "decimal_digits": (limited(decimal.Decimal, max_digits=4, decimal_places=2), "decimal"),
    "decimal_max": (limited(decimal.Decimal, max_digits=3), "decimal"),
    "decimal_places": (limited(decimal.Decimal, decimal_places=1), "decimal"),
    "decimal_limits": (limited(decimal.Decimal, gt=1, le=100), "decimal"),
    "decimal_multiple": (limited(decimal.Decimal, multiple_of=decimal.Decimal("0.1")), "decimal"),
    "decimal_all": (
        limited(decimal.Decimal, ge=0, lt=50, max_digits=3, decimal_places=1),
        "decimal",
    ),
    "date": (datetime.date, "date"),
    "datetime": (datetime.datetime, "datetime"),
    "time": (datetime.time, "time"),
    "timedelta": (datetime.timedelta, "duration"),
    "uuid": (uuid.UUID, "uuid"),
    "uuid1": (pydantic.UUID1, "uuid"),
    "uuid3": (pydantic.UUID3, "uuid"),
    "uuid4": (pydantic.UUID4, "uuid"),
    "uuid5": (pydantic.UUID5, "uuid"),
    "uuid7": (pydantic.UUID7, "uuid"),
    "email": (pydantic.EmailStr, "email"),
    "name_email": (pydantic.NameEmail, "email"),
    "url": (pydantic.AnyUrl, "url"),
    "http_url": (pydantic.HttpUrl, "url"),
    "ipv4": (ipaddress.IPv4Address, "address"),
    "ipv6": (ipaddress.IPv6Address, "address"),
    "ip_any": (pydantic.IPvAnyAddress, "address"),
    "ipv4_network": (ipaddress.IPv4Network, "address"),
    "ipv6_network": (ipaddress.IPv6Network, "address"),
    "ip_any_network": (pydantic.IPvAnyNetwork, "address"),
    "ipv4_interface": (ipaddress.IPv4Interface, "address"),
    "ipv6_interface": (ipaddress.IPv6Interface, "address"),
    "ip_any_interface": (pydantic.IPvAnyInterface, "address"),
    "json": (pydantic.Json, "json"),
    "json_int": (pydantic.Json[int], "json"),
    "json_list": (pydantic.Json[list[int]], "json"),
    "secret": (pydantic.SecretStr, "string"),
    "secret_lengths": (limited(pydantic.SecretStr, min_length=2, max_length=4), "string"),
    "byte_size": (pydantic.ByteSize, "bytesize"),
    "base64": (pydantic.Base64Str, "base64"),
    "base64_bytes": (pydantic.Base64Bytes, "base64"),
    "base64_url": (pydantic.Base64UrlStr, "base64"),
    "path": (pathlib.Path, "string"),
    "regex": (re.Pattern, "string"),
    "secret_bytes": (limited(pydantic.SecretBytes, min_length=2, max_length=4), "string"),
    "uuid6": (pydantic.UUID6, "uuid"),
    "uuid8": (pydantic.UUID8, "uuid"),
    "int_64_bits": (limited(int, ge=-(2**63), le=2**63 - 1), "integer"),
    "int_huge": (limited(int, le=10**30), "integer"),
    "decimal_whole": (limited(decimal.Decimal, max_digits=3, decimal_places=0), "decimal"),
    "decimal_part": (limited(decimal.Decimal, max_digits=2, decimal_places=4), "decimal"),
    "str_posix": (limited(str, pattern="^[[:alpha:]]+$"), "string"),
    "str_but": (limited(str, pattern="^[a-z&&[^b]]+$"), "string"),
    "str_word": (limited(str, pattern=r"\bb"), "string"),
    "str_letters": (limited(str, pattern=r"^\p{L}+$"), "string"),
    "str_any_case": (limited(str, pattern="(?i)^abc$"), "string"),
    "enum": (Color, "choice"),
    "enum_int": (Number, "choice"),
    "enum_float": (Ratio, "choice"),
    "enum_plain": (Plain, "choice"),
    "enum_single": (Single, "choice"),
    "enum_quoted": (Quoted, "choice"),
    "enum_unlike": (Unlike, "choice"),
    "literal_quoted": (Literal["é", "it's", '"'], "choice"),
    "literal_none": (Literal["a", None], "choice"),
    "literal_numbers": (Literal[-1, 0, "0"], "choice"),
    "literal": (Literal["a", "b", "c"], "choice"),
    "literal_one": (Literal["a"], "choice"),
    "literal_int": (Literal[1, 2, 3], "choice"),
    "literal_mix": (Literal["a", 1, True, None], "choice"),
    "literal_bool": (Literal[True], "choice"),
    "literal_int_one": (Literal[1], "choice"),
    "optional_int": (Optional[int], "integer"),
    "optional_str": (Optional[limited(str, min_length=2)], "string"),
    "optional_date": (Optional[datetime.date], "date"),
    "optional_enum": (Optional[Color], "choice"),
    "optional_literal": (Optional[Literal["a", "b"]], "choice"),
    "int_or_str": (Union[int, str], "integer"),
    "str_or_int": (Union[str, int], "integer"),
    "int_or_bool": (Union[int, bool], "boolean"),
    "bool_or_int": (Union[bool, int], "boolean"),
    "bool_or_str": (Union[bool, str], "boolean"),
    "int_or_float": (Union[int, float], "float"),
    "float_or_int": (Union[float, int], "float"),
    "float_or_str": (Union[float, str], "float"),
    "float_or_bool": (Union[float, bool], "boolean"),
    "date_or_int": (Union[datetime.date, int], "date"),
    "date_or_datetime": (Union[datetime.date, datetime.datetime], "datetime"),
    "datetime_or_date": (Union[datetime.datetime, datetime.date], "datetime"),
    "datetime_or_float": (Union[datetime.datetime, float], "datetime"),
    "time_or_date": (Union[datetime.time, datetime.date], "time"),
    "timedelta_or_int": (Union[datetime.timedelta, int], "duration"),
    "timedelta_or_float": (Union[datetime.timedelta, float], "duration"),
    "uuid_or_int": (Union[uuid.UUID, int], "uuid"),
    "uuid_or_str": (Union[uuid.UUID, str], "uuid"),
    "email_or_url": (Union[pydantic.EmailStr, pydantic.HttpUrl], "email"),
    "url_or_int": (Union[pydantic.AnyUrl, int], "url"),
    "decimal_or_str": (Union[decimal.Decimal, str], "decimal"),
    "int_or_decimal": (Union[int, decimal.Decimal], "decimal"),
    "bytes_or_int": (Union[bytes, int], "integer"),
    "enum_or_int": (Union[Color, int], "choice"),
    "enum_int_or_str": (Union[Number, str], "choice"),
    "enum_or_enum": (Union[Color, Number], "choice"),
    "literal_or_int": (Union[Literal["a", "b"], int], "choice"),
    "literal_or_literal": (Union[Literal["a"], Literal[1, 2]], "choice"),
    "small_or_pattern": (Union[limited(int, gt=2), limited(str, pattern="^[a-c]+$")], "integer"),
    "float_limited_or_bool": (Union[limited(float, le=5), bool], "float"),
    "three": (Union[int, datetime.date, bool], "date"),
    "four": (
        Union[datetime.datetime, datetime.timedelta, limited(str, max_length=3), uuid.UUID],
        "duration",
    ),
    "ip_or_int": (Union[ipaddress.IPv4Address, int], "address"),
    "optional_union": (Union[int, bool, None], "boolean"),
    "optional_decimal": (Optional[limited(decimal.Decimal, max_digits=3, gt=0)], "decimal"),
    "optional_bytes_size": (Optional[pydantic.ByteSize], "bytesize"),
    "any_of_all": (Union[int, float, bool, str, None], "float"),
    "date_time_or_str": (Union[datetime.date, datetime.time, str], "datetime"),
    "uuid_email_or_str": (Union[uuid.UUID, pydantic.EmailStr, str], "email"),
    "literal_or_str": (Union[Literal["a", "b"], str], "choice"),
    "enum_or_literal": (Union[Color, Literal["x"]], "choice"),
    "either_int_or_float": (Union[limited(int, ge=0, le=5), limited(float, ge=10)], "float"),
    "either_str": (Union[limited(str, max_length=2), limited(str, pattern="^x")], "string"),
    "either_uuid": (Union[pydantic.UUID1, pydantic.UUID4], "uuid"),
    "either_ip": (Union[ipaddress.IPv4Address, ipaddress.IPv6Address], "address"),
    "ip_any_or_int": (Union[pydantic.IPvAnyAddress, int], "address"),
    "secret_or_int": (Union[pydantic.SecretStr, int], "string"),
    "json_or_int": (Union[pydantic.Json[int], int], "json"),
    "nested_union": (Union[int, Union[float, Optional[bool]]], "float"),
}

SEQUENCES = {
    "list": (list, "string"),
    "list_int": (list[int], "integer"),
    "list_str": (list[str], "string"),
    "list_float": (list[limited(float, ge=0)], "float"),
    "list_bool": (list[bool], "boolean"),
    "list_date": (list[datetime.date], "date"),
    "list_enum": (list[Color], "choice"),
    "list_optional": (list[Optional[int]], "integer"),
    "list_union": (list[Union[int, bool]], "boolean"),
    "list_limits": (limited(list[int], min_length=2, max_length=3), "integer"),
    "list_most": (limited(list[str], max_length=2), "string"),
    "set_int": (set[int], "integer"),
    "set_str": (set[limited(str, min_length=1)], "string"),
    "set_limits": (limited(set[int], min_length=2, max_length=3), "integer"),
    "set_float": (set[float], "float"),
    "tuple_two": (tuple[int, str], "integer"),
    "tuple_three": (tuple[int, str, bool], "integer"),
    "optional_list": (Optional[list[int]], "integer"),
    "list_decimal": (list[decimal.Decimal], "decimal"),
    "list_duration": (list[datetime.timedelta], "duration"),
    "list_literal": (list[Literal[1, "a"]], "choice"),
    "list_bytes": (list[bytes], "string"),
    "list_limited": (limited(list[limited(int, ge=2)], min_length=2), "integer"),
    "set_enum": (set[Color], "choice"),
    "set_date": (set[datetime.date], "date"),
    "list_or_str": (Union[list[int], str], "integer"),
}

STRUCTURES = {
    "any": (Any, "string"),
    "dict": (dict, "string"),
    "dict_int": (dict[str, int], "integer"),
    "dict_date": (dict[str, datetime.date], "date"),
    "dict_keys": (dict[limited(str, min_length=2, pattern="^a"), int], "integer"),
    "dict_enum": (dict[Color, int], "integer"),
    "dict_literal": (dict[Literal["a", "b"], int], "integer"),
    "dict_uuid": (dict[uuid.UUID, int], "uuid"),
    "dict_date_key": (dict[datetime.date, bool], "boolean"),
    "dict_limits": (limited(dict[str, int], min_length=1, max_length=2), "integer"),
    "dict_list": (dict[str, list[int]], "integer"),
    "dict_any": (dict[str, Any], "string"),
    "list_list": (list[list[int]], "integer"),
    "list_dict": (list[dict[str, int]], "integer"),
    "list_tuple": (list[tuple[int, str]], "integer"),
    "set_tuple": (set[tuple[int, int]], "integer"),
    "tuple_empty": (tuple[()], "integer"),
    "tuple_nested": (tuple[int, tuple[str, bool]], "integer"),
    "list_or_int": (Union[list[int], int], "integer"),
    "list_or_dict": (Union[list[int], dict[str, int]], "integer"),
    "list_or_list": (Union[list[int], list[str]], "string"),
    "dict_or_dict": (Union[dict[str, int], dict[str, str]], "integer"),
    "set_or_list": (Union[set[int], list[str]], "integer"),
    "tuple_or_list": (Union[tuple[int, str], list[int]], "integer"),
    "str_or_list": (Union[str, list[str]], "string"),
    "optional_dict": (Optional[dict[str, int]], "integer"),
    "dict_dict": (dict[str, dict[str, int]], "integer"),
    "dict_optional": (dict[str, Optional[int]], "integer"),
    "dict_union": (dict[str, Union[int, list[int]]], "integer"),
    "dict_address": (dict[ipaddress.IPv4Address, int], "address"),
    "dict_duration": (dict[datetime.timedelta, int], "duration"),
    "dict_email": (dict[pydantic.EmailStr, int], "email"),
    "list_set": (list[set[int]], "integer"),
    "int_or_any": (Union[int, Any], "string"),
}

TEXT_TYPES = {**SCALARS, **SEQUENCES}


def as_plain(value):
    """What the application was given, for the answer to show."""
    return {"v": value}


def application(types, path, declare):
    """An application with a route for each type that FastAPI lets stand in this place.

    `declare` gives the function of a route; the names of the routes are in `app.state.names`."""
    app = FastAPI()
    app.state.names = []
    for name, (kind, _) in types.items():
        route = declare(kind)
        route.__name__ = "route_" + name
        try:
            app.api_route(
                path.format(name=name),
                methods=["POST" if "v" in route.__annotations__ and is_body(route) else "GET"],
            )(route)
        except (AssertionError, FastAPIError):
            continue
        app.state.names.append(name)
    return app


def is_body(route):
    return isinstance(route.__annotations__["v"].__metadata__[-1], params.Body)


def path_application():
    return parameter_application(Path, SCALARS, "/{name}/{{v}}")


def parameter_application(place, types, path="/{name}"):
    """A GET route for each type, with the value in the path, the query, a header or a cookie."""

    def declare(kind):
        if place is Header:

            def route(x_v):
                return as_plain(x_v)

        else:

            def route(v):
                return as_plain(v)

        route.__annotations__ = {"x_v" if place is Header else "v": Annotated[kind, place()]}
        return route

    return application(types, path, declare)


def body_application(marker, types):
    """A POST route for each type, with the value in the body."""

    def declare(kind):
        def route(v):
            return as_plain(v)

        route.__annotations__ = {"v": Annotated[kind, marker]}
        return route

    return application(types, "/{name}", declare)
