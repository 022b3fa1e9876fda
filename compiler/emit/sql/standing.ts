import type { ClauseIr } from '../../../runtime/ir.ts';
import type { Settled } from './elsewhere.ts';
import type { Gate } from './gate.ts';
import { exactly, zeroNumber } from './numbers.ts';
import { refuse } from './query-writer.ts';
import { rounded } from './rounding.ts';
import { nameColumn, type Output, type Rows } from './rows.ts';
import { type Case, caseOf, type Sql, sql } from './sql-text.ts';
import { isFromZero, isOpen, type NumberType, type SqlNumber } from './sql-value.ts';

/** The columns in which a clause or an item says what becomes of it. */
export interface Outcome {
  readonly outputs: readonly Output[];
  readonly amount: NumberType;
  readonly payable: NumberType;
}

export interface Standing extends Settled, Gate {
  /** Its payable amount where items are paid one by one. */
  readonly payable?: SqlNumber;
  readonly carriesText: boolean;
}

/** R1, R9: status, exact and payable amounts. What is not granted comes to 0; what is undetermined has no amount here. */
export function outcomeOf(rows: Rows, clause: ClauseIr, standing: Standing): Outcome {
  const status = nameColumn(rows, 'status', statusOf(standing));
  const value = standing.carriesText ? textValue(status) : standing.value;
  const paid = standing.carriesText ? value : (standing.payable ?? payableOf(rows, clause, value));
  // What is not granted is 0 by then; what is undetermined has no amount, though one of its ends may be known.
  const pick = (end: Sql): Sql =>
    isOpen(value) ? caseOf([{ when: sql`${status} <> 'undetermined'`, give: end }]) : end;
  const both = (name: string, { lo, hi }: SqlNumber): readonly Output[] => [
    { name: `${name}_least`, piece: pick(lo) },
    { name: `${name}_most`, piece: pick(hi) },
  ];
  return {
    outputs: [{ name: 'status', piece: status }, ...both('amount', value), ...both('payable', paid)],
    amount: value.type,
    payable: paid.type,
  };
}

/** A clause that carries text comes to 0, whatever its items lack. */
function textValue(status: Sql): SqlNumber {
  return exactly(caseOf([{ when: sql`${status} <> 'undetermined'`, give: '0' }]), zeroNumber.type);
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
  const isEither = isOpen(value) && !isFromZero(value);
  const open = isEither ? sql`${value.hi} IS NULL OR ${value.lo} IS NULL` : sql`${value.hi} IS NULL`;
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
  const inBlock = rows.writer.pendingIds.has(clause.id);
  if (payment.value.mode !== 'down' && (inBlock || isBounded(clause)))
    refuse(rows.writer, clause.node, {
      zh: '有封顶或最高时舍去以外的兑付取整',
      en: 'payment rounding other than down beside a cap or a ceiling',
    });
  rows.line = 'payable';
  const { lo, hi, type } = rounded(rows, value, payment.value);
  const most = nameColumn(rows, 'payable', hi);
  const least = (): Sql => (lo.text === '0' ? lo : nameColumn(rows, 'payable_least', lo));
  return { kind: 'number', lo: lo.text === hi.text ? most : least(), hi: most, type };
}

function isBounded(clause: ClauseIr): boolean {
  return /"kind":"(?:cap|ceiling|budget)"/u.test(JSON.stringify(clause.statements));
}
