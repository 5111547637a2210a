"""Writes FastAPI projects from designs, runs them, and compares them with the designs.

    project.py --menura PROGRAM [--documents FOLDER] [--seed N] [--count N] [--show N] [--only NAME]

Of each design of the tutorial and the shop: what `/openapi.json` of the project says is what `menura
export` says (see documents.py for what is known to be written otherwise), the project's own tests
pass, and it answers the same requests as `menura serve`. Documents in the folder that FastAPI itself
has written must come back from it word for word. It ends with 0 when all is the same, with 1 when
it is not, and with 77 (skipped) where FastAPI is not installed.
"""

import argparse
import glob
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
DESIGNS = [
    *glob.glob(os.path.join(ROOT, "resources", "designs", "*.yaml")),
    os.path.join(ROOT, "tests", "data", "designs", "boundaries.yaml"),
    os.path.join(ROOT, "tests", "data", "designs", "pipeline.yaml"),
    os.path.join(ROOT, "tests", "data", "designs", "scopes.yaml"),
]
# Whose answers follow from the document alone.
FORETOLD = ("inputs", "boundaries", "shop")
# What is made up, or is another thing in the project on purpose, and is not compared.
TIMES = re.compile(r'"(created_at|updated_at)":"[^"]*"')

DOCUMENT = "import json; from app.main import app; print(json.dumps(app.openapi()))"
ANSWERS = """
import json, sys
from fastapi.testclient import TestClient
from app.main import app
client = TestClient(app, raise_server_exceptions=False, follow_redirects=False)
answers = []
for method, target, headers, body in json.load(sys.stdin):
    client.cookies.clear()
    response = client.request(method, target, content=body, headers=headers)
    answers.append((response.status_code, dict(response.headers), response.text))
print(json.dumps(answers))
"""


def python(folder, *arguments, **options):
    command = [sys.executable, "-B", "-W", "ignore", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, **options)


def written(menura, design, folder):
    """The lines that the verb lists; everything that it says must be a finding."""
    result = subprocess.run(
        [menura, "fastapi", design, "--output", folder], capture_output=True, text=True
    )
    if result.returncode > 1:
        raise SystemExit(f"menura fastapi {design}: {result.stderr}")
    return result.stderr.splitlines()


def documents_of(menura, design, folder):
    made = python(folder, "-c", DOCUMENT)
    if made.returncode:
        return None, made.stderr.strip().splitlines()[-1:]
    exported = subprocess.run(
        [menura, "export", design, "--format", "json"], capture_output=True, check=True
    )
    return json.loads(exported.stdout), json.loads(made.stdout)


def document_differences(menura, design, folder):
    import documents

    ours, theirs = documents_of(menura, design, folder)
    if ours is None:
        return theirs
    mine, other = documents.normal(ours), documents.normal(theirs)
    documents.drop_made_up(mine, other)
    return documents.differences(mine, other)


def own_tests(folder):
    result = python(folder, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests")
    return [] if result.returncode == 0 else result.stdout.strip().splitlines()[-12:]


def shop_routes():
    """Requests whose answers are examples, or refusals: what is made up is not compared."""
    post = {"content-type": "application/json"}
    items = ['{"name": "", "price": -5}', "{", '{"name": 5}', '{"name": "a", "price": 1, "tags": ["A"]}']
    items += ['{"name": "a", "price": 1, "supplier_code": null}', '{"name": "a", "price": "x"}', "[]"]
    users = ['{"username": "A", "email": "x", "password": "a"}', "{}", '{"username": "ada", "email": 1}']
    queries = ["", "limit=0", "limit=x", "skip=-1", "search=a", "in_stock=maybe", "limit=100&skip=5&search="]
    return [
        ("POST", ["/items/"], [""], [post, {}], items),
        ("POST", ["/users/"], [""], [post], users),
        ("GET", ["/items/", "/items", "/items/0", "/users/x", "/users/-1", "/models/foo"], queries, [{}], [None]),
        ("PUT", ["/items/", "/items/1"], [""], [{}], [None]),
    ]


def unordered(text):
    """The answer with lists of texts in one order: a set of Python has none."""

    def walked(value):
        if isinstance(value, list):
            items = [walked(item) for item in value]
            return sorted(items) if all(isinstance(item, str) for item in items) else items
        if isinstance(value, dict):
            return {key: walked(item) for key, item in value.items()}
        return value

    try:
        return walked(json.loads(TIMES.sub(r'"\1":0', text)))
    except ValueError:
        return text


def is_same(ours, theirs):
    return ours[:2] == theirs[:2] and unordered(ours[2]) == unordered(theirs[2])


def foretold_differences(menura, design, folder):
    """What the tests that follow from the design find in the project, as it really serves."""
    command = [sys.executable, "-B", "-W", "ignore", "-m", "uvicorn", "app.main:app"]
    command += ["--port", "0", "--no-access-log"]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True) as server:
        address = None
        for line in server.stderr:
            address = re.search(r"http://127\.0\.0\.1:\d+", line)
            if address:
                break
        if not address:
            return ["uvicorn did not start"]
        # What it says from here on fills no pipe.
        threading.Thread(target=server.stderr.read, daemon=True).start()
        tested = subprocess.run(
            [menura, "test", design, "--generated", "--server", address.group()],
            capture_output=True,
            text=True,
        )
        server.terminate()
    print("  " + tested.stdout.strip().splitlines()[-1])
    failed = re.findall(r"^FAIL.*\n.*", tested.stdout, re.MULTILINE)
    return failed if tested.returncode == 0 else failed or [tested.stdout + tested.stderr]


def answer_differences(menura, design, folder, routes, options):
    from compare import Server
    from tutorial import COMPARED_HEADERS, asked_server, choose

    dice = random.Random(f"{options.seed} {design}")
    requests = [choose(dice, dice.choice(routes)) for _ in range(options.count)]
    asked = python(folder, "-c", ANSWERS, input=json.dumps(requests))
    if asked.returncode:
        return asked.stderr.strip().splitlines()[-3:]
    server = Server(menura, design)
    differences = []
    has_tasks = os.path.basename(design) in ("tasks.yaml", "pipeline.yaml")
    for request, (status, headers, text) in zip(requests, json.loads(asked.stdout)):
        ours = asked_server(server, request)
        theirs = status, {name: headers.get(name) for name in COMPARED_HEADERS}, text
        if not is_same(ours, theirs) and has_tasks and request[0] == "GET":
            time.sleep(0.5)  # FastAPI's client waits for tasks, real ones do not
            ours = asked_server(server, request)
        if not is_same(ours, theirs):
            differences.append(f"{request}\n    Menura  {ours}\n    project {theirs}")
    server.stop()
    return differences


def designs_differences(options, temporary):
    import tutorial_apps

    routes = {name: make()[1] for name, (make, _) in tutorial_apps.APPLICATIONS.items()}
    routes["shop"] = shop_routes()
    everything = []
    for design in sorted(DESIGNS):
        name = os.path.basename(design).split(".")[0]
        if options.only and options.only != name:
            continue
        folder = os.path.join(temporary, name)
        listed = written(options.menura, design, folder)
        differences = document_differences(options.menura, design, folder)
        differences += own_tests(folder)
        count = 0
        if name in FORETOLD and not differences:
            differences += foretold_differences(options.menura, design, folder)
        if routes.get(name) and not differences:
            count = options.count
            differences += answer_differences(options.menura, design, folder, routes[name], options)
        print(f"{name}: {count} requests, {len(listed)} places listed, {len(differences)} differences")
        for difference in differences[: options.show]:
            print("  " + difference)
        everything += differences
    return everything


def round_trip_differences(options, temporary):
    import documents

    everything = []
    files = sorted(glob.glob(os.path.join(options.documents or "", "openapi_*.json")))
    same = 0
    for file in files:
        name = os.path.basename(file).split(".")[0]
        if options.only and options.only != name:
            continue
        with open(file, encoding="utf-8") as stream:
            original = json.load(stream)
        folder = os.path.join(temporary, name)
        listed = written(options.menura, file, folder)
        differences = []
        _, theirs = documents_of(options.menura, file, folder)
        if isinstance(theirs, list):
            differences += theirs
        else:
            differences += documents.differences(documents.exact(original), documents.exact(theirs))
        same += not differences
        print(f"{name}: {len(listed)} places listed, {len(differences)} differences")
        for difference in differences[: options.show]:
            print("  " + difference)
        everything += differences
    if files:
        print(f"{same} of {len(files)} documents come back word for word")
    return everything


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--menura", required=True)
    parser.add_argument("--documents", help="folder of openapi_*.json that FastAPI has written")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=300, help="requests to each project")
    parser.add_argument("--show", type=int, default=10)
    parser.add_argument("--only")
    options = parser.parse_args()
    try:
        import fastapi  # noqa: F401
        import httpx  # noqa: F401
        import pytest  # noqa: F401
    except ImportError as error:
        print(f"skipped: {error}")
        return 77
    with tempfile.TemporaryDirectory() as temporary:
        differences = designs_differences(options, temporary)
        differences += round_trip_differences(options, temporary)
    print(f"{len(differences)} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
