import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { emitSqlQuery } from '../../../compiler/emit/sql/emit.ts';
import { projectRoot } from '../../testing/golden.ts';
import { noOrigins } from '../../testing/load-emitted.ts';
import { seeded } from '../../testing/random.ts';
import { randomIr } from '../../testing/random-ir.ts';
import { compareSql, yearsOf } from '../../testing/sql-case.ts';

const count = Number(process.env.JIETI_SQL_CASES ?? 15);

test('each shape and each case of the language agrees with the interpreter, or is refused by name', async () => {
  const files = ['spec/shapes', 'spec/conformance', 'spec/decisions', 'policies'].flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.policy') && !name.startsWith('xiamen'))
      .map((name) => `${folder}/${name}`),
  );
  let written = 0;
  let compared = 0;
  for (const file of files) {
    const { ir, origins } = compile({ file, text: readFileSync(join(projectRoot, file), 'utf8') });
    if (ir === undefined || origins === undefined) continue;
    const { text, diagnostics } = emitSqlQuery(ir, origins);
    // A refusal says which construct, or which figure is too long; nothing is left out in silence.
    expect(diagnostics.filter(({ code }) => code !== 'JT8060' && code !== 'JT8061')).toEqual([]);
    expect(text === undefined).toBe(diagnostics.length > 0);
    if (text === undefined) continue;
    written += 1;
    for (const year of yearsOf(ir).slice(0, 1)) {
      const result = await compareSql({ ir, origins, year, count });
      compared += result?.compared ?? 0;
    }
  }
  console.info(`${written} of ${files.length} policies have a query; ${compared} results compared`);
  expect(written).toBeGreaterThan(85);
  expect(compared).toBeGreaterThan(3000);
}, 1_200_000);

test('random policies agree too, where they have a query', async () => {
  let written = 0;
  for (let seed = 1; written < 12; seed += 1) {
    const ir = randomIr(seeded(seed));
    const year = 2022 + (seed % 3);
    const { text } = emitSqlQuery(ir, noOrigins, { year });
    if (text === undefined) continue;
    written += 1;
    expect(await compareSql({ ir, origins: noOrigins, year, count: 25 })).toBeDefined();
  }
}, 1_200_000);

const shipped = ['xiamen-ai-2023', 'haicang-leap-2020', 'siming-events-2025', 'singapore-eis-2024'];

test.each(shipped)('%s has a query in every year and under every single reading', (name) => {
  const file = `policies/${name}/${name}.policy`;
  const { ir, origins } = compile({ file, text: readFileSync(join(projectRoot, file), 'utf8') });
  if (ir === undefined || origins === undefined) throw new Error('the policy does not compile');
  const choices = ir.readings.flatMap(({ id, choices }) => choices.map((choice) => ({ [id]: choice.id })));
  for (const year of yearsOf(ir))
    for (const readings of [{}, ...choices])
      expect(emitSqlQuery(ir, origins, { year, readings }).diagnostics, JSON.stringify(readings)).toEqual([]);
});

test('bounds on quotients are multiplied across, whatever the sign of the divisor', async () => {
  const text = `
policy p { in force 2024-01-01 to 2025-12-31 pay exact }
facts firm { rd : money each year ; revenue : money each year may be negative ; heads : count each year }
clause share { cites article 1 ; when rd / revenue at least 5% ; grant 1 CNY }
clause low { cites article 1 ; when rd / revenue under 5% ; grant 2 CNY }
clause tiers { cites article 2 ; grant by rd / revenue, the highest { over 0% : 1 CNY ; over 10% : 2 CNY ; over 150% : 3 CNY } }
clause per_head { cites article 3 ; when rd / heads over 100 CNY/unit ; grant 1 CNY }
`;
  const { ir, origins, diagnostics } = compile({ file: 'p.policy', text });
  if (ir === undefined || origins === undefined)
    throw new Error(diagnostics.map(({ message }) => message.en).join('; '));
  const result = await compareSql({ ir, origins, year: 2024, count: 200 });
  expect(result?.compared).toBeGreaterThan(400);
});
