"""A request, and how to put it to an application in process."""

import urllib.parse

FORM = ("content-type", "application/x-www-form-urlencoded")
JSON = ("content-type", "application/json")

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


class Request:
    def __init__(self, method, target, headers=(), body=b""):
        self.method = method
        self.target = target
        self.headers = list(headers)
        self.body = body


async def ask(app, request):
    """The status, the headers and the body of the answer, through ASGI as a server would ask."""
    path, _, query = request.target.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "scheme": "http",
        "method": request.method,
        "path": urllib.parse.unquote(path),
        "raw_path": path.encode("latin-1"),
        "root_path": "",
        "query_string": query.encode("latin-1"),
        "headers": [
            (name.lower().encode("latin-1"), value.encode("latin-1"))
            for name, value in [("host", "testserver")] + request.headers
        ],
        "client": ("127.0.0.1", 50000),
        "server": ("testserver", 80),
    }
    answer = {"status": 0, "headers": [], "body": b""}

    async def receive():
        return {"type": "http.request", "body": request.body, "more_body": False}

    async def send(message):
        if message["type"] == "http.response.start":
            answer["status"] = message["status"]
            answer["headers"] = message["headers"]
        elif message["type"] == "http.response.body":
            answer["body"] += message.get("body", b"")

    try:
        await app(scope, receive, send)
    except Exception:  # the answer 500 has been sent before it comes up to here
        pass
    return answer
