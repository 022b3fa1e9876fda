/** The syntax tree's examples. */
import type { Span } from '../diagnostics/span.ts';
import type { Reference, Text } from './ast.ts';
import type { DateLiteral, Expression, NumberLiteral } from './ast-expression.ts';

export interface ExampleDeclaration {
  readonly kind: 'ExampleDeclaration';
  readonly span: Span;
  readonly title: Text;
  /** `in 2024`; silent: the first whole year in force. R22. */
  readonly year?: number;
  readonly lines: readonly ExampleLine[];
}
export type ExampleLine =
  | GivenFact
  | GivenItem
  | GivenEmptyList
  | DecidedLine
  | LedgerEmptyLine
  | LedgerPaidLine
  | LedgerOtherLine
  | ChooseReadingLine
  | ExpectLine
  | ApplicantBlock;
/** `applicant "A" { … }`: one of several applicants, who share the pools; lines outside such blocks are said of each of them. R11, R22. */
export interface ApplicantBlock {
  readonly kind: 'ApplicantBlock';
  readonly span: Span;
  readonly subject: Text;
  readonly lines: readonly ExampleLine[];
}
/** `given rd = 3,000,000 CNY`, `given last year's rd = …`, `given revenue in 2022 = …`; value `none`, `yes`, `no`, options, dates, text. */
export interface GivenFact {
  readonly kind: 'GivenFact';
  readonly span: Span;
  readonly field: Reference;
  readonly shift?: number;
  readonly year?: number;
  /** `given rate from 2024-01-22 = …`: a dated parameter, from that day on. */
  readonly from?: DateLiteral;
  readonly value: GivenValue;
}
export type GivenValue =
  | Expression
  | { readonly kind: 'GivenBoolean'; readonly span: Span; readonly value: boolean }
  | { readonly kind: 'GivenNone'; readonly span: Span }
  | { readonly kind: 'GivenOptions'; readonly span: Span; readonly options: readonly Reference[] }
  | { readonly kind: 'GivenText'; readonly span: Span; readonly value: string };
/** `given project "P1" { levels = national, provincial ; rd_invested = … }` */
export interface GivenItem {
  readonly kind: 'GivenItem';
  readonly span: Span;
  readonly list: Reference;
  readonly key: Text;
  readonly fields: readonly GivenFact[];
}
/** `given no project` / 设 无 项目. */
export interface GivenEmptyList {
  readonly kind: 'GivenEmptyList';
  readonly span: Span;
  readonly list: Reference;
}
/** `decided art4 for "P1" = 35%`. */
export interface DecidedLine {
  readonly kind: 'DecidedLine';
  readonly span: Span;
  readonly clause: Reference;
  readonly item?: Text;
  readonly value: NumberLiteral;
}
export interface LedgerEmptyLine {
  readonly kind: 'LedgerEmptyLine';
  readonly span: Span;
}
/** `ledger art8_2 [for "P1"] in 2023 paid 100,000 CNY [as part 2 of 2022]`, or `granted A`, to be paid in parts; gives coverage of this policy as `ledger empty` does. */
export interface LedgerPaidLine {
  readonly kind: 'LedgerPaidLine';
  readonly span: Span;
  /** `ledger applicant "B" on art4 …`: paid to another applicant of this policy. R21. */
  readonly subject?: Text;
  readonly clause: Reference;
  readonly item?: Text;
  readonly year: number;
  readonly state: 'paid' | 'granted';
  readonly amount: NumberLiteral;
  readonly part?: { readonly number: number; readonly of: number };
}
/** `ledger other "national X" for art4 [item "P1"] in 2023 paid A | granted A` */
export interface LedgerOtherLine {
  readonly kind: 'LedgerOtherLine';
  readonly span: Span;
  readonly policy: Text;
  readonly clause: Reference;
  readonly item?: Text;
  readonly year: number;
  readonly state: 'paid' | 'granted';
  readonly amount: NumberLiteral;
}
export interface ChooseReadingLine {
  readonly kind: 'ChooseReadingLine';
  readonly span: Span;
  readonly reading: Reference;
  readonly choice: Reference;
}
export interface ExpectLine {
  readonly kind: 'ExpectLine';
  readonly span: Span;
  readonly target: /** `now`: what is payable in this period, under a payment plan. */
    | { readonly kind: 'clause'; readonly clause: Reference; readonly item?: Text; readonly now: boolean }
    | { readonly kind: 'total' };
  readonly outcome: ExpectedOutcome;
}
export type ExpectedOutcome =
  | { readonly kind: 'exactly'; readonly amount: NumberLiteral }
  | { readonly kind: 'upTo'; readonly amount: NumberLiteral }
  | { readonly kind: 'notMet' }
  | { readonly kind: 'outOfForce' }
  | {
      readonly kind: 'undetermined';
      readonly low?: NumberLiteral;
      readonly high?: NumberLiteral;
      readonly facts: readonly Reference[];
    }
  | { readonly kind: 'supersededBy'; readonly clause: Reference }
  | { readonly kind: 'supersededElsewhere' }
  /** `text`: the clause carries no amount. */
  | { readonly kind: 'noAmount' };
