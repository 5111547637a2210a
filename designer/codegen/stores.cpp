#include "designer/codegen/stores.h"

namespace Design::Python
{

namespace
{

QString text_(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

Code texts(const QStringList &list)
{
    Code code{text_("["), {}, text_("]")};
    for (const QString &item : list)
        code.items.append(literal(Json(item)));
    return code;
}

} // namespace

Stores::Stores(Source &source, Models &models)
    : m_source(source)
    , m_models(models)
{
}

bool Stores::hasClass(const QString &store) const
{
    const StoreDesign *design = m_source.behaviour().stores.find(store);
    return design &&
           m_models.isClass(JsonObject{{text_("$ref"), Json(Models::reference(design->model))}});
}

ScriptValue Stores::value(const QString &store) const
{
    ScriptValue value{variable(store), {}};
    const StoreDesign *design = m_source.behaviour().stores.find(store);
    if (design) {
        value.shape.kind = hasClass(store) ? Shape::Kind::Model : Shape::Kind::Unknown;
        value.shape.schema = JsonObject{{text_("$ref"), Json(Models::reference(design->model))}};
    }
    return value;
}

QList<ServerField> Stores::expressions(const StoreDesign &store, bool onlyUpdates)
{
    QList<ServerField> fields;
    for (const ServerField &field : store.set) {
        if (field.kind == ServerField::Kind::Expression && (!onlyUpdates || field.onUpdate))
            fields.append(field);
    }
    return fields;
}

QString Stores::text(const Named<StoreDesign> &store, Module &module)
{
    const StoreDesign &design = store.value;
    const QString model =
        hasClass(store.name)
            ? module.use(Models::module(), m_models.use(Models::reference(design.model)))
            : text_("None");
    QList<Code> arguments{literal(Json(store.name)), atom(model)};
    if (design.key != u"id")
        arguments.append(keyword(text_("key"), literal(Json(design.key))));
    arguments.append(keyword(text_("label"), literal(Json(rowName(store.name)))));
    if (!design.unique.isEmpty()) {
        Code unique{text_("["), {}, text_("]")};
        for (const QStringList &fields : design.unique)
            unique.items.append(texts(fields));
        arguments.append(keyword(text_("unique"), unique));
    }
    if (!design.foreign.isEmpty()) {
        Code references{text_("{"), {}, text_("}")};
        for (const ForeignKey &foreign : design.foreign)
            references.items.append(
                prefixed(quoted(foreign.field) + text_(": "), literal(Json(foreign.store))));
        arguments.append(keyword(text_("references"), references));
    }
    QStringList counters;
    QStringList uuids;
    QStringList made;
    QStringList changed;
    for (const ServerField &field : design.set) {
        if (field.kind == ServerField::Kind::Counter)
            counters.append(field.field);
        else if (field.kind == ServerField::Kind::Uuid)
            uuids.append(field.field);
        else if (field.kind == ServerField::Kind::Now)
            (field.onUpdate ? changed : made).append(field.field);
    }
    const std::pair<const char *, QStringList> lists[] = {{"counters", counters},
                                                          {"uuids", uuids},
                                                          {"created", made},
                                                          {"updated", changed},
                                                          {"search", design.search}};
    for (const auto &[name, fields] : lists) {
        if (!fields.isEmpty())
            arguments.append(keyword(text_(name), texts(fields)));
    }
    QStringList computed;
    for (const ServerField &field : expressions(design, false))
        computed.append(field.field);
    if (!computed.isEmpty())
        arguments.append(keyword(text_("kept"), texts(computed)));
    if (!design.fixtures.isEmpty())
        arguments.append(keyword(text_("rows"), literal(Json(design.fixtures))));
    const QString variable = Stores::variable(store.name);
    const QString type =
        module.use("app.store", "Store") + (hasClass(store.name) ? u'[' + model + u']' : QString());
    return laidOut(prefixed(variable + text_(" = "), call(type, arguments)), 0) + u'\n';
}

Module Stores::write()
{
    Module module(text_("app.stores"), text_("The rows that the routes work on, in memory."));
    for (const Named<StoreDesign> &store : m_source.behaviour().stores)
        module.addStatement(text(store, module));
    return module;
}

QString Stores::storeClass()
{
    return text_(R"py("""Rows in memory that obey their model: what a database would keep."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from datetime import datetime, timezone
from typing import Any, Generic, TypeVar
from uuid import uuid4

from fastapi import HTTPException
from pydantic import BaseModel

Row = TypeVar("Row", bound=BaseModel)

STORES: dict[str, "Store[Any]"] = {}


class Conflict(HTTPException):
    """Another row has the value already, or is still in need of this one."""


class Store(Generic[Row]):
    """Rows by their key, in the order in which they were made."""

    def __init__(
        self,
        name: str,
        model: type[Row] | None,
        *,
        key: str = "id",
        label: str,
        unique: list[list[str]] | None = None,
        references: dict[str, str] | None = None,
        counters: list[str] | None = None,
        uuids: list[str] | None = None,
        created: list[str] | None = None,
        updated: list[str] | None = None,
        kept: list[str] | None = None,
        search: list[str] | None = None,
        rows: list[dict[str, Any]] | None = None,
    ) -> None:
        self.name = name
        self.model = model
        self.key = key
        self.label = label
        self.unique = unique or []
        self.references = references or {}
        self.counters = counters or []
        self.uuids = uuids or []
        self.created = created or []
        self.updated = updated or []
        self.kept = [*self.counters, *self.uuids, *self.created, *(kept or [])]
        self.search = search
        self.fixtures = rows or []
        self.rows: dict[Any, Row] = {}
        self.last: dict[str, int] = {}
        STORES[name] = self
        self.reset()

    def reset(self, rows: list[dict[str, Any]] | None = None) -> None:
        """Begins again with these rows, or with those of the design."""
        self.rows = {}
        self.last = {}
        for values in self.fixtures if rows is None else rows:
            row = self.read({**self.stamps(self.created + self.updated), **values})
            self.rows[self.value(row, self.key)] = row
        for field in self.counters:
            numbers = [self.value(row, field) for row in self.rows.values()]
            self.last[field] = max(numbers, default=0)

    @staticmethod
    def stamps(fields: list[str]) -> dict[str, Any]:
        now = datetime.now(timezone.utc).isoformat(timespec="milliseconds")
        return {field: now.replace("+00:00", "Z") for field in fields}

    def value(self, row: Any, field: str) -> Any:
        return row.get(field) if isinstance(row, dict) else getattr(row, field, None)

    def values(self, row: Any) -> dict[str, Any]:
        return dict(row) if isinstance(row, dict) else row.model_dump()

    def read(self, values: dict[str, Any]) -> Row:
        """The values as a row; what the model does not have is left out."""
        if self.model is None:
            return values  # type: ignore[return-value]
        if self.model.model_config.get("extra") != "allow":
            fields = self.model.model_fields
            names = set(fields) | {field.alias for field in fields.values()}
            values = {name: value for name, value in values.items() if name in names}
        return self.model.model_validate(values, by_alias=True, by_name=True)

    def get(self, key: Any) -> Row | None:
        return self.rows.get(key)

    def has(self, key: Any) -> bool:
        return key in self.rows

    def all(self) -> list[Row]:
        return list(self.rows.values())

    def matching(self, values: dict[str, Any]) -> Iterator[Row]:
        for row in self.rows.values():
            if all(self.value(row, name) == value for name, value in values.items()):
                yield row

    def find(self, values: dict[str, Any]) -> Row | None:
        return next(self.matching(values), None)

    def count(self, values: dict[str, Any] | None = None) -> int:
        return sum(1 for _ in self.matching(values or {}))

    def select(
        self,
        *,
        skip: int | None = None,
        limit: int | None = None,
        search: str | None = None,
        sort: str | None = None,
        **filters: Any,
    ) -> list[Row]:
        wanted = {name: value for name, value in filters.items() if value is not None}
        rows = [row for row in self.matching(wanted) if self.contains(row, search)]
        for part in reversed((sort or "").split(",")):
            field = part.strip().lstrip("+-")
            if field:
                rows.sort(
                    key=lambda row: self.rank(row, field),
                    reverse=part.strip().startswith("-"),
                )
        start = skip or 0
        return rows[start:] if limit is None else rows[start : start + limit]

    def rank(self, row: Row, field: str) -> tuple[bool, Any]:
        value = self.value(row, field)
        return value is not None, value if value is not None else 0

    def contains(self, row: Row, search: str | None) -> bool:
        if not search:
            return True
        values = self.values(row)
        texts = [value for value in values.values() if isinstance(value, str)]
        if self.search is not None:
            texts = [str(values.get(field, "")) for field in self.search]
        return any(search.lower() in text.lower() for text in texts)

    def create(self, values: dict[str, Any]) -> Row:
        row = {**values, **{field: str(uuid4()) for field in self.uuids}}
        row.update(self.stamps(self.created + self.updated))
        row.update({field: self.last.get(field, 0) + 1 for field in self.counters})
        made = self.checked(row, None)
        self.rows[self.value(made, self.key)] = made
        for field in self.counters:
            self.last[field] = row[field]
        return made

    def replace(self, key: Any, values: dict[str, Any]) -> Row:
        """All of a row but its key and what the server has set."""
        before = self.values(self.required(key))
        row = {name: before[name] for name in [self.key, *self.kept] if name in before}
        return self.write(key, {**values, **row})

    def change(self, key: Any, values: dict[str, Any]) -> Row:
        """These values of a row, the others stay."""
        return self.write(key, {**self.values(self.required(key)), **values})

    def remove(self, key: Any) -> Row:
        row = self.required(key)
        for other in STORES.values():
            for field, store in other.references.items():
                if store == self.name and other.count({field: key}):
                    detail = f"{self.label} is still referred to by {other.name}"
                    raise Conflict(status_code=409, detail=detail)
        del self.rows[key]
        return row

    def required(self, key: Any) -> Row:
        row = self.rows.get(key)
        if row is None:
            raise HTTPException(status_code=404, detail=f"{self.label} not found")
        return row

    def write(self, key: Any, values: dict[str, Any]) -> Row:
        row = self.checked({**values, **self.stamps(self.updated)}, key)
        self.rows[key] = row
        return row

    def checked(self, values: dict[str, Any], own: Any) -> Row:
        row = self.read(values)
        for fields in [[self.key], *self.unique]:
            wanted = {field: self.value(row, field) for field in fields}
            for other in self.matching(wanted):
                if self.value(other, self.key) != own or own is None:
                    names = " and ".join(fields)
                    detail = f"{self.label} with this {names} already exists"
                    raise Conflict(status_code=409, detail=detail)
        for field, store in self.references.items():
            value = self.value(row, field)
            if value is not None and not STORES[store].has(value):
                detail = f"{STORES[store].label} not found"
                raise Conflict(status_code=404, detail=detail)
        return row


@contextmanager
def transaction() -> Iterator[None]:
    """Whatever the block changes is taken back when it raises."""
    before = {name: (dict(s.rows), deepcopy(s.last)) for name, s in STORES.items()}
    try:
        yield
    except Exception:
        for name, (rows, last) in before.items():
            STORES[name].rows, STORES[name].last = rows, last
        raise
)py");
}

} // namespace Design::Python
