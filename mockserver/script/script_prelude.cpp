#include "mockserver/script/script_prelude.h"

namespace Mock
{

QString scriptParameters()
{
    return QStringLiteral("path, query, header, cookie, body, deps, result, item, status, params, "
                          "request, store, now, uuid, random");
}

// Expressions share one engine, so nothing that one does may be seen by the next: everything that
// they can reach is frozen. What the engine does in one go nobody can interrupt, so whatever could
// take long or much memory there is bounded, or done in JavaScript; binary buffers are left out.
QString scriptPrelude()
{
    return QStringLiteral(R"js((function (host, global) {
'use strict';
const realStringify = JSON.stringify, RealDate = Date, RealArray = Array, isArray = Array.isArray;
const parse = JSON.parse, describe = Object.getOwnPropertyDescriptor;
const most = 1000000, mostText = 10000000;
const tooMuch = (name, limit) => { throw new RangeError(name + ': more than ' + limit + ' at once'); };
const replaceMember = (object, name, make) => {
    const real = object[name];
    if (real) Object.defineProperty(object, name, {value: make(real)});
};
const bounded = (object, name, size) => replaceMember(object, name, real => function (...args) {
    if (!(size(this, args) <= most)) tooMuch(name, most);
    return real.apply(this, args);
});
const asNumber = args => args[0] = +args[0] || 0; // once, or it could be another one later
bounded(String.prototype, 'repeat', (self, args) => String(self).length * asNumber(args));
bounded(String.prototype, 'padStart', (self, args) => asNumber(args));
bounded(String.prototype, 'padEnd', (self, args) => asNumber(args));
const lengthOf = list => {
    if (list === null || list === undefined) return 0;
    if (isArray(list) || typeof list === 'string') return list.length;
    const said = typeof list === 'object' ? describe(list, 'length') : undefined;
    if (!said) return list.length === undefined ? 0 : Infinity;
    return typeof said.value === 'number' || said.value === undefined && !said.get ? said.value || 0
        : Infinity;
};
for (const name of Object.getOwnPropertyNames(Array.prototype)) {
    if (typeof Array.prototype[name] === 'function' && !['constructor', 'push', 'pop'].includes(name))
        bounded(Array.prototype, name, lengthOf);
}
bounded(Array, 'from', (self, args) => lengthOf(args[0]));
replaceMember(Array.prototype, 'concat', real => function (...args) {
    if (args.some(one => isArray(one) && one.length > most)) tooMuch('concat', most);
    return real.apply(this, args);
});
Object.defineProperty(Array.prototype, 'flat', {value: function (depth = 1) { // Qt 6.4 has none
    const flat = [];
    for (const one of this) {
        if (isArray(one) && depth >= 1) { for (const inner of one.flat(depth - 1)) flat.push(inner); }
        else flat.push(one);
    }
    return flat;
}});
const joined = (name, texts) => {
    let text = '';
    for (const one of texts) {
        text += one;
        if (text.length > mostText) tooMuch(name, mostText);
    }
    return text;
};
replaceMember(Array.prototype, 'join', () => function (separator = ',') {
    const between = String(separator), self = this;
    if (!(lengthOf(self) <= most)) tooMuch('join', most);
    return joined('join', (function* () {
        for (let i = 0; i < self.length; ++i) {
            if (i > 0) yield between;
            yield self[i] === null || self[i] === undefined ? '' : String(self[i]);
        }
    })());
});
replaceMember(String.prototype, 'concat', () => function (...args) {
    return joined('concat', [String(this), ...args.map(String)]);
});
// What stands for a match (ECMAScript, GetSubstitution).
const expanded = (text, args) => {
    const hasGroups = typeof args[args.length - 1] === 'object';
    const at = args.length - (hasGroups ? 3 : 2), position = args[at], whole = args[at + 1];
    const groups = hasGroups ? args[args.length - 1] : undefined;
    const pieces = text.split('$');
    let result = pieces[0];
    for (let i = 1; i < pieces.length; ++i) {
        const piece = pieces[i], two = +piece.slice(0, 2), one = +piece[0];
        const close = piece.indexOf('>');
        if (piece === '' && i + 1 < pieces.length) result += '$' + pieces[++i];
        else if (piece[0] === '&') result += args[0] + piece.slice(1);
        else if (piece[0] === '`') result += whole.slice(0, position) + piece.slice(1);
        else if (piece[0] === "'") result += whole.slice(position + args[0].length) + piece.slice(1);
        else if (groups && piece[0] === '<' && close > 0)
            result += (groups[piece.slice(1, close)] ?? '') + piece.slice(close + 1);
        else if (/^[0-9]{2}/.test(piece) && two >= 1 && two < at) result += (args[two] ?? '') + piece.slice(2);
        else if (/^[0-9]/.test(piece) && one >= 1 && one < at) result += (args[one] ?? '') + piece.slice(1);
        else result += '$' + piece;
    }
    return result;
};
const counted = replacement => {
    const text = typeof replacement === 'function' ? undefined : String(replacement);
    let total = 0;
    return (...args) => {
        const made = text === undefined ? String(replacement(...args))
            : text.includes('$') ? expanded(text, args) : text;
        total += made.length;
        if (total > mostText) tooMuch('replace', mostText);
        return made;
    };
};
for (const name of ['replace', 'replaceAll'])
    replaceMember(String.prototype, name, real => function (pattern, replacement) {
        return real.call(this, pattern, counted(replacement));
    });
replaceMember(RegExp.prototype, Symbol.replace, real => function (text, replacement) {
    return real.call(this, text, counted(replacement));
});
for (const name of Object.getOwnPropertyNames(global)) {
    if (/Array$|ArrayBuffer$/.test(name) && name !== 'Array' || name === 'DataView' || name === 'Atomics')
        delete global[name];
}
// The function of each value is what can be interrupted. Qt does not tell it what holds the value, so
// that a number is taken for a place in a list.
const stringify = (value, replacer, space) => {
    const names = isArray(replacer) ? replacer.map(String) : undefined;
    let isRoot = true;
    return realStringify(value, function (name, member) {
        const isShown = !names || isRoot || names.includes(name) || /^[0-9]+$/.test(name);
        isRoot = false;
        const shown = typeof replacer === 'function' ? replacer.call(this, name, member)
            : isShown ? member : undefined;
        if (isArray(shown) && shown.length > most) tooMuch('JSON', most);
        return shown;
    }, space);
};
JSON.stringify = stringify;
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
