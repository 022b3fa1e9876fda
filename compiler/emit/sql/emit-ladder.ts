import type { FactExpr, FieldIr, LadderExpr } from '../../../runtime/ir.ts';
import { historyColumn } from './award-table.ts';
import { comparison } from './compare.ts';
import { earlierYears } from './earlier-years.ts';
import { difference } from './emit-arithmetic.ts';
import { emitNumber } from './expressions.ts';
import { eitherType, sumType } from './number-type.ts';
import { atLeastZero, exactly, unknownNumber } from './numbers.ts';
import { refuse } from './query-writer.ts';
import { nameColumn, type Rows } from './rows.ts';
import { type Case, caseOf, joinedBy, type Sql, sql } from './sql-text.ts';
import type { SqlNumber } from './sql-value.ts';

interface Rung {
  readonly amount: SqlNumber;
  /** Passed now and in no earlier year. */
  readonly newly: Sql;
  /** Passed in some earlier year. */
  readonly earlier: Sql;
}

/** R18: of a yearly fact of the applicant, with figures as thresholds and amounts. */
export function ladder(rows: Rows, node: LadderExpr): SqlNumber {
  const field = node.of.kind === 'fact' ? rows.writer.field(node.of.owner, node.of.field) : undefined;
  if (node.of.kind !== 'fact' || field === undefined || !isPlain(node, node.of, field)) {
    refuse(rows.writer, node.id, { zh: '这样的“首次”阶梯', en: 'a ladder of this form' });
    return unknownNumber;
  }
  const now = emitNumber(rows, node.of);
  const past = earlierYears(rows, node, node.of, field);
  const operator = typeof node.operator === 'string' ? node.operator : 'over';
  const rungs = node.rungs.map((rung, index): Rung => {
    const threshold = emitNumber(rows, rung.threshold);
    const passes = (value: SqlNumber): Sql => comparison(rows, operator, value, threshold, rung.id).sql;
    const earlier = nameColumn(rows, `rung_${index + 1}_before`, past(passes));
    const newly = nameColumn(rows, `rung_${index + 1}`, sql`${passes(now)} AND NOT ${earlier}`);
    return { amount: emitNumber(rows, rung.amount), newly, earlier };
  });
  return settled(rows, node, rungs);
}

function isPlain(node: LadderExpr, of: FactExpr, field: FieldIr): boolean {
  const figures = node.rungs.every(
    ({ threshold, amount }) => threshold.kind === 'literal' && amount.kind === 'literal',
  );
  const rises = node.operator === 'over' || node.operator === 'atLeast';
  return figures && rises && of.owner === undefined && field.yearly && !field.orNone && field.published === undefined;
}

function settled(rows: Rows, node: LadderExpr, rungs: readonly Rung[]): SqlNumber {
  const none = nameColumn(
    rows,
    `${rows.line}_no_rung`,
    sql`NOT ${joinedBy(
      'OR',
      rungs.map(({ newly }) => newly),
    )}`,
  );
  if (node.settlement === 'everyTier') return { ...everyRung(rungs), none };
  const value = greatest(rungs, ({ newly }) => newly);
  if (node.settlement === 'inFull') return { ...value, none };
  const used =
    node.settlement === 'toppingUp'
      ? historyColumn(rows, {
          clause: rows.writer.current?.id ?? '',
          perItem: rows.list !== undefined,
          window: { kind: 'ever' },
          what: 'counted',
        })
      : greatest(rungs, ({ earlier }) => earlier);
  const left = atLeastZero(rows, difference(rows, value, used));
  // A rung that is not passed gives nothing, whatever was paid before.
  return {
    ...left,
    none,
    type: { ...left.type, most: value.type.most * 10n ** BigInt(left.type.scale - value.type.scale) },
  };
}

/** The greatest amount among the rungs for which `test` holds; 0 where none does. */
function greatest(rungs: readonly Rung[], test: (rung: Rung) => Sql): SqlNumber {
  const falling = [...rungs].sort((left, right) => Number(figureOf(right.amount) - figureOf(left.amount)));
  const cases = falling.flatMap((rung): Case[] => [
    { when: test(rung), give: rung.amount.hi },
    { when: sql`${test(rung)} IS NULL`, give: 'NULL' },
  ]);
  return exactly(caseOf(cases, '0'), eitherType(rungs.map(({ amount }) => amount.type)));
}

/** In units of a scale that holds every amount. */
function figureOf({ type }: SqlNumber): bigint {
  return type.most * 10n ** BigInt(20 - type.scale);
}

function everyRung(rungs: readonly Rung[]): SqlNumber {
  const parts = rungs.map(({ newly, amount }) =>
    caseOf([
      { when: newly, give: amount.hi },
      { when: sql`NOT ${newly}`, give: '0' },
    ]),
  );
  return exactly(
    parts.reduce((left, right) => sql`${left} + ${right}`),
    sumType(rungs.map(({ amount }) => amount.type)),
  );
}
