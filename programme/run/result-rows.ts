/** What an assessment comes to, as rows of the output tables. Every clause that can pay stands in exactly one of them; a sum whose items are not all settled may have awards beside. */
import type { Assessment, ClauseResult, Outcome } from '../../runtime/assessment.ts';
import { causeNames } from '../../runtime/door/path-names.ts';
import { exactText } from '../../runtime/explain/exact-text.ts';
import type { Facts } from '../../runtime/input.ts';
import { compareEnds } from '../../runtime/interval.ts';
import type { ClauseIr, PolicyIr } from '../../runtime/ir.ts';
import { awardsOf } from '../../runtime/ledger/awards.ts';
import { decimalOf } from '../../runtime/ledger/decimal-of.ts';
import { zero } from '../../runtime/rational.ts';
import type { End } from '../../runtime/value.ts';
import { type ReasonWords, refusalReason } from './refusal-reason.ts';

export interface AwardRow {
  readonly clause: string;
  readonly item?: string;
  /** `upTo`: the most, until somebody decides. */
  readonly state: 'granted' | 'upTo';
  readonly entitled: string;
  /** In this year; what is to be paid in parts later stands in `inParts`. */
  readonly payable: string;
  readonly inParts?: string;
  readonly part?: number;
  readonly partOf?: string;
}
export interface RefusalRow {
  readonly clause: string;
  readonly kind: Outcome['kind'] | 'nothing';
  readonly reason: string;
}
export interface OpenRow {
  readonly clause: string;
  readonly low: string;
  /** Absent: without an upper end. */
  readonly high?: string;
  readonly missing: string;
}

/** How a clause came out, for counting. */
export type ClauseState = 'granted' | 'upTo' | 'refused' | 'open';

export interface ResultRows {
  readonly awards: readonly AwardRow[];
  readonly refusals: readonly RefusalRow[];
  readonly open: readonly OpenRow[];
  readonly states: readonly (readonly [string, ClauseState])[];
}

/** Clauses that can pay, in the order of the policy. */
export function payingClauses({ clauses }: PolicyIr): readonly ClauseIr[] {
  return clauses.filter(({ kind }) => kind !== 'none');
}

/** `brief`: refusals are counted among the states, and not listed. */
export function resultRows(
  ir: PolicyIr,
  assessment: Assessment,
  facts: Facts,
  about: ReasonWords & { readonly brief: boolean },
): ResultRows {
  const awards = awardsOf(ir, assessment, { provisional: true, facts }).flatMap(({ awards: own }) => own.map(awardRow));
  const refusals: RefusalRow[] = [];
  const open: OpenRow[] = [];
  const states: (readonly [string, ClauseState])[] = [];
  for (const clause of payingClauses(ir)) {
    const result = assessment.clauses.find((one) => one.clause === clause.id)!;
    const state = stateOf(result);
    states.push([clause.id, state]);
    if (state === 'refused' && !about.brief) refusals.push(refusalRow(clause, result, about));
    if (state === 'open') open.push(openRow(result, about));
  }
  return { awards, refusals, open, states };
}

function stateOf({ outcome }: ClauseResult): ClauseState {
  if (outcome.kind === 'undetermined') return 'open';
  if (outcome.kind === 'granted') return compareEnds(outcome.payable.hi, zero) > 0 ? 'granted' : 'refused';
  if (outcome.kind !== 'grantedUpTo') return 'refused';
  return typeof outcome.payable.hi === 'string' ? 'open' : 'upTo';
}

function awardRow(award: ReturnType<typeof awardsOf>[number]['awards'][number]): AwardRow {
  const { clause, item, entitled, paid, inParts, part, partOf, state } = award;
  return {
    clause,
    ...(item === undefined ? {} : { item }),
    state: state === 'decided' ? 'granted' : 'upTo',
    entitled,
    payable: paid,
    ...(inParts === undefined ? {} : { inParts }),
    ...(part === undefined ? {} : { part }),
    ...(partOf === undefined ? {} : { partOf: partOf.label }),
  };
}

function refusalRow(clause: ClauseIr, result: ClauseResult, about: ReasonWords): RefusalRow {
  const { kind } = result.outcome;
  return {
    clause: clause.id,
    kind: kind === 'granted' ? 'nothing' : kind,
    reason: refusalReason(clause, result, about),
  };
}

function openRow({ clause, outcome }: ClauseResult, { ir, language }: ReasonWords): OpenRow {
  const missing = outcome.causes.map((cause) => causeNames(ir, cause)[language]);
  const { lo, hi } = outcome.payable;
  return {
    clause,
    low: endText(lo),
    ...(typeof hi === 'string' ? {} : { high: endText(hi) }),
    missing: [...new Set(missing)].join(language === 'zh' ? '、' : ', '),
  };
}

function endText(end: End): string {
  return typeof end === 'string' ? exactText(end) : decimalOf(end);
}
