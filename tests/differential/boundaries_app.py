"""The design of tests/data/designs/boundaries.yaml as a FastAPI application."""

import datetime
import uuid
from typing import Annotated, Literal

from fastapi import Body, FastAPI, Form, Query, UploadFile
from pydantic import BaseModel, Field


def boundaries():
    app = FastAPI()

    class Cat(BaseModel):
        kind: Literal["cat"]
        lives: Annotated[int, Field(ge=0, le=9)]

    class Dog(BaseModel):
        kind: Literal["dog"]
        name: Annotated[str, Field(min_length=2)]

    Pet = Annotated[Cat | Dog, Field(discriminator="kind")]

    class Unions(BaseModel):
        id: Annotated[int, Field(ge=5)] | Annotated[str, Field(min_length=3)]
        flag: bool | float | None
        pet: Cat | Dog
        many: Annotated[list[int | str], Field(min_length=1)]
        tagged: Pet

    class FormModel(BaseModel):
        name: Annotated[str, Field(pattern="^[a-z]+$")]
        ratio: Annotated[float, Field(gt=0, le=1)]

    class Texts(BaseModel):
        model_config = {"extra": "forbid"}
        id: uuid.UUID
        day: datetime.date
        at: datetime.datetime

    @app.get("/lists")
    def lists(
        tag: Annotated[
            list[Annotated[str, Field(min_length=2, max_length=4)]], Query(min_length=2, max_length=3)
        ],
        n: Annotated[list[Annotated[int, Field(ge=1, le=9)]], Query()] = None,
        set: Annotated[set[int], Query(max_length=2)] = None,
        maybe: Annotated[list[bool] | None, Query()] = None,
    ):
        return None

    @app.post("/unions/{key}")
    def unions(key: int | bool, either: float | int, body: Unions):
        return None

    @app.post("/pets")
    def pets(pet: Pet):
        return None

    @app.post("/login")
    def login(
        username: Annotated[str, Form(min_length=3, max_length=8)],
        age: Annotated[int, Form(ge=18)],
        keep: Annotated[bool, Form()] = False,
    ):
        return None

    @app.post("/form")
    def form(data: Annotated[FormModel, Form()]):
        return None

    @app.post("/upload")
    def upload(
        file: UploadFile,
        note: Annotated[str, Form(max_length=5)],
        count: Annotated[int, Form(multiple_of=3)],
    ):
        return None

    @app.post("/several")
    def several(cat: Cat, importance: Annotated[int, Body(gt=0)]):
        return None

    @app.post("/texts")
    def texts(body: Texts):
        return None

    return app, []
