"""The design of tests/data/designs/scopes.yaml as a FastAPI application."""

from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Security
from fastapi.security import HTTPBasic, HTTPBasicCredentials, SecurityScopes

USERS = [
    {"username": "ada", "password": "a", "scopes": {"all", "me", "items"}},
    {"username": "bob", "password": "b", "scopes": {"me"}},
]


def refused(detail, challenge="Basic"):
    return HTTPException(401, detail, headers={"WWW-Authenticate": challenge})


def scopes():
    app = FastAPI()
    calls = []

    def get_user(
        wanted: SecurityScopes, given: Annotated[HTTPBasicCredentials, Depends(HTTPBasic())]
    ):
        pair = given.username, given.password
        user = next((one for one in USERS if (one["username"], one["password"]) == pair), None)
        if user is None:
            raise refused("Incorrect username or password")
        if not set(wanted.scopes) <= user["scopes"]:
            raise refused("Not enough permissions", f'Basic scope="{wanted.scope_str}"')
        return user

    def get_called(user=Depends(get_user)):
        calls.append(user)
        return len(calls)

    def get_me(called=Security(get_called, scopes=["me"])):
        return called

    def get_items(called=Security(get_called, scopes=["items"])):
        return called

    def get_both(me=Security(get_me, scopes=["all"]), items=Security(get_items, scopes=["all"])):
        return [me, items]

    def get_plain(called=Depends(get_called)):
        return called

    @app.get("/one")
    def one(me=Depends(get_me), plain=Depends(get_plain)):
        return [me, plain]

    @app.get("/two")
    def two(
        items=Depends(get_items),
        me=Depends(get_me),
        plain=Depends(get_plain),
        called=Depends(get_called),
    ):
        return [items, me, plain, called]

    @app.get("/both")
    def both(both=Depends(get_both), me=Depends(get_me)):
        return [both, me]

    @app.get("/me")
    def me(me=Depends(get_me)):
        return me

    texts = ["Basic YWRhOmE=", "Basic Ym9iOmI=", "Basic Ym9iOng=", "Basic x", "Bearer YWRhOmE="]
    headers = [{}, *({"authorization": text} for text in texts)]
    return app, [("GET", ["/one", "/two", "/both", "/me"], [""], headers, [None])]
