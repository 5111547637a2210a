// Measures Ajv's compiled code on the cases of bench_schema: node ajv_runner.mjs CASES ROUNDS
// Prints one JSON array: for each case the CPU nanoseconds of one validation, a round each.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';

const require = createRequire(join(process.cwd(), 'package.json'));
const Ajv = require('ajv/dist/2020').default;
const cases = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const rounds = Number(process.argv[3]);
const wanted = 60e3; // microseconds a round

const results = [];
for (const { name, schema, instances } of cases) {
    const ajv = new Ajv({ strict: false, validateFormats: false, logger: false });
    const validate = ajv.compile(schema);
    for (const instance of instances) {
        if (!validate(instance))
            throw new Error(`${name}: ${ajv.errorsText(validate.errors)}`);
    }
    const run = (times) => {
        let valid = 0;
        for (let i = 0; i < times; ++i) {
            for (const instance of instances)
                valid += validate(instance) ? 1 : 0;
        }
        return valid;
    };
    const spent = (times) => {
        const before = process.cpuUsage();
        run(times);
        const used = process.cpuUsage(before);
        return used.user + used.system;
    };
    let times = 1;
    while (spent(times) < wanted)
        times *= 2; // the code gets hot, too
    const nanoseconds = [];
    for (let i = 0; i < rounds; ++i)
        nanoseconds.push((spent(times) * 1000) / (times * instances.length));
    results.push(nanoseconds);
}
console.log(JSON.stringify(results));
