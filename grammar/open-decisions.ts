import type { DiagnosticKind } from '../diagnostics/diagnostic.ts';
import {
  EdgeSideMissing,
  ElsewhereModeMissing,
  ExcessUnsaid,
  OnceKeyMissing,
  PartsUnsaid,
  RoundingModeMissing,
  RoundingStepMissing,
  SettlementMissing,
  SharingMissing,
} from '../diagnostics/open-decisions.ts';
import type { TokenType } from './token-type.ts';
import { Comma, families, words } from './tokens.ts';

type Question = DiagnosticKind<Record<never, never>>;

/** Where the parser stops for want of these words, the drafter has left a decision open: the question, by rule and word wanted. */
const questions = new Map<string, ReadonlyMap<TokenType, Question>>([
  ['suffixedFigure', new Map([[families.SuffixBound, EdgeSideMissing]])],
  [
    'rounding',
    new Map([
      [families.RoundingMode, RoundingModeMissing],
      [words.to, RoundingStepMissing],
    ]),
  ],
  ['budgetLine', eitherOf(Comma, families.Sharing, SharingMissing)],
  ['ladderEnd', eitherOf(Comma, families.Settlement, SettlementMissing)],
  ['elsewhereLine', eitherOf(Comma, words.payingTheDifference, ElsewhereModeMissing)],
  ['paymentPlan', new Map([[words.equalYearlyParts, PartsUnsaid]])],
  ['paymentMost', eitherOf(Comma, words.excessLost, ExcessUnsaid)],
  ['onceLine', new Map([[words.per, OnceKeyMissing]])],
]);

function eitherOf(one: TokenType, other: TokenType, question: Question): ReadonlyMap<TokenType, Question> {
  return new Map([
    [one, question],
    [other, question],
  ]);
}

/** The decision that a place leaves open, where `wanted` was wanted in a rule of the grammar. */
export function openDecision(rule: string, wanted: readonly TokenType[]): Question | undefined {
  const asked = questions.get(rule);
  if (asked === undefined) return undefined;
  return wanted.map((type) => asked.get(type)).find((question) => question !== undefined);
}
