"""Asks FastAPI itself, in process, and writes down what it answers.

    record.py FOLDER [--seed N] [--most N] [--only APPLICATION]

leaves in FOLDER the OpenAPI document of each application and records.jsonl: one request with the
answer in each line. Bodies and values of headers are Latin-1 text, one character for each byte.
"""

import argparse
import asyncio
import json
import logging
import os
import random
import sys
import urllib.parse
import warnings

try:
    import fastapi
except ImportError:
    print("FastAPI is not installed here: nothing is compared.")
    sys.exit(77)

from fastapi import Body, Cookie, Form, Header, Query

import applications
import models
import values


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


def of_text(random_, kind, most):
    """Texts for one kind of type: hard ones and common ones."""
    pool = list(dict.fromkeys(values.TEXTS[kind] + values.COMMON))
    return random_.sample(pool, min(most, len(pool)))


def lists_of_text(random_, kind, most):
    texts = of_text(random_, kind, most)
    lists = [[]] + [[text] for text in texts[: most // 2]]
    while len(lists) < most:
        lists.append([random_.choice(texts) for _ in range(random_.randint(1, 4))])
    return lists


def quoted(text):
    return urllib.parse.quote(text, safe="")


def path_requests(random_, most):
    for name, (_, kind) in applications.SCALARS.items():
        for text in of_text(random_, kind, most):
            if text and "/" not in text and text not in (".", ".."):
                yield Request("GET", f"/{name}/{quoted(text)}")


def query_requests(random_, most):
    for name, (_, kind) in applications.TEXT_TYPES.items():
        is_list = name in applications.SEQUENCES
        yield Request("GET", f"/{name}")
        yield Request("GET", f"/{name}?v")
        for texts in (
            lists_of_text(random_, kind, most)
            if is_list
            else [[text] for text in of_text(random_, kind, most)]
        ):
            yield Request("GET", f"/{name}?" + "&".join("v=" + quoted(text) for text in texts))


def is_header_text(text):
    return all(" " <= c <= "\xff" and c != "\x7f" for c in text) and text == text.strip()


def header_requests(random_, most):
    for name, (_, kind) in applications.TEXT_TYPES.items():
        is_list = name in applications.SEQUENCES
        yield Request("GET", f"/{name}")
        for texts in (
            lists_of_text(random_, kind, most)
            if is_list
            else [[text] for text in of_text(random_, kind, most)]
        ):
            if all(is_header_text(text) for text in texts):
                yield Request("GET", f"/{name}", [("x-v", text) for text in texts])


def cookie_requests(random_, most):
    for name, (_, kind) in applications.SCALARS.items():
        yield Request("GET", f"/{name}")
        for text in of_text(random_, kind, most):
            if is_header_text(text):
                yield Request("GET", f"/{name}", [("cookie", "v=" + text)])


FORM = ("content-type", "application/x-www-form-urlencoded")
JSON = ("content-type", "application/json")


def form_requests(random_, most):
    for name, (_, kind) in applications.TEXT_TYPES.items():
        is_list = name in applications.SEQUENCES
        yield Request("POST", f"/{name}", [FORM])
        for texts in (
            lists_of_text(random_, kind, most)
            if is_list
            else [[text] for text in of_text(random_, kind, most)]
        ):
            yield Request(
                "POST", f"/{name}", [FORM], "&".join("v=" + quoted(text) for text in texts).encode()
            )


def json_requests(random_, most, wrap):
    for name, (_, kind) in {**applications.TEXT_TYPES, **applications.STRUCTURES}.items():
        pool = values.json_values(kind)
        for value in random_.sample(pool, min(most, len(pool))):
            yield Request(
                "POST",
                f"/{name}",
                [JSON],
                wrap(values.encoded(value)).encode("utf-8", "surrogatepass"),
            )


def everything(random_, most):
    """Each application with its name and what it is asked."""
    parameters = applications.parameter_application
    text_types, all_types = applications.TEXT_TYPES, {
        **applications.TEXT_TYPES,
        **applications.STRUCTURES,
    }
    yield "path", applications.path_application(), path_requests(random_, most)
    yield "query", parameters(Query, text_types), query_requests(random_, most)
    yield "header", parameters(Header, text_types), header_requests(random_, most // 2)
    yield "cookie", parameters(Cookie, applications.SCALARS), cookie_requests(random_, most // 2)
    yield "form", applications.body_application(Form(), text_types), form_requests(random_, most)
    yield "body", applications.body_application(Body(), all_types), json_requests(
        random_, most * 2, lambda text: text
    )
    yield "embed", applications.body_application(Body(embed=True), all_types), json_requests(
        random_, most * 2, lambda text: '{"v": ' + text + "}"
    )
    for name, app, requests in models.everything(random_, most, Request):
        yield name, app, requests


async def record(folder, seed, most, only):
    os.makedirs(folder, exist_ok=True)
    count = 0
    with open(os.path.join(folder, "records.jsonl"), "w", encoding="utf-8") as out:
        for name, app, requests in everything(random.Random(seed), most):
            if only and name not in only:
                continue
            document = f"openapi_{name}.json"
            with open(os.path.join(folder, document), "w", encoding="utf-8") as file:
                json.dump(app.openapi(), file, ensure_ascii=False)
            names = getattr(app.state, "names", None)
            for request in requests:
                if names is not None and request.target.split("?")[0].split("/")[1] not in names:
                    continue
                answer = await ask(app, request)
                if answer["status"] == 500 and name != "reading":
                    continue  # the application's own fault, as with NaN, which no answer carries
                headers = {
                    key.decode("latin-1"): value.decode("latin-1")
                    for key, value in answer["headers"]
                }
                out.write(
                    json.dumps(
                        {
                            "doc": document,
                            "method": request.method,
                            "path": request.target,
                            "headers": request.headers,
                            "body": request.body.decode("latin-1"),
                            "status": answer["status"],
                            "answer_headers": headers,
                            "answer": answer["body"].decode("utf-8"),
                        },
                        ensure_ascii=True,
                    )
                    + "\n"
                )
                count += 1
    return count


def main():
    logging.disable()
    warnings.simplefilter("ignore")
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=30, help="texts for each type and place")
    parser.add_argument("--only", action="append")
    options = parser.parse_args()
    print(
        asyncio.run(record(options.folder, options.seed, options.most, options.only)),
        "answers of FastAPI",
        fastapi.__version__,
    )


if __name__ == "__main__":
    main()
