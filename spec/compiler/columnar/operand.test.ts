import { expect, test } from 'vitest';
import { type CodeBlock, newCodeBlock, writeLine } from '../../../compiler/emit/columnar/code-block.ts';
import type { Operand } from '../../../compiler/emit/columnar/operand.ts';
import { isPresent, type Whole } from '../../../compiler/emit/columnar/whole.ts';
import * as rational from '../../../runtime/rational.ts';
import { loadModule } from '../../testing/load-module.ts';
import { type Random, seeded } from '../../testing/random.ts';
import {
  type Meaning,
  type RandomColumn,
  type Row,
  randomCell,
  randomColumns,
  randomMeaning,
  randomTruth,
  type TruthMeaning,
} from '../../testing/random-operand.ts';

const cases = 400;
const rowsPerCase = 40;

interface Case {
  readonly columns: readonly RandomColumn[];
  readonly meaning: Meaning | TruthMeaning;
  readonly random: Random;
  readonly operand?: Operand;
  readonly text: string;
}

/** A function of one row's cells: the parts of an operand, or what a condition says. */
function emitted(name: string, columns: readonly RandomColumn[], result: (block: CodeBlock) => string): string {
  const block = newCodeBlock();
  writeLine(block, `return ${result(block)};`);
  const parameters = columns.map((_, index) => `c${index}: number`).join(', ');
  return `export function ${name}(${parameters}) {\n${block.lines.join('\n')}\n}`;
}

function partsOf(block: CodeBlock, { numerator, divisor }: Operand): string {
  const parts = [numerator.code, divisor?.code ?? '1', isPresent(block, numerator)];
  return `[${parts.join(', ')}]`;
}

function cellsOf(row: Row): readonly number[] {
  return row.map((cell) => (cell === undefined ? Number.NaN : Number(cell)));
}

function rowsOf({ columns, random }: Case): readonly Row[] {
  return Array.from({ length: rowsPerCase }, () => columns.map((column) => randomCell(column, random)));
}

type Emitted = (...cells: readonly number[]) => unknown;

test('every combination of operands is exact at the edges of its ranges', async () => {
  const all = Array.from({ length: cases }, (_, index): Case => {
    const random = seeded(index + 1);
    const columns = randomColumns(random);
    const meaning = randomMeaning(random, columns, random.between(1, 4));
    let operand: Operand | undefined;
    const text = emitted(`f${index}`, columns, (block) => {
      operand = meaning.emit(block);
      return partsOf(block, operand);
    });
    return { columns, meaning, random, operand: operand!, text };
  });
  const module = await loadModule(all.map(({ text }) => text).join('\n'));
  let wide = 0;
  for (const [index, one] of all.entries()) {
    if (one.operand!.numerator.width === 'bigint') wide += 1;
    for (const row of rowsOf(one)) {
      const parts = (module[`f${index}`] as Emitted)(...cellsOf(row)) as [number | bigint, number | bigint, boolean];
      expectSame(one, row, parts, (one.meaning as Meaning).value(row));
    }
  }
  // Both widths are tried indeed.
  expect(wide).toBeGreaterThan(cases / 20);
  expect(wide).toBeLessThan(cases / 2);
});

function expectSame(
  { operand, text }: Case,
  row: Row,
  [numerator, divisor, present]: readonly [number | bigint, number | bigint, boolean],
  meant: rational.Rational | undefined,
): void {
  const isSame =
    present === (meant !== undefined) &&
    (meant === undefined ||
      (isWithin(numerator, operand!.numerator) &&
        (operand!.divisor === undefined || isWithin(divisor, operand!.divisor)) &&
        rational.equals(rational.fraction(BigInt(numerator), operand!.denominator * BigInt(divisor)), meant)));
  if (!isSame) expect.fail(`${text}\n${String(row)}: ${String([numerator, divisor, present])}, not ${told(meant)}`);
}

function told(meant: rational.Rational | undefined): string {
  return meant === undefined ? 'none' : `${meant.n}/${meant.d}`;
}

/** Of the width promised, and between the bounds told. */
function isWithin(value: number | bigint, { width, low, high }: Whole): boolean {
  if (typeof value !== width || (typeof value === 'number' && !Number.isSafeInteger(value))) return false;
  const held = BigInt(value);
  return held >= low && held <= high;
}

test('every comparison is exact at the edges of its ranges, and false where a side has no value', async () => {
  const all = Array.from({ length: cases }, (_, index): Case => {
    const random = seeded(index + 10_001);
    const columns = randomColumns(random);
    const meaning = randomTruth(random, columns, random.between(0, 3));
    const text = emitted(`f${index}`, columns, meaning.emit);
    return { columns, meaning, random, text };
  });
  const module = await loadModule(all.map(({ text }) => text).join('\n'));
  const filtered = all.filter(({ text }) => /BigInt/.test(text)).length;
  for (const [index, one] of all.entries()) {
    for (const row of rowsOf(one)) {
      const said = (module[`f${index}`] as Emitted)(...cellsOf(row));
      if (said !== (one.meaning as TruthMeaning).value(row))
        expect.fail(`${one.text}\n${String(row)}: ${String(said)}`);
    }
  }
  expect(filtered).toBeGreaterThan(cases / 20);
});
