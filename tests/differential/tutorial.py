"""Runs the designs of the tutorial beside the same applications in FastAPI, and compares the answers.

    tutorial.py --menura PROGRAM [--seed N] [--count N] [--show N]

Both get the same requests in the same order, so that their stores go through the same states. It
ends with 0 when all answers and what the documents say of inputs are the same, with 1 when they are
not, and with 77 (skipped) where FastAPI is not installed.
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import threading
import time
import warnings

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
COMPARED_HEADERS = ("allow", "location", "www-authenticate", "retry-after", "x-error", "content-type")
NOTES = ("title", "description", "summary")


def choose(dice, route):
    """One request to the route: method, target, headers, body."""
    method, paths, queries, headers, bodies, *more = route
    query = [dice.choice(queries)] + [dice.choice(choices) for choices in more]
    text = "&".join(part for part in query if part)
    target = dice.choice(paths) + ("?" + text if text else "")
    return method, target, dice.choice(headers), dice.choice(bodies)


def answer_of(response):
    headers = {name: response.headers.get(name) for name in COMPARED_HEADERS}
    return response.status_code, headers, response.text


def asked_server(server, request):
    method, target, headers, body = request
    record = {"method": method, "path": target, "headers": list(headers.items()), "body": body or ""}
    status, found, text = server.ask(record)
    headers = {name: found.get(name) for name in COMPARED_HEADERS}
    if headers["location"]:
        headers["location"] = headers["location"].replace(server.host, "testserver")
    return status, headers, text


def plain(schema, document):
    """The schema without notes, with references resolved."""
    if isinstance(schema, list):
        return [plain(part, document) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return plain(document["components"]["schemas"][name], document)
    result = {}
    for key, value in schema.items():
        if key in NOTES:
            continue
        if key == "properties":
            result[key] = {name: plain(part, document) for name, part in value.items()}
        else:
            result[key] = plain(value, document)
    return result


def inputs_of(item, operation, document):
    """What the document says of an operation's inputs, and how it refuses bad ones."""
    parameters = {}
    for parameter in item.get("parameters", []) + operation.get("parameters", []):
        key = parameter["in"], parameter["name"].lower()
        parameters[key] = parameter.get("required", False), plain(parameter.get("schema"), document)
    body = operation.get("requestBody", {})
    return {
        "parameters": parameters,
        "body": (body.get("required", False), sorted(body.get("content", {}))),
        "422": plain(operation["responses"].get("422", {}), document).get("content"),
        "tags": operation.get("tags", []),
        "security": operation.get("security", []),
    }


def document_differences(ours, theirs):
    differences = []
    for path, item in theirs["paths"].items():
        own_item = ours["paths"].get(path, {})
        for method, operation in item.items():
            own = own_item.get(method)
            if own is None:
                differences.append(f"{method} {path} is missing")
                continue
            mine, reference = inputs_of(own_item, own, ours), inputs_of(item, operation, theirs)
            for part in reference:
                if mine[part] != reference[part]:
                    differences.append(f"{method} {path} {part}: {mine[part]} not {reference[part]}")
            missing = set(operation["responses"]) - set(own["responses"])
            if missing:
                differences.append(f"{method} {path} lacks the answers {sorted(missing)}")
    return differences


def foretold_differences(app, design, options):
    """What `menura test --generated` finds where FastAPI answers otherwise than it foretells."""
    import uvicorn

    config = uvicorn.Config(app, port=0, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    command = [options.menura, "test", design, "--generated", "--server", f"http://127.0.0.1:{port}"]
    tested = subprocess.run(command, capture_output=True, text=True)
    server.should_exit = True
    thread.join()
    print("  " + tested.stdout.strip().splitlines()[-1])
    failed = re.findall(r"^FAIL.*\n.*", tested.stdout, re.MULTILINE)
    return failed if tested.returncode == 0 else failed or [tested.stdout + tested.stderr]


def run(name, make, design, options):
    """How many answers were compared, and what was different."""
    from compare import Server
    from fastapi.testclient import TestClient
    from tutorial_apps import FORETOLD

    app, routes = make()
    client = TestClient(app, raise_server_exceptions=False, follow_redirects=False)
    server = Server(options.menura, os.path.join(ROOT, design))
    dice = random.Random(f"{options.seed} {name}")
    differences = []
    has_tasks = name in ("tasks", "pipeline", "dependencies")
    for _ in range(options.count if routes else 0):
        request = choose(dice, dice.choice(routes))
        method, target, headers, body = request
        client.cookies.clear()
        theirs = answer_of(client.request(method, target, content=body, headers=headers))
        ours = asked_server(server, request)
        if has_tasks and method == "POST" and ours[0] < 300:
            time.sleep(0.03)  # FastAPI's client waits for tasks, real ones do not
        if theirs != ours:
            differences.append(f"{request}\n    FastAPI {theirs}\n    Menura  {ours}")
    server.stop()
    exported = subprocess.run(
        [options.menura, "export", os.path.join(ROOT, design), "--format", "json"],
        capture_output=True,
        check=True,
    )
    differences += document_differences(json.loads(exported.stdout), app.openapi())
    if name in FORETOLD:
        differences += foretold_differences(app, os.path.join(ROOT, design), options)
    return options.count if routes else 0, differences


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--menura", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=600, help="requests to each application")
    parser.add_argument("--show", type=int, default=10)
    parser.add_argument("--only")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    try:
        import tutorial_apps
    except ImportError as error:
        print(f"skipped: {error}")
        return 77
    all_requests = 0
    all_differences = 0
    for name, (make, design) in tutorial_apps.APPLICATIONS.items():
        if options.only and name != options.only:
            continue
        count, differences = run(name, make, design, options)
        all_requests += count
        all_differences += len(differences)
        print(f"{name}: {count} requests, {len(differences)} differences")
        for difference in differences[: options.show]:
            print("  " + difference)
    print(f"{all_requests} requests, {all_differences} differences")
    return 1 if all_differences else 0


if __name__ == "__main__":
    sys.exit(main())
