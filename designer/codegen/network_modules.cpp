#include "designer/codegen/network_writer.h"

// The files of a project that are the same for every design.

namespace Design::Python
{

QString NetworkWriter::matchingModule()
{
    return text(R"py("""What is said of a route, found by method and path."""

from typing import Generic, TypeVar

from starlette.routing import compile_path
from starlette.types import Scope

Said = TypeVar("Said")
Entry = tuple[str, str, Said | None]

OWN_PAGES = {"/docs", "/docs/oauth2-redirect", "/openapi.json", "/redoc"}


class RouteTable(Generic[Said]):
    """The first entry that fits counts; one of None says that there is nothing to it."""

    def __init__(self, routes: list[Entry[Said]], otherwise: Said | None) -> None:
        self.routes = [
            (method, compile_path(path)[0], said) for method, path, said in routes
        ]
        self.otherwise = otherwise

    def find(self, scope: Scope) -> Said | None:
        if scope["type"] != "http" or scope["path"] in OWN_PAGES:
            return None
        for method, path, said in self.routes:
            if method == scope["method"] and path.match(scope["path"]):
                return said
        return self.otherwise
)py");
}

QString NetworkWriter::faultsModule()
{
    return text(
        R"py("""Delays and faults, as networks have them. The same seed draws the same ones."""

import asyncio
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from random import Random

from fastapi.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.matching import Entry, RouteTable

SEED = 0

is_on = True

Delay = Callable[[Random], float]


def uniform(least: float, most: float) -> Delay:
    return lambda dice: dice.uniform(least, most)


def normal(mean: float, deviation: float, least: float, most: float) -> Delay:
    return lambda dice: min(max(dice.gauss(mean, deviation), least), most)


def log_normal(mean: float, deviation: float, least: float, most: float) -> Delay:
    variance = math.log1p((deviation / mean) ** 2) if mean else 0.0
    middle = math.log(mean) - variance / 2 if mean else -math.inf

    def drawn(dice: Random) -> float:
        return min(max(dice.lognormvariate(middle, math.sqrt(variance)), least), most)

    return drawn


def exponential(mean: float, least: float, most: float) -> Delay:
    return lambda dice: min(max(-mean * math.log(1 - dice.random()), least), most)


@dataclass(frozen=True)
class Faults:
    """Times are in seconds. The shares of all requests exclude one another."""

    delay: Delay | None = None
    rate: float = 0
    """The share that is answered with the status."""
    status: int = 503
    truncate: float = 0
    """The share whose answers end in the middle."""
    slow: float = 0
    """The share whose bodies come at the pace, in bytes a second."""
    pace: int = 1024

    def draw(self, dice: Random) -> str:
        at = dice.random()
        for name in ("rate", "truncate", "slow"):
            at -= getattr(self, name)
            if at < 0:
                return name
        return ""


class FaultsMiddleware:
    def __init__(
        self,
        app: ASGIApp,
        routes: Sequence[Entry[Faults]],
        otherwise: Faults | None = None,
    ) -> None:
        self.app = app
        self.routes = RouteTable(list(routes), otherwise)
        self.dice = Random(SEED)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        faults = self.routes.find(scope) if is_on else None
        if faults is None:
            await self.app(scope, receive, send)
            return
        if faults.delay is not None:
            await asyncio.sleep(faults.delay(self.dice))
        kind = faults.draw(self.dice)
        if kind == "rate":
            detail = HTTPStatus(faults.status).phrase
            response = JSONResponse({"detail": detail}, status_code=faults.status)
            await response(scope, receive, send)
        elif kind == "truncate":
            await self.app(scope, receive, half_of(send))
        elif kind == "slow":
            await self.app(scope, receive, slowed(send, faults.pace))
        else:
            await self.app(scope, receive, send)


def half_of(send: Send) -> Send:
    """The server closes the connection of an answer that is not complete."""

    async def send_half(message: Message) -> None:
        if message["type"] == "http.response.body":
            body = message.get("body", b"")
            message = {**message, "body": body[: len(body) // 2], "more_body": True}
        await send(message)

    return send_half


def slowed(send: Send, pace: int) -> Send:
    step = max(pace // 10, 1)

    async def send_slowly(message: Message) -> None:
        body = message.get("body", b"")
        while message["type"] == "http.response.body" and len(body) > step:
            await send({**message, "body": body[:step], "more_body": True})
            await asyncio.sleep(step / pace)
            body = body[step:]
            message = {**message, "body": body}
        await send(message)

    return send_slowly
)py");
}

QString NetworkWriter::proxyModule()
{
    return text(R"py("""Requests that a real server answers: they and its answers are passed on."""

from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass

import httpx
from fastapi import Request, Response
from fastapi.responses import JSONResponse, StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from app.matching import Entry, RouteTable

# What belongs to a connection and not to a message (RFC 9110, section 7.6.1).
OF_CONNECTION = {
    b"connection",
    b"keep-alive",
    b"proxy-authenticate",
    b"proxy-authorization",
    b"proxy-connection",
    b"te",
    b"trailer",
    b"transfer-encoding",
    b"upgrade",
}

Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True)
class RealServer:
    url: str
    timeout: float = 30


class ProxyMiddleware:
    def __init__(
        self,
        app: ASGIApp,
        routes: Sequence[Entry[RealServer]],
        otherwise: RealServer | None = None,
    ) -> None:
        self.app = app
        self.routes = RouteTable(list(routes), otherwise)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        server = self.routes.find(scope)
        if server is None:
            await self.app(scope, receive, send)
        else:
            response = await pass_on(Request(scope, receive), server)
            await response(scope, receive, send)


def end_to_end(headers: Iterable[tuple[bytes, bytes]], *others: bytes) -> Headers:
    dropped = OF_CONNECTION.union(others)
    return [(name, value) for name, value in headers if name.lower() not in dropped]


async def pass_on(request: Request, server: RealServer) -> Response:
    path = request.scope.get("raw_path") or request.url.path.encode()
    query = request.scope["query_string"].decode()
    url = server.url.rstrip("/") + path.decode() + (f"?{query}" if query else "")
    has_body = any(
        name in request.headers for name in ("content-length", "transfer-encoding")
    )
    sent = httpx.Request(
        request.method,
        url,
        headers=end_to_end(request.headers.raw, b"host"),
        content=request.stream() if has_body else None,
        extensions={"timeout": httpx.Timeout(server.timeout).as_dict()},
    )
    client = httpx.AsyncClient()
    try:
        answer = await client.send(sent, stream=True)
    except httpx.HTTPError as error:
        await client.aclose()
        if isinstance(error, httpx.TimeoutException):
            return JSONResponse({"detail": "Gateway Timeout"}, status_code=504)
        return JSONResponse({"detail": "Bad Gateway"}, status_code=502)

    async def body() -> AsyncIterator[bytes]:
        try:
            async for piece in answer.aiter_raw():
                yield piece
        finally:
            await answer.aclose()
            await client.aclose()

    response = StreamingResponse(body(), status_code=answer.status_code)
    response.raw_headers = end_to_end(answer.headers.raw)
    return response
)py");
}

} // namespace Design::Python
