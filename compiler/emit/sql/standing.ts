import type { ClauseIr } from '../../../runtime/ir.ts';
import type { Settled } from './elsewhere.ts';
import type { Gate } from './gate.ts';
import { refuse } from './query-writer.ts';
import { rounded } from './rounding.ts';
import { nameColumn, type Output, type Rows } from './rows.ts';
import { type Case, caseOf, type Sql, sql } from './sql-text.ts';
import { isOpen, type NumberType, type SqlNumber } from './sql-value.ts';

/** The columns in which a clause or an item says what becomes of it. */
export interface Outcome {
  readonly outputs: readonly Output[];
  readonly amount: NumberType;
  readonly payable: NumberType;
  /** Amounts have a lower end of their own. */
  readonly isOpen: boolean;
}

export interface Standing extends Settled, Gate {
  /** Its payable amount where items are paid one by one. */
  readonly payable?: SqlNumber;
  readonly carriesText: boolean;
}

/** R1, R9: status, exact and payable amounts. What is not granted comes to 0; what is undetermined has no amount here. */
export function outcomeOf(rows: Rows, clause: ClauseIr, standing: Standing): Outcome {
  const { value } = standing;
  const status = nameColumn(rows, 'status', statusOf(standing));
  const paid = standing.payable ?? payableOf(rows, clause, value);
  const pick = (end: Sql): Sql =>
    caseOf(
      [
        { when: sql`${status} = 'undetermined'`, give: 'NULL' },
        { when: sql`${status} IN ('granted', 'grantedUpTo')`, give: end },
      ],
      '0',
    );
  const open = isOpen(value) || isOpen(paid);
  const amount = pick(value.hi);
  const payable = pick(paid.hi);
  return {
    outputs: [
      { name: 'status', piece: status },
      { name: 'amount_least', piece: isOpen(value) ? pick(value.lo) : amount },
      { name: 'amount_most', piece: amount },
      { name: 'payable_least', piece: isOpen(paid) ? pick(paid.lo) : payable },
      { name: 'payable_most', piece: payable },
    ],
    amount: value.type,
    payable: paid.type,
    isOpen: open,
  };
}

function statusOf({ value, gate, outOfForce, superseded, carriesText }: Standing): Sql {
  const cases: Case[] = [];
  if (outOfForce !== undefined) cases.push({ when: outOfForce, give: "'outOfForce'" });
  if (gate.text !== 'TRUE') {
    cases.push({ when: sql`NOT ${gate}`, give: "'notMet'" });
    cases.push({ when: sql`${gate} IS NULL`, give: "'undetermined'" });
  }
  if (carriesText)
    return cases.length === 0 ? caseOf([{ when: sql`TRUE`, give: "'noAmount'" }]) : caseOf(cases, "'noAmount'");
  const open = isOpen(value) ? sql`${value.hi} IS NULL OR ${value.lo} IS NULL` : sql`${value.hi} IS NULL`;
  cases.push({ when: open, give: "'undetermined'" });
  if (superseded !== undefined) cases.push({ when: superseded, give: "'superseded'" });
  if (!isOpen(value)) return caseOf(cases, "'granted'");
  cases.push({ when: sql`${value.lo} < ${value.hi}`, give: "'grantedUpTo'" });
  return caseOf(cases, "'granted'");
}

/** Payment rounding: once, last. Only down: other ways ask for the bounds that the lines wrote, which a query does not keep. */
export function payableOf(rows: Rows, clause: ClauseIr, value: SqlNumber): SqlNumber {
  const { payment } = rows.writer.ir;
  if (payment.kind !== 'fixed') throw new Error('readings are settled before');
  if (payment.value === null) return value;
  if (payment.value.mode !== 'down' && isBounded(clause))
    refuse(rows.writer, clause.node, {
      zh: '有封顶或最高时舍去以外的兑付取整',
      en: 'payment rounding other than down beside a cap or a ceiling',
    });
  rows.line = 'payable';
  const { lo, hi, type } = rounded(rows, value, payment.value);
  const most = nameColumn(rows, 'payable', hi);
  return { kind: 'number', lo: lo.text === hi.text ? most : nameColumn(rows, 'payable_least', lo), hi: most, type };
}

function isBounded(clause: ClauseIr): boolean {
  return /"kind":"(?:cap|ceiling|budget)"/u.test(JSON.stringify(clause.statements));
}
