// Runs the bundled command once, with the arguments given, and saves beside each of its files what V8 has compiled of it by then. Files of
// which code is saved already are left alone: it was saved of the verb that is to start soonest.
import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, savedCodeName, sumOf } from './launch.cjs';

const folder = fileURLToPath(new URL('../dist/command', import.meta.url));
const first = readdirSync(folder).find((name) => /^check-.*\.js$/.test(name));
const scripts = [];
process.on('exit', () => {
  for (const { name, script } of scripts) {
    const saved = join(folder, savedCodeName(name));
    if (!existsSync(saved)) save(saved, script.createCachedData());
  }
});
launch(folder, first.replace(/\.js$/, ''), (name, script) => scripts.push({ name, script }));

function save(file, code) {
  const unfinished = `${file}.${process.pid}`;
  const sum = Buffer.alloc(4);
  sum.writeInt32LE(sumOf(code));
  writeFileSync(unfinished, Buffer.concat([code, sum]));
  renameSync(unfinished, file);
}
