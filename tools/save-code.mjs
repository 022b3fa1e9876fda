// Runs the bundled program once, with the arguments given, and saves beside it what V8 has compiled by then.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compiled, savedCodeName, sumOf, textWithin } from './launch.mjs';

const command = new URL('../dist/jieti.mjs', import.meta.url);
const file = readFileSync(command, 'utf8');
const id = /^launch\(program, '([0-9a-f]+)'/m.exec(file)[1];
const script = compiled(textWithin(file.slice(file.indexOf('function program()'))), command);
process.on('exit', () => {
  const saved = new URL(savedCodeName(id), command);
  const unfinished = new URL(`${saved.href}.${process.pid}`);
  const code = script.createCachedData();
  const sum = Buffer.alloc(4);
  sum.writeInt32LE(sumOf(code));
  writeFileSync(unfinished, Buffer.concat([code, sum]));
  renameSync(unfinished, saved);
});
script.runInThisContext()(createRequire(command));
