"""What two OpenAPI documents say, without the ways of saying it.

`normal(document)` is the document with what FastAPI cannot help writing otherwise written in one
way. Each of these differences is known, and none of them changes what an API takes or gives:

- titles that pydantic and FastAPI make up from names;
- references: a schema and the component it leads to are the same; so are the names of components
  that are no names in Python, and components that no route needs;
- inheritance: `allOf` with a base is the fields of both, and `allOf` of one is that one;
- `type: [string, 'null']` is `anyOf` of both; `oneOf` without a discriminator is `anyOf`;
- one value of `const` is an `enum` of one; `default: null`, `items: {}`, `additionalProperties:
  true`, `minLength: 1` of a URL and `required: []` say nothing;
- the mapping of a discriminator and what stands on a tagged union beside it;
- the description of a parameter stands in its schema as well;
- files of forms, which OpenAPI 3.0 writes as `format: binary`, and URLs that are only a host;
- members that are null, in examples as elsewhere, are left out of FastAPI's document;
- `security` of the whole document is that of each operation, and scopes have no order; FastAPI
  lists each scheme by itself, whether all of them are asked for, one of them or none;
- 422 and the summaries that FastAPI makes up of a function's name.
"""

import inspect
import re

NOTHING = {"default": None, "items": {}, "additionalProperties": True, "required": []}
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def title_of(name):
    return name.title().replace("_", " ").strip()


class Normal:
    def __init__(self, document):
        self.document = document

    def target(self, reference):
        found = self.document
        for token in reference.lstrip("#/").split("/"):
            found = found.get(token.replace("~1", "/").replace("~0", "~"), {})
        return found

    def merged(self, schema, within):
        """The schema with its bases taken in."""
        result = {}
        for part in schema.get("allOf", []):
            for key, value in self.resolved(part, within).items():
                if key == "properties":
                    result.setdefault(key, {}).update(value)
                elif key == "required":
                    result[key] = sorted(set(result.get(key, [])) | set(value))
                elif key not in ("title", "description", "examples", "example", "discriminator"):
                    result[key] = value
                elif len(schema["allOf"]) == 1 and "properties" not in schema:
                    result[key] = value
        for key, value in schema.items():
            if key == "properties":
                result.setdefault(key, {}).update(value)
            elif key == "required":
                result[key] = sorted(set(result.get(key, [])) | set(value))
            elif key != "allOf":
                result[key] = value
        return result

    def resolved(self, schema, within):
        if isinstance(schema, dict) and "$ref" in schema:
            target = self.target(schema["$ref"])
            # What stands beside a reference wins; a description of the target's own is a note.
            beside = {key: value for key, value in schema.items() if key != "$ref"}
            schema = {**self.resolved(target, within), **beside}
        if isinstance(schema, dict) and "allOf" in schema:
            schema = self.merged(schema, within)
        return schema if isinstance(schema, dict) else {}

    def schema(self, schema, within=(), is_named=False):
        if not isinstance(schema, dict):
            return {} if schema is True else schema
        if "$ref" in schema:
            name = schema["$ref"]
            if within.count(name) > 1:
                return {"again": True}
            within = within + (name,)
        schema = dict(self.resolved(schema, within))
        schema.pop("title", None)
        if isinstance(schema.get("type"), list):
            kinds = schema.pop("type")
            limits = {key: schema.pop(key) for key in list(schema) if key not in
                      ("description", "examples", "default", "deprecated", "readOnly", "writeOnly", "example")}
            enum = [value for value in limits.pop("enum", []) if value is not None]
            if enum:
                limits["enum"] = enum
            schema["anyOf"] = [{"type": "null"} if kind == "null" else {"type": kind, **limits}
                               for kind in kinds]
        if "oneOf" in schema:
            schema["anyOf"] = schema.pop("oneOf")
        schema.pop("discriminator", None)
        if "const" in schema:
            schema["enum"] = [schema.pop("const")]
        if schema.get("contentMediaType") == "application/octet-stream":
            del schema["contentMediaType"]
            schema["format"] = "binary"
        if schema.get("format") == "uri":
            schema.pop("minLength", None)
        if "properties" in schema or "additionalProperties" in schema:
            schema.setdefault("type", "object")
        if "items" in schema:
            schema.setdefault("type", "array")
        if schema.get("uniqueItems") is False:
            del schema["uniqueItems"]
        if set(schema) <= {"enum"} | set(NOTHING) and "enum" in schema:
            if all(isinstance(value, str) for value in schema["enum"]):
                schema["type"] = "string"
        result = {}
        for key, value in schema.items():
            if key.startswith("x-menura") or (key in NOTHING and value == NOTHING[key]):
                continue
            if key == "description" and isinstance(value, str):
                value = inspect.cleandoc(value)
            if key in ("properties", "patternProperties"):
                value = {name: self.schema(part, within) for name, part in value.items()}
            elif key in ("items", "additionalProperties", "not", "contains", "propertyNames", "contentSchema"):
                value = self.schema(value, within)
            elif key == "anyOf":
                value = sorted((self.schema(part, within) for part in value), key=repr)
            elif key == "prefixItems":
                value = [self.schema(part, within) for part in value]
            elif key == "required":
                value = sorted(value)
            result[key] = value
        if "propertyNames" in result:
            result["propertyNames"].pop("type", None)
        for key in NOTHING:
            if key in result and result[key] == NOTHING[key]:
                del result[key]
        return result

    def content(self, content):
        result = {}
        for media, value in (content or {}).items():
            value = dict(value)
            value["schema"] = self.schema(value.get("schema", {}))
            result[media] = value
        return result

    def response(self, response):
        if "$ref" in response:
            response = self.target(response["$ref"])
        result = dict(response)
        result["content"] = self.content(response.get("content"))
        if "headers" in result:
            result["headers"] = {name: self.parameter(header) for name, header in result["headers"].items()}
        return result

    def parameter(self, parameter):
        if "$ref" in parameter:
            parameter = self.target(parameter["$ref"])
        result = dict(parameter)
        result["schema"] = self.schema(parameter.get("schema", {}))
        for note in ("description", "deprecated"):
            said = result["schema"].pop(note, None)
            if said is not None:
                result.setdefault(note, said)
        if not result.get("required"):
            result.pop("required", None)
        is_form = result.get("in") in ("query", "cookie")
        usual = {"deprecated": False, "allowEmptyValue": False, "explode": is_form}
        usual["style"] = "form" if is_form else "simple"
        for key, value in usual.items():
            if result.get(key) == value:
                del result[key]
        return result

    def operation(self, item, operation):
        result = {key: value for key, value in operation.items() if not key.startswith("x-menura")}
        parameters = {}
        for parameter in item.get("parameters", []) + operation.get("parameters", []):
            parameter = self.parameter(parameter)
            name = parameter["name"].lower() if parameter["in"] == "header" else parameter["name"]
            parameters[f"{parameter['in']} {name}"] = {**parameter, "name": name}
        result["parameters"] = parameters
        if "requestBody" in result:
            body = result["requestBody"]
            body = dict(self.target(body["$ref"]) if "$ref" in body else body)
            body["content"] = self.content(body.get("content"))
            if not body.get("required"):
                body.pop("required", None)
            result["requestBody"] = body
        result["responses"] = {
            status: self.response(response)
            for status, response in operation.get("responses", {}).items()
            if not (status == "422" and "HTTPValidationError" in repr(response))
        }
        security = result.pop("security", self.document.get("security", []))
        security = [{name: sorted(scopes)} for one in security for name, scopes in one.items()]
        if security:
            result["security"] = sorted(security, key=repr)
        for key in ("deprecated", "tags"):
            if key in result and not result[key]:
                del result[key]
        if isinstance(result.get("description"), str):
            result["description"] = inspect.cleandoc(result["description"])
        return result


def without_nulls(value):
    if isinstance(value, list):
        return [without_nulls(item) for item in value]
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    if isinstance(value, str) and re.fullmatch("https?://[^/]+", value):
        return value + "/"
    return value


def normal(document):
    document = without_nulls(document)
    reader = Normal(document)
    paths = {}
    for path, item in document.get("paths", {}).items():
        for method, operation in item.items():
            if method in METHODS:
                paths[f"{method} {path}"] = reader.operation(item, operation)
    components = document.get("components", {})
    schemes = {
        name: {key: value for key, value in scheme.items() if not key.startswith("x-menura")}
        for name, scheme in components.get("securitySchemes", {}).items()
    }
    used = {name for operation in paths.values() for one in operation.get("security", []) for name in one}
    info = dict(document.get("info", {}))
    return {
        "info": info,
        "tags": document.get("tags", []),
        "servers": document.get("servers", []),
        "paths": paths,
        "securitySchemes": {name: scheme for name, scheme in schemes.items() if name in used},
    }


def drop_made_up(ours, theirs):
    """Takes summaries and operation ids that only FastAPI has out of its document."""
    for key, operation in theirs["paths"].items():
        for note in ("summary", "operationId"):
            if note not in ours["paths"].get(key, {}):
                operation.pop(note, None)


def exact(document):
    """The document with the order of parameters and of `required` taken out: they mean nothing."""
    if isinstance(document, list):
        items = [exact(item) for item in document]
        if items and all(isinstance(item, dict) and "in" in item and "name" in item for item in items):
            items.sort(key=lambda item: (item["in"], item["name"]))
        return items
    if isinstance(document, dict):
        result = {key: exact(value) for key, value in document.items()}
        if isinstance(result.get("required"), list):
            result["required"] = sorted(result["required"], key=str)
        return result
    return document


def differences(ours, theirs, place=""):
    """Lines that say what is different, and where."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        lines = []
        for key in list(ours) + [key for key in theirs if key not in ours]:
            if key not in theirs:
                lines.append(f"{place}/{key}: missing: {str(ours[key])[:200]}")
            elif key not in ours:
                lines.append(f"{place}/{key}: added: {str(theirs[key])[:200]}")
            else:
                lines += differences(ours[key], theirs[key], f"{place}/{key}")
        return lines
    if isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        lines = []
        for index, (mine, other) in enumerate(zip(ours, theirs)):
            lines += differences(mine, other, f"{place}/{index}")
        return lines
    return [] if ours == theirs else [f"{place}: {str(ours)[:200]} became {str(theirs)[:200]}"]
