"""The designs of resources/designs and tests/data/designs/pipeline.yaml as FastAPI applications.

Each is written as FastAPI's tutorial would write it. `APPLICATIONS` says for each of them the
design and what to send: `(method, paths, queries, headers, bodies)`, of which each request takes one.
"""

import enum
from typing import Annotated

from fastapi import (
    APIRouter,
    BackgroundTasks,
    Cookie,
    Depends,
    FastAPI,
    Header,
    HTTPException,
    Path,
    Query,
    Request,
)
from fastapi.responses import JSONResponse
from fastapi.security import APIKeyHeader
from pydantic import BaseModel, Field

from boundaries_app import boundaries
from pipeline_app import pipeline
from scopes_app import scopes

JSON = {"content-type": "application/json"}


def inputs():
    app = FastAPI()

    class ModelName(str, enum.Enum):
        alexnet = "alexnet"
        resnet = "resnet"
        lenet = "lenet"

    class Item(BaseModel):
        name: str
        description: str | None = None
        price: Annotated[float, Field(gt=0)]
        tax: float | None = None

    @app.get("/items/{item_id}")
    def read_item(
        item_id: Annotated[int, Path(ge=1, le=1000)],
        size: Annotated[float, Query(gt=0, lt=10.5)],
        q: Annotated[str | None, Query(min_length=3, max_length=50, pattern="^fixed")] = None,
        short: bool = False,
        tag: Annotated[list[str], Query()] = [],
    ):
        query = {"q": q, "size": size, "short": short, "tag": tag}
        return {"path": {"item_id": item_id}, "query": query}

    @app.get("/models/{model_name}")
    def get_model(model_name: ModelName):
        messages = {
            "alexnet": "Deep Learning FTW!",
            "lenet": "LeCNN all the images",
            "resnet": "Have some residuals",
        }
        return {"model_name": model_name, "message": messages[model_name.value]}

    @app.get("/headers")
    def read_headers(x_token: Annotated[int, Header()], ads_id: Annotated[str | None, Cookie()] = None):
        return {"token": x_token, "ads": ads_id}

    @app.post("/items/")
    def create_item(item: Item):
        answer = item.model_dump()
        if item.tax:
            answer["price_with_tax"] = item.price + item.tax
        return answer

    numbers = ["1", "0", "1000", "1001", "-3", "x", "1.0", "1.5", "%201", ""]
    items = [
        '{"name": "a", "price": 1}',
        '{"name": "a", "price": 1.5, "tax": 0.25, "description": null}',
        '{"name": 5, "price": 0}',
        '{"name": "a", "price": "2.5", "tax": "x"}',
        '{"price": true}',
        '{"name": "a", "price": 9007199254740993}',
        "[]",
        "null",
        "{",
        "",
    ]
    return app, [
        (
            "GET",
            [f"/items/{number}" for number in numbers],
            ["size=1", "size=10.5", "size=0", "", "size=x", "size=1e0"],
            [{}],
            [None],
            ["", "q=fixed", "q=fi", "q=other", "short=on", "short=maybe", "tag=a&tag=b", "q="],
        ),
        ("GET", ["/models/alexnet", "/models/lenet", "/models/vgg", "/models/LENET"], [""], [{}], [None]),
        (
            "GET",
            ["/headers"],
            [""],
            [{}, {"x-token": "5"}, {"x-token": "x"}, {"x-token": "5", "cookie": "ads_id=7"}],
            [None],
        ),
        ("POST", ["/items/", "/items"], [""], [JSON, {}, {"content-type": "text/plain"}], items),
    ]


def errors():
    app = FastAPI()
    rows = {1: {"id": 1, "name": "Garden hose", "stock": 3}, 2: {"id": 2, "name": "Watering can", "stock": 0}}
    asked = {"busy": 0}

    class Item(BaseModel):
        id: int
        name: Annotated[str, Field(min_length=1)]
        stock: Annotated[int, Field(ge=0)]

    class Reservation(BaseModel):
        quantity: Annotated[int, Field(ge=1)]

    class InsufficientStock(Exception):
        def __init__(self, item):
            self.item = item

    @app.exception_handler(InsufficientStock)
    async def insufficient_stock(request: Request, error: InsufficientStock):
        item = error.item
        body = {
            "error": "insufficient_stock",
            "item_id": item["id"],
            "available": item["stock"],
            "message": f"Only {item['stock']} of {item['name']} left",
        }
        return JSONResponse(body, 409)

    def find(item_id):
        if item_id not in rows:
            raise HTTPException(404, "Item not found")
        return rows[item_id]

    @app.get("/items/{item_id}", response_model=Item)
    def read_item(item_id: int):
        if item_id == 13:
            raise HTTPException(418, "Nope! I don't like 13.", {"X-Error": "There goes my error"})
        return find(item_id)

    @app.post("/items/{item_id}/reservations", response_model=Item)
    def reserve(item_id: int, reservation: Reservation):
        item = find(item_id)
        if reservation.quantity > item["stock"]:
            raise InsufficientStock(item)
        item["stock"] -= reservation.quantity
        return item

    @app.get("/busy")
    def busy():
        asked["busy"] += 1
        if asked["busy"] % 3 == 0:
            raise HTTPException(503, "Too busy", {"Retry-After": "30"})
        return {"state": "idle"}

    ids = ["1", "2", "3", "13", "x"]
    bodies = ['{"quantity": 1}', '{"quantity": 0}', '{"quantity": 7}', '{"quantity": "1"}', "{}", "{"]
    return app, [
        ("GET", [f"/items/{item}" for item in ids], [""], [{}], [None]),
        ("POST", [f"/items/{item}/reservations" for item in ids], [""], [JSON], bodies),
        ("GET", ["/busy"], [""], [{}], [None]),
    ]


def routers():
    def query_token(token: str):
        if token != "jessica":
            raise HTTPException(400, "No Jessica token provided")

    def token_header(x_token: Annotated[str, Header()]):
        if x_token != "fake-super-secret-token":
            raise HTTPException(400, "X-Token header invalid")

    app = FastAPI(dependencies=[Depends(query_token)])
    rows = {"plumbus": "Plumbus", "gun": "Portal Gun"}

    class Item(BaseModel):
        item_id: str
        name: str

    items = APIRouter(
        prefix="/items",
        tags=["items"],
        dependencies=[Depends(token_header)],
        responses={404: {"description": "Not found"}},
    )
    users = APIRouter(prefix="/users", tags=["users"])
    audit = APIRouter(prefix="/audit", tags=["audit"])
    admin = APIRouter(
        prefix="/admin",
        tags=["admin"],
        dependencies=[Depends(token_header)],
        responses={418: {"description": "I'm a teapot"}},
    )

    @items.get("/")
    def read_items() -> list[Item]:
        return [Item(item_id=key, name=name) for key, name in rows.items()]

    @items.get("/{item_id}")
    def read_item(item_id: str) -> Item:
        if item_id not in rows:
            raise HTTPException(404, "Item not found")
        return Item(item_id=item_id, name=rows[item_id])

    @items.put("/{item_id}", tags=["custom"])
    def update_item(item_id: str) -> Item:
        if item_id != "plumbus":
            raise HTTPException(403, "You can only update the item: plumbus")
        return Item(item_id=item_id, name="The great Plumbus")

    @users.get("/me")
    def read_user_me():
        return {"username": "fakecurrentuser"}

    @users.get("/{username}")
    def read_user(username: str):
        return {"username": username}

    @admin.post("/")
    def update_admin():
        return {"message": "Admin getting schwifty"}

    @audit.get("/last")
    def last_audit():
        return []

    admin.include_router(audit)
    for router in (items, users, admin):
        app.include_router(router)

    @app.get("/")
    def root():
        return {"message": "Hello Bigger Applications!"}

    paths = ["/", "/items/", "/items", "/items/gun", "/items/none", "/users/me", "/users/rick", "/admin/audit/last"]
    queries = ["token=jessica", "token=x", "", "token=jessica&token=x"]
    headers = [{"x-token": "fake-super-secret-token"}, {"x-token": "x"}, {}]
    return app, [
        ("GET", paths, queries, headers, [None]),
        ("PUT", ["/items/plumbus", "/items/gun", "/users/me"], queries, headers, [None]),
        ("POST", ["/admin/", "/admin"], queries, headers, [None]),
    ]


def tasks():
    app = FastAPI()
    rows = []

    class Notification(BaseModel):
        text: Annotated[str, Field(min_length=1, max_length=500)]

    class Message(BaseModel):
        id: int
        email: str
        text: str
        sent: bool = False

    def send(email):
        next(row for row in rows if row["email"] == email)["sent"] = True

    @app.post("/send-notification/{email}", status_code=202)
    def send_notification(
        email: Annotated[str, Path(min_length=3)], notification: Notification, background: BackgroundTasks
    ):
        if email.startswith("spam"):
            raise HTTPException(403, "We do not write to them")
        rows.append({"id": len(rows) + 1, "email": email, "text": notification.text})
        background.add_task(send, email)
        return {"message": "Notification sent in the background"}

    @app.get("/messages", response_model=list[Message])
    def list_messages():
        return rows

    mails = [f"/send-notification/{name}" for name in ("ada", "bob@example.com", "spam@x", "ab", "ada")]
    bodies = ['{"text": "hello"}', '{"text": ""}', '{"text": null}', "{}", '{"text": "' + "x" * 501 + '"}']
    return app, [
        ("POST", mails, [""], [JSON], bodies),
        ("GET", ["/messages"], [""], [{}], [None]),
    ]


def stores():
    app = FastAPI()
    items = {
        1: {"id": 1, "name": "Garden hose", "sku": "HO-1", "price": 24.9, "owner_id": 1},
        2: {"id": 2, "name": "Watering can", "sku": "CA-1", "price": 12.5, "category": "garden"},
        3: {"id": 3, "name": "Rake", "sku": "RA-1", "price": 18.0, "category": "garden"},
    }
    users = {1: "ada"}
    last = {"item": 3, "user": 1}

    class ItemCreate(BaseModel):
        name: Annotated[str, Field(min_length=1)]
        sku: Annotated[str, Field(pattern="^[A-Z]{2}-[0-9]+$")]
        price: Annotated[float, Field(gt=0)]
        tax: float | None = None
        category: str | None = None
        owner_id: int | None = None

    class ItemPatch(BaseModel):
        name: Annotated[str, Field(min_length=1)] | None = None
        price: Annotated[float, Field(gt=0)] = 1
        category: str | None = None

    class ItemPatchStrict(ItemPatch):
        name: Annotated[str, Field(min_length=1)] = ""

    class ItemShort(BaseModel):
        id: int
        name: str
        sku: str
        price: float
        category: str | None = None

    class ItemTaxed(ItemShort):
        price_with_tax: float | None

    class UserCreate(BaseModel):
        username: Annotated[str, Field(min_length=2)]
        password: Annotated[str, Field(min_length=4)]

    class UserOut(BaseModel):
        id: int
        username: str

    def find(item_id):
        if item_id not in items:
            raise HTTPException(404, "Item not found")
        return items[item_id]

    def check(item, own=None):
        if any(key != own and other["sku"] == item["sku"] for key, other in items.items()):
            raise HTTPException(409, "Item with this sku already exists")
        if item.get("owner_id") is not None and item["owner_id"] not in users:
            raise HTTPException(404, "User not found")

    @app.get("/items/", response_model=list[ItemShort])
    def list_items(
        skip: Annotated[int, Query(ge=0)] = 0,
        limit: Annotated[int, Query(ge=1, le=100)] = 10,
        q: str = None,
        sort: str = None,
        category: str = None,
    ):
        rows = [row for row in items.values() if category is None or row.get("category") == category]
        rows = [row for row in rows if q is None or any(q in str(value) for value in row.values())]
        if sort:
            rows.sort(key=lambda row: row[sort.lstrip("-")], reverse=sort.startswith("-"))
        return rows[skip : skip + limit]

    @app.post("/items/", response_model=ItemShort, status_code=201)
    def create_item(item: ItemCreate):
        row = item.model_dump()
        check(row)
        last["item"] += 1
        items[last["item"]] = {"id": last["item"], **row}
        return items[last["item"]]

    @app.get("/items/{item_id}", response_model=ItemTaxed)
    def read_item(item_id: int):
        item = find(item_id)
        tax = item.get("tax")
        return {**item, "price_with_tax": item["price"] + tax if tax else None}

    @app.put("/items/{item_id}", response_model=ItemShort)
    def update_item(item_id: int, item: ItemCreate):
        find(item_id)
        check(item.model_dump(), item_id)
        items[item_id] = {"id": item_id, **item.model_dump()}
        return items[item_id]

    @app.patch("/items/{item_id}", response_model=ItemShort)
    def patch_item(item_id: int, item: ItemPatchStrict):
        find(item_id).update(item.model_dump(exclude_unset=True))
        return items[item_id]

    @app.delete("/items/{item_id}", status_code=204)
    def delete_item(item_id: int):
        find(item_id)
        del items[item_id]

    @app.post("/users/", response_model=UserOut, status_code=201)
    def create_user(user: UserCreate):
        if user.username in users.values():
            raise HTTPException(409, "User with this username already exists")
        last["user"] += 1
        users[last["user"]] = user.username
        return {"id": last["user"], "username": user.username}

    ids = [f"/items/{item}" for item in ("1", "2", "3", "4", "5", "99", "x")]
    bodies = [
        '{"name": "a", "sku": "AA-%d", "price": %d}' % (number % 7, number) for number in range(1, 12)
    ] + [
        '{"name": "", "sku": "aa", "price": 0}',
        '{"name": "a", "sku": "BB-1", "price": 2, "tax": 0.5, "owner_id": 1, "category": "garden"}',
        '{"name": "a", "sku": "BB-2", "price": 2, "owner_id": 77}',
        '{"sku": 1}',
        "{",
    ]
    patches = ['{"name": "b"}', '{"price": 3}', '{"category": null}', '{"price": 0}', "{}", '{"name": null}']
    return app, [
        (
            "GET",
            ["/items/"],
            ["", "limit=2", "limit=0", "skip=1", "skip=-1", "category=garden", "category=x"],
            [{}],
            [None],
            ["", "sort=price", "sort=-name", "q=AA-3", "q=Rake"],
        ),
        ("POST", ["/items/"], [""], [JSON], bodies),
        ("GET", ids, [""], [{}], [None]),
        ("PUT", ids, [""], [JSON], bodies),
        ("PATCH", ids, [""], [JSON], patches),
        ("DELETE", ids[3:], [""], [{}], [None]),
        (
            "POST",
            ["/users/"],
            [""],
            [JSON],
            ['{"username": "u%d", "password": "pass"}' % number for number in range(5)]
            + ['{"username": "a", "password": "p"}'],
        ),
    ]


def dependencies():
    app = FastAPI()
    api_key = APIKeyHeader(name="X-Key")

    def key(value: Annotated[str, Depends(api_key)]):
        if value != "letmein":
            raise HTTPException(403, "Wrong key")
        return value

    class Session(BaseModel):
        id: int | None = None
        is_open: bool

    sessions = []

    def session():
        opened = Session(id=len(sessions) + 1, is_open=True)
        sessions.append(opened)
        try:
            yield opened
        finally:
            opened.is_open = False

    @app.post("/sessions/work")
    def work(opened: Annotated[Session, Depends(session)]):
        return {"session": opened.id, "is_open": opened.is_open}

    @app.get("/sessions")
    def list_sessions() -> list[Session]:
        return sessions

    @app.get("/machines")
    def machines(value: Annotated[str, Depends(key)]):
        return {"key": value}

    return app, [
        ("POST", ["/sessions/work"], [""], [{}], [None]),
        ("GET", ["/sessions"], [""], [{}], [None]),
        ("GET", ["/machines"], [""], [{}, {"x-key": "letmein"}, {"x-key": "x"}, {"x-key": ""}], [None]),
    ]


SHIPPED = "resources/designs"
# Whose generated tests the application has to pass as well: those without rows of their own.
FORETOLD = ("inputs", "boundaries")
APPLICATIONS = {
    "inputs": (inputs, f"{SHIPPED}/inputs.yaml"),
    "errors": (errors, f"{SHIPPED}/errors.yaml"),
    "routers": (routers, f"{SHIPPED}/routers.yaml"),
    "dependencies": (dependencies, f"{SHIPPED}/dependencies.yaml"),
    "tasks": (tasks, f"{SHIPPED}/tasks.yaml"),
    "stores": (stores, f"{SHIPPED}/stores.yaml"),
    "pipeline": (pipeline, "tests/data/designs/pipeline.yaml"),
    "scopes": (scopes, "tests/data/designs/scopes.yaml"),
    "boundaries": (boundaries, "tests/data/designs/boundaries.yaml"),
}
