"""Parameters beside one another: lists, defaults, aliases, models and dependencies."""

import datetime
from typing import Annotated, Literal, Optional

from fastapi import Cookie, Depends, FastAPI, Header, Query
from pydantic import BaseModel, ConfigDict, Field

from applications import Color
from asking import Request


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

    @app.get("/broken_defaults")
    def broken_defaults(
        a: Annotated[int, Query(gt=0)] = 0,
        tags: Annotated[list[str], Query(min_length=1)] = [],
        h: Annotated[str, Header(min_length=3)] = "x",
        i: Annotated[Optional[int], Cookie(ge=1)] = None,
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


def parameters_requests(random_, most):
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
        "/broken_defaults",
        "/required_null",
        "/depends",
        "/hidden",
    ]
    for path in paths:
        for _ in range(most * 3):
            query = "&".join(random_.sample(words, random_.randrange(0, 5)))
            yield Request(
                "GET",
                path + ("?" + query if query or random_.random() < 0.2 else ""),
                random_.sample(headers, random_.randrange(0, 4)),
            )
