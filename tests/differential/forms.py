"""Forms of both kinds: fields, models, files, and multipart bodies with something wrong."""

import datetime
from typing import Annotated, Optional

from fastapi import FastAPI, File, Form, UploadFile
from pydantic import BaseModel, ConfigDict, Field

from applications import Color
from asking import FORM, TYPES, Request


def forms_application():
    app = FastAPI()

    class Login(BaseModel):
        username: str = Field(min_length=2)
        password: str
        remember: bool = False
        age: Optional[int] = None

    class Strict(BaseModel):
        model_config = ConfigDict(extra="forbid")
        a: int
        tags: list[str] = []

    class Upload(BaseModel):
        file: UploadFile
        note: str = ""

    class Everything(BaseModel):
        b: bool = False
        f: float = 1.5
        d: Optional[datetime.date] = None
        c: Color = Color.red
        li: list[int] = [1]
        st: set[int] = set()
        alias: str = Field(default="x", alias="the-alias")

    @app.post("/fields")
    def fields(
        a: Annotated[int, Form()],
        b: Annotated[str, Form()],
        c: Annotated[Optional[str], Form()] = None,
        d: Annotated[int, Form(ge=1)] = 5,
    ):
        return {}

    @app.post("/lists")
    def lists(a: Annotated[list[int], Form()], b: Annotated[list[str], Form()] = []):
        return {}

    @app.post("/optional")
    def optional(a: Annotated[Optional[int], Form()] = None):
        return {}

    @app.post("/broken_default")
    def broken_default(a: Annotated[int, Form(gt=1)] = 1, b: Annotated[str, Form()] = "x"):
        return {}

    @app.post("/required_optional")
    def required_optional(a: Annotated[Optional[int], Form()]):
        return {}

    @app.post("/login")
    def login(form: Annotated[Login, Form()]):
        return {}

    @app.post("/strict")
    def strict(form: Annotated[Strict, Form()]):
        return {}

    @app.post("/everything")
    def all_types(form: Annotated[Everything, Form()]):
        return {}

    @app.post("/file")
    def file(file: UploadFile):
        return {}

    @app.post("/bytes")
    def binary(file: Annotated[bytes, File()]):
        return {}

    @app.post("/bytes_short")
    def binary_short(file: Annotated[bytes, File(max_length=3)]):
        return {}

    @app.post("/files")
    def files(files: list[UploadFile]):
        return {}

    @app.post("/bytes_list")
    def bytes_list(files: Annotated[list[bytes], File()]):
        return {}

    @app.post("/optional_file")
    def optional_file(file: Optional[UploadFile] = None):
        return {}

    @app.post("/optional_bytes")
    def optional_bytes(file: Annotated[Optional[bytes], File()] = None):
        return {}

    @app.post("/file_and_form")
    def file_and_form(
        file: UploadFile, token: Annotated[str, Form()], count: Annotated[int, Form()] = 1
    ):
        return {}

    @app.post("/upload_model")
    def upload_model(form: Annotated[Upload, Form(media_type="multipart/form-data")]):
        return {}

    @app.post("/alias")
    def alias(a: Annotated[int, Form(alias="the-a")]):
        return {}

    return app


FORM_BODIES = [
    b"",
    b"a=1",
    b"a=1&b=x",
    b"a=&b=",
    b"a&b",
    b"a=x&b=y&d=0",
    b"a=1&a=2&b=x",
    b"a=1&a=x",
    b"b=x&a=+1",
    b"a=%31&b=%C3%A9",
    b"a=%FF&b=%zz",
    b"&&a=1&&b=2&",
    b"a=1;b=2",
    b"=1",
    b"a==1&b==",
    b"the-a=1",
    b"the-a=x",
    b"username=ab&password=x",
    b"username=a&password=",
    b"username=ab&password=x&remember=on&age=",
    b"username=ab&password=x&remember=x&age=x&extra=1",
    b"a=1&extra=2",
    b"a=1&extra=2&extra=3&tags=x&tags=y",
    b"a=1&tags=",
    b"b=on&f=x&d=2024-01-01&c=red&li=1&li=2&st=1&st=1",
    b"b=&f=&d=&c=&li=&st=",
    b"c=blu&li=x&the-alias=q",
    b"file=x",
    b"files=x",
    b"file=",
    b"token=x&file=y",
    b"a=1&c=&b=x",
    b"c=x",
    b'{"a":1}',
    b"\xff=1",
    b"a=\xff",
    b"a=1\r\nb=2",
    "a=1&b=é".encode(),
    b"a=1&b=" + b"x" * 2000,
    b"A=1&B=x",
    b"a[]=1&b=x",
    b"a.b=1",
    b"a=1&b=x&d=",
    b"a=1&b=x&d=1.0",
    b"a=null&b=null",
]
PARTS = [
    b'Content-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nhello',
    b'Content-Disposition: form-data; name="file"\r\n\r\nhello',
    b'Content-Disposition: form-data; name="file"; filename=""\r\n\r\n',
    b'Content-Disposition: form-data; name="file"; filename="b"\r\n\r\n',
    b'Content-Disposition: form-data; name="file"\r\n\r\n',
    b'Content-Disposition: form-data; name="files"; filename="a.bin"\r\nContent-Type: application/octet-stream\r\n\r\n\x00\xff\r\n\x01',
    b'Content-Disposition: form-data; name="files"\r\n\r\ntext',
    b'Content-Disposition: form-data; name="token"\r\n\r\nabc',
    b'Content-Disposition: form-data; name="token"\r\n\r\n',
    b'Content-Disposition: form-data; name="count"\r\n\r\nx',
    b'Content-Disposition: form-data; name="note"\r\n\r\n\xc3\xa9',
    b'Content-Disposition: form-data; name="a"\r\n\r\n1',
    b'Content-Disposition: form-data; name="b"\r\n\r\nx',
    b"Content-Disposition: form-data\r\n\r\nx",
    b"Content-Type: text/plain\r\n\r\nx",
    b'content-disposition: FORM-DATA; NAME="a"\r\n\r\n1',
    b"Content-Disposition: form-data; name=a\r\n\r\n1",
    b'Content-Disposition: form-data; name="username"\r\n\r\nab',
    b'Content-Disposition: form-data; name="password"\r\n\r\nx',
    b'Content-Disposition: attachment; name="a"\r\n\r\n1',
    b'Content-Disposition: form-data; name=""\r\n\r\n1',
    b"Bad Header\r\n\r\n1",
    b'Content-Disposition: form-data; name="tags"\r\n\r\nx',
    b"Content-Disposition: form-data; name=\"a\"; filename*=UTF-8''x\r\n\r\n1",
]


def multipart(random_):
    boundary = random_.choice([b"xx", b"xx", b"xx", b"----WebKitFormBoundaryAbC123"])
    parts = [random_.choice(PARTS) for _ in range(random_.choice([0, 1, 1, 2, 2, 3]))]
    body = (
        b"".join(b"--" + boundary + b"\r\n" + part + b"\r\n" for part in parts)
        + b"--"
        + boundary
        + b"--\r\n"
    )
    damage = random_.randrange(20)
    if damage == 0:
        body = body[:-8]
    elif damage == 1:
        body = b"preamble\r\n" + body
    elif damage == 2:
        body = body + b"epilogue"
    elif damage == 3:
        body = body.replace(b"\r\n", b"\n")
    elif damage == 4:
        body = b"\r\n" + body
    elif damage == 5:
        body = b""
    kind = random_.choice(
        ["multipart/form-data; boundary=%s"] * 12
        + [
            'multipart/form-data; boundary="%s"',
            "multipart/form-data",
            "Multipart/Form-Data; Boundary=%s",
            "multipart/form-data;boundary=%s; charset=utf-8",
            "multipart/form-data; boundary=",
            "multipart/mixed; boundary=%s",
        ]
    )
    return [("content-type", kind % boundary.decode() if "%s" in kind else kind)], body


def forms_requests(random_, most):
    plain = [
        "/fields",
        "/lists",
        "/optional",
        "/required_optional",
        "/broken_default",
        "/login",
        "/strict",
        "/everything",
        "/alias",
    ]
    files = [
        "/file",
        "/bytes",
        "/bytes_short",
        "/files",
        "/bytes_list",
        "/optional_file",
        "/optional_bytes",
        "/file_and_form",
        "/upload_model",
    ]
    for path in plain + files:
        for body in FORM_BODIES if path in plain else random_.sample(FORM_BODIES, 12):
            yield Request("POST", path, [FORM], body)
        for _ in range(most if path in plain else most * 3):
            headers, body = multipart(random_)
            yield Request("POST", path, headers, body)
        for kind in TYPES:
            yield Request(
                "POST",
                path,
                [] if kind is None else [("content-type", kind)],
                random_.choice(FORM_BODIES),
            )
