"""Asks `menura serve` what FastAPI was asked, and compares the answers.

    compare.py --menura PROGRAM [--records FOLDER] [--seed N] [--most N] [--show N]

Without a folder of record.py's the records are made first. It ends with 0 when the answers are the
same but for what known.py explains, with 1 when they are not, and with 77 (skipped) where FastAPI
is not installed.
"""

import argparse
import atexit
import collections
import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.parse

import known

HERE = os.path.dirname(os.path.abspath(__file__))

KINDS = ("status", "errors", "bodies")
MOST_DIFFERENT = 0.2  # percent of all answers, besides those that known.py explains
COMPARED_HEADERS = ("allow", "location", "www-authenticate")


class Server:
    """One `menura serve` for one document."""

    def __init__(self, menura, document):
        self.process = subprocess.Popen(
            [menura, "serve", document, "--port", "0"], stdout=subprocess.PIPE, text=True
        )
        line = self.process.stdout.readline()
        found = re.search(r"http://[^\s]+", line)
        if not found:
            raise SystemExit(f"menura serve did not start: {line}")
        address = urllib.parse.urlsplit(found.group())
        self.host = address.netloc
        self.connection = http.client.HTTPConnection(address.hostname, address.port, timeout=10)

    def ask(self, record):
        connection = self.connection
        connection.putrequest(
            record["method"], record["path"], skip_host=True, skip_accept_encoding=True
        )
        connection.putheader("host", self.host)
        body = record["body"].encode("latin-1")
        for name, value in record["headers"]:
            connection.putheader(name, value.encode("latin-1"))
        if body or record["method"] in ("POST", "PUT", "PATCH"):
            connection.putheader("content-length", str(len(body)))
        connection.endheaders(body or None)
        response = connection.getresponse()
        return response.status, response.headers, response.read().decode("utf-8", "replace")

    def stop(self):
        self.connection.close()
        self.process.terminate()
        self.process.wait(10)


def named_host(record, host):
    """The record as if the application had been asked under this host."""
    headers = record["answer_headers"]
    record["answer"] = record["answer"].replace("testserver", host)
    if "location" in headers:
        headers["location"] = headers["location"].replace("testserver", host)


def signature(text):
    """type and loc of each error."""
    try:
        return [(error["type"], error["loc"]) for error in json.loads(text)["detail"]]
    except (ValueError, KeyError, TypeError):
        return None


class Score:
    def __init__(self):
        self.same = collections.Counter()
        self.all = collections.Counter()

    def add(self, what, is_same):
        self.all[what] += 1
        self.same[what] += is_same
        return is_same

    def rate(self, what):
        return 100.0 * self.same[what] / self.all[what] if self.all[what] else 100.0

    def __str__(self):
        return "  ".join(
            f"{what} {self.same[what]}/{self.all[what]} ({self.rate(what):.2f} %)" for what in KINDS
        )


def compare(record, answer, score):
    """Whether nothing is different."""
    status, headers, body = answer
    has_headers = all(
        headers.get(name) == record["answer_headers"].get(name) for name in COMPARED_HEADERS
    )
    same = score.add("status", status == record["status"] and has_headers)
    if record["status"] == 422:
        same &= score.add("errors", signature(body) == signature(record["answer"]))
    if record["status"] >= 400 and record["method"] != "HEAD":
        same &= score.add("bodies", body == record["answer"])
    return same


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--menura", required=True)
    parser.add_argument("--records")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--most", default="12")
    parser.add_argument(
        "--show", type=int, default=20, help="differences of each document to print"
    )
    options = parser.parse_args()
    folder = options.records
    with tempfile.TemporaryDirectory() as made:
        if not folder:
            folder = made
            recorded = subprocess.run(
                [
                    sys.executable,
                    "-B",
                    os.path.join(HERE, "record.py"),
                    folder,
                    "--seed",
                    options.seed,
                    "--most",
                    options.most,
                ]
            )
            if recorded.returncode:
                return recorded.returncode
        documents = collections.defaultdict(list)
        with open(os.path.join(folder, "records.jsonl"), encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                documents[record["doc"]].append(record)
        total, explained, different = Score(), collections.Counter(), 0
        for document, records in documents.items():
            application = document[len("openapi_") : -len(".json")]
            score, shown = Score(), 0
            server = Server(options.menura, os.path.join(folder, document))
            atexit.register(server.stop)
            for record in records:
                if not record["path"] or not record["path"].isascii():
                    continue  # such a target cannot stand in a request line
                answer = server.ask(record)
                named_host(record, server.host)
                if compare(record, answer, score):
                    continue
                why = known.reason(application, record["path"])
                if why:
                    explained[why] += 1
                    continue
                different += 1
                if shown < options.show:
                    shown += 1
                    show(record, answer)
            server.stop()
            print(f"{document}: {score}")
            total.same += score.same
            total.all += score.all
        print(f"all: {total}")
        for why, count in explained.most_common():
            print(f"{count} differ as a document does not say {why}")
        share = 100.0 * different / max(1, total.all["status"])
        print(f"{different} other differences ({share:.2f} %)")
        return 0 if share <= MOST_DIFFERENT else 1


def show(record, answer):
    print(record["method"], record["path"][:200], record["headers"], repr(record["body"][:200]))
    print("    is ", answer[0], answer[2][:300])
    print("    not", record["status"], record["answer"][:300])


if __name__ == "__main__":
    sys.exit(main())
