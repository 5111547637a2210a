"""Which route answers: methods, slashes, escapes and statuses."""

from fastapi import FastAPI

from asking import JSON, Request
from models import Item


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

    @app.api_route("/all", methods=["PUT", "POST"])
    def all_of_them():
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


def routes_requests(random_, most):
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
        "/all",
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
        "/items/%25/",
        "/files/a%0Ab",
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
            yield Request(method, path)
    for body in (b"", b"{", b'{"name":"n","price":1}', b'{"name":1}'):
        for path in ("/items", "/items/1", "/items/x", "/items/"):
            for method in ("POST", "PUT", "GET", "DELETE"):
                yield Request(method, path, [JSON], body)
