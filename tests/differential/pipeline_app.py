"""The design of tests/data/designs/pipeline.yaml as a FastAPI application."""

from typing import Annotated

from fastapi import (
    APIRouter,
    BackgroundTasks,
    Depends,
    FastAPI,
    File,
    Form,
    HTTPException,
    Query,
    UploadFile,
)
from fastapi.security import HTTPBearer
from pydantic import BaseModel

JSON = {"content-type": "application/json"}


def pipeline():
    app = FastAPI()
    calls = []
    rows = []
    token = HTTPBearer()

    class Item(BaseModel):
        name: str
        price: float

    class Answer(BaseModel):
        name: str

    def needs_a(a: Annotated[int, Query(ge=1)]):
        return a

    def sibling(b: int = 0):
        if b == 9:
            raise HTTPException(418, "sibling")
        return b

    def call():
        calls.append(1)
        return len(calls)

    def one(x=Depends(call)):
        return x

    def two(x=Depends(call)):
        return x

    def fresh_one(x=Depends(call, use_cache=False)):
        return x

    def fresh_two(x=Depends(call, use_cache=False)):
        return x

    diary = []

    def leaving(line, fails=False):
        try:
            yield
        finally:
            diary.append(line)
            if fails:
                raise ValueError(line)

    def outer():
        yield from leaving("outer")

    def inner(x=Depends(outer)):
        yield from leaving("inner")

    def second(x=Depends(outer)):
        yield from leaving("second")

    def gate(gate: int = 0):
        if gate == 9:
            raise HTTPException(418, "gate")
        yield from leaving("gate")

    def fails():
        yield from leaving("fails", True)

    def fails_late():
        yield from leaving("fails late", True)

    leaving_both = [Depends(inner, scope="function"), Depends(second), Depends(gate)]

    @app.post("/exits", dependencies=leaving_both)
    def exits(background: BackgroundTasks, own: int = 0):
        background.add_task(diary.append, "task")
        if own == 9:
            raise HTTPException(409, "own")
        return "done"

    @app.post("/exits/fails", dependencies=[Depends(outer), Depends(fails, scope="function"), Depends(second)])
    def exits_fails(background: BackgroundTasks):
        background.add_task(diary.append, "task")
        return "done"

    @app.post("/exits/late", dependencies=[Depends(outer), Depends(fails_late), Depends(second)])
    def exits_late(background: BackgroundTasks, own: int = 0):
        background.add_task(diary.append, "task")
        if own == 9:
            raise HTTPException(409, "own")
        return "done"

    @app.get("/diary")
    def get_diary():
        return diary

    @app.get("/n/{i}")
    def n(i: str):
        return {"i": i}

    @app.get("/n/me")
    def me():
        return {"me": True}

    @app.post("/guarded")
    def guarded(item: Item, limit: Annotated[int, Query(ge=1)], t=Depends(token)):
        return item

    @app.post("/form")
    def form(f: Annotated[int, Form()], u: Annotated[UploadFile, File()], t=Depends(token)):
        return f

    @app.get("/siblings")
    def siblings(x=Depends(needs_a), y=Depends(sibling), own: int = 0):
        return [x, y, own]

    @app.get("/runs")
    def runs(own: int, x=Depends(sibling)):
        return x

    @app.get("/cached")
    def cached(a=Depends(one), b=Depends(two), c=Depends(call)):
        return [a, b, c]

    @app.get("/uncached")
    def uncached(a=Depends(fresh_one), b=Depends(fresh_two)):
        return [a, b]

    def pair_of(a=Depends(call, use_cache=False), b=Depends(fresh_one)):
        return [a, b]

    def turned_pair(b=Depends(fresh_one), a=Depends(call, use_cache=False)):
        return [a, b]

    listed = Depends(call, use_cache=False)
    fresh = APIRouter(prefix="/fresh", dependencies=[listed])
    taken = APIRouter(prefix="/taken", dependencies=[Depends(fresh_one)])

    @fresh.get("/listed", dependencies=[listed])
    @taken.get("/listed", dependencies=[listed])
    @app.get("/twice", dependencies=[listed, listed])
    def only_listed():
        return "x"

    @fresh.get("/named")
    def named(a=Depends(call, use_cache=False)):
        return a

    @fresh.get("/sub")
    def sub(a=Depends(fresh_one)):
        return a

    @fresh.get("/sub_named")
    def sub_named(a=Depends(fresh_one), b=Depends(call, use_cache=False)):
        return [a, b]

    @fresh.get("/named_sub")
    def named_sub(a=Depends(call, use_cache=False), b=Depends(fresh_one)):
        return [a, b]

    @fresh.get("/behind", dependencies=[Depends(fresh_one)])
    def behind(a=Depends(call, use_cache=False)):
        return a

    @taken.get("/again")
    def again(a=Depends(fresh_one), b=Depends(fresh_two)):
        return [a, b]

    @app.get("/pair")
    def pair(a=Depends(pair_of)):
        return a

    @app.get("/turned")
    def turned(a=Depends(turned_pair)):
        return a

    @app.get("/calls")
    def get_calls():
        return len(calls)

    app.include_router(fresh)
    app.include_router(taken)

    @app.post("/tasks", response_model=Answer)
    def post_tasks(item: Item, background: BackgroundTasks):
        background.add_task(rows.append, item.name)
        if item.price < 0:
            raise HTTPException(409, "negative")
        return {"name": item.name if item.price < 100 else 5, "secret": 1}

    @app.get("/rows")
    def get_rows():
        return rows

    bodies = ['{"name": "a", "price": 1}', '{"name": "a", "price": -1}', '{"name": "b", "price": 100}']
    bodies += ['{"name": 5}', '{"name": "a", "price": 1', "[]", ""]
    both = [JSON, {**JSON, "authorization": "Bearer t"}, {**JSON, "authorization": "Basic t"}]
    part = '--b\r\ncontent-disposition: form-data; name="f"\r\n\r\n%s\r\n'
    file = '--b\r\ncontent-disposition: form-data; name="u"; filename="x"\r\n\r\nx\r\n--b--\r\n'
    forms = [part % 1 + file, part % "x" + file, part % 1 + "--b--\r\n", file, "nothing", part % 1]
    multipart = {"content-type": "multipart/form-data; boundary=b"}
    return app, [
        ("GET", ["/n/me", "/n/7", "/n/"], [""], [{}], [None]),
        ("POST", ["/guarded"], ["limit=1", "limit=0", "limit=x", ""], both, bodies),
        ("POST", ["/form"], [""], [multipart, {**multipart, "authorization": "Bearer t"}], forms),
        ("GET", ["/siblings"], ["a=1", "a=0", "a=x", ""], [{}], [None], ["b=1", "b=9", "b=x", "own=x", ""]),
        ("GET", ["/runs"], ["own=1", "own=x", ""], [{}], [None], ["b=1", "b=9", "b=x", ""]),
        ("POST", ["/exits"], ["own=9", "own=x", "", ""], [{}], [None], ["gate=9", "gate=x", "", ""]),
        ("POST", ["/exits/late"], ["own=9", ""], [{}], [None]),
        ("POST", ["/exits/fails"], [""], [{}], [None]),
        ("GET", ["/diary"], [""], [{}], [None]),
        ("GET", ["/cached", "/uncached", "/rows"], [""], [{}], [None]),
        ("GET", [f"/fresh/{name}" for name in ("listed", "named", "sub", "sub_named", "named_sub", "behind")], [""], [{}], [None]),
        ("GET", ["/taken/listed", "/taken/again", "/twice", "/pair", "/turned", "/calls"], [""], [{}], [None]),
        ("POST", ["/tasks"], [""], [JSON], bodies),
    ]
