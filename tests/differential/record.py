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
import forms
import models
import parameters
import reading
import routes
import values
from asking import FORM, JSON, Request, ask
from mutations import mutated


def of_text(random_, kind, most):
    """Texts for one kind of type: hard ones and common ones, and a few that are nearly such."""
    pool = list(dict.fromkeys(values.TEXTS[kind] + values.COMMON))
    texts = random_.sample(pool, min(most, len(pool)))
    return texts + [mutated(random_, random_.choice(pool)) for _ in range(most // 4)]


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
    declared = applications.parameter_application
    text_types, all_types = applications.TEXT_TYPES, {
        **applications.TEXT_TYPES,
        **applications.STRUCTURES,
    }
    yield "path", applications.path_application(), path_requests(random_, most)
    yield "query", declared(Query, text_types), query_requests(random_, most)
    yield "header", declared(Header, text_types), header_requests(random_, most // 2)
    yield "cookie", declared(Cookie, applications.SCALARS), cookie_requests(random_, most // 2)
    yield "form", applications.body_application(Form(), text_types), form_requests(random_, most)
    yield "body", applications.body_application(Body(), all_types), json_requests(
        random_, most * 2, lambda text: text
    )
    yield "embed", applications.body_application(Body(embed=True), all_types), json_requests(
        random_, most * 2, lambda text: '{"v": ' + text + "}"
    )
    bodies = models.bodies_application
    yield "models", bodies(Body()), models.bodies_requests(random_, most, lambda text: text)
    yield "embedded", bodies(Body(embed=True)), models.bodies_requests(
        random_, most // 3, lambda text: '{"v": ' + text + "}"
    )
    yield "reading", reading.reading_application(), reading.reading_requests(random_, most)
    yield "forms", forms.forms_application(), forms.forms_requests(random_, most)
    yield "parameters", parameters.parameters_application(), parameters.parameters_requests(
        random_, most
    )
    yield "routes", routes.routes_application(), routes.routes_requests(random_, most)


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
