#include "mockserver/script/script_prelude.h"

namespace Mock
{

QString scriptParameters()
{
    return QStringLiteral("path, query, header, cookie, body, deps, result, item, status, params, "
                          "request, store, now, uuid, random");
}

// Expressions share one engine, so nothing that one does may be seen by the next: everything that
// they can reach is frozen. What could take much memory at one go, which nobody can interrupt, is
// bounded.
QString scriptPrelude()
{
    return QStringLiteral(R"js((function (host, global) {
'use strict';
const parse = JSON.parse, stringify = JSON.stringify, RealDate = Date, RealArray = Array;
const most = 1000000;
const bounded = (object, name, size) => {
    const real = object[name];
    if (!real) return;
    Object.defineProperty(object, name, {value: function (...args) {
        if (size(this, args) > most) throw new RangeError(name + ': more than ' + most + ' at once');
        return real.apply(this, args);
    }});
};
bounded(String.prototype, 'repeat', (self, args) => self.length * args[0]);
bounded(String.prototype, 'padStart', (self, args) => args[0]);
bounded(String.prototype, 'padEnd', (self, args) => args[0]);
bounded(Array.prototype, 'fill', self => self.length);
bounded(Array.prototype, 'join', self => self.length);
bounded(Array, 'from', (self, args) => args[0] && args[0].length || 0);
Math.random = () => host.random();
class OurDate extends RealDate {
    constructor(...args) { if (args.length) super(...args); else super(host.now()); }
    static now() { return host.now(); }
}
global.Date = OurDate;
const hex = (digits) => {
    let text = '';
    while (text.length < digits) text += Math.floor(host.random() * 16).toString(16);
    return text;
};
const now = () => new RealDate(host.now()).toISOString().replace(/\.000Z$/, 'Z');
const uuid = () => hex(8) + '-' + hex(4) + '-4' + hex(3) + '-' +
    '89ab'[Math.floor(host.random() * 4)] + hex(3) + '-' + hex(12);
const random = (least, most) => least === undefined ? host.random()
    : least + Math.floor(host.random() * (most - least + 1));
const call = (name, operation, args) => {
    const answer = parse(host.call(name, operation, stringify(args)));
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
};
const fits = (row, wanted) => typeof wanted === 'function' ? wanted(row)
    : Object.keys(wanted || {}).every(key => row[key] === wanted[key]);
const storeOf = name => Object.freeze({
    get: key => call(name, 'get', [key]) ?? null,
    has: key => call(name, 'has', [key]),
    all: wanted => call(name, 'all', []).filter(row => fits(row, wanted)),
    find: wanted => call(name, 'all', []).find(row => fits(row, wanted)) ?? null,
    count: wanted => wanted === undefined ? call(name, 'count', [])
        : call(name, 'all', []).filter(row => fits(row, wanted)).length,
    add: row => call(name, 'add', [row]),
    update: (key, fields) => call(name, 'update', [key, fields]),
    remove: key => call(name, 'remove', [key]),
});
const store = new Proxy(Object.freeze({}), {
    get: (target, name) => typeof name === 'string' ? storeOf(name) : undefined,
});
const freeze = (object, depth) => {
    if ((typeof object !== 'object' && typeof object !== 'function') || object === null) return;
    if (depth > 4 || Object.isFrozen(object)) return;
    Object.freeze(object);
    for (const key of Object.getOwnPropertyNames(object)) {
        const member = Object.getOwnPropertyDescriptor(object, key);
        if (member && 'value' in member) freeze(member.value, depth + 1);
    }
};
for (const key of Object.getOwnPropertyNames(global)) freeze(global[key], 0);
freeze(RealDate, 0);
freeze(Object.getPrototypeOf(function* () {}), 0);
Object.freeze(global);
return (expression, wanted, texts) => {
    const args = new RealArray(11);
    for (let i = 0; i < wanted.length; ++i) args[wanted[i]] = parse(texts[i]);
    const value = expression(...args, store, now, uuid, random);
    return [stringify(value), !!value];
};
}))js");
}

} // namespace Mock
