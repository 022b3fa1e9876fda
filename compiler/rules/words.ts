/** How lines, scopes and words of the language are called in messages. */
import type { Bilingual } from '../../diagnostics/diagnostic.ts';
import type { ClauseLine, HeadLine, ReplaceableWord, Scope } from '../../grammar/ast.ts';
import { printedForm, type WordId } from '../../grammar/vocabulary.ts';
import type { AmountKind } from '../kind-of-verb.ts';

export function wordsOf(id: WordId): Bilingual {
  const en = printedForm(id, 'en') ?? '';
  const zh = printedForm(id, 'zh') ?? '';
  return { zh: zh === '' ? en : zh, en: en === '' ? zh : en };
}

const lines: Readonly<
  Record<Exclude<ClauseLine['kind'], 'AmountLine' | 'AdjustLine' | 'TextLine' | 'PaymentPlan'>, WordId>
> = {
  CitesLine: 'cites',
  AuthorityLine: 'authority',
  MatterLine: 'matter',
  FormerlyLine: 'formerly',
  DatedByLine: 'datedBy',
  YearLine: 'year',
  EveryYearLine: 'everyYear',
  WhenLine: 'when',
  CapLine: 'cap',
  RoundLine: 'round',
  BudgetLine: 'budget',
  OnceLine: 'once',
  EachBlock: 'forEach',
  ReadingChoice: 'byReading',
};

const planWords = { EqualParts: 'equalYearlyParts', Instalments: 'paidInParts', AtOnce: 'paidAtOnce' } as const;

export function lineWords(line: ClauseLine): Bilingual {
  switch (line.kind) {
    case 'AmountLine':
      return wordsOf(line.verb);
    case 'AdjustLine':
      return wordsOf(line.operation);
    case 'TextLine':
      return wordsOf(line.mode);
    case 'PaymentPlan':
      return wordsOf(planWords[line.form.kind]);
    default:
      return wordsOf(lines[line.kind]);
  }
}

const headLines: Readonly<Record<HeadLine['kind'], WordId>> = {
  TitleLine: 'title',
  InForceLine: 'inForce',
  InterpretedByLine: 'interpretedBy',
  CurrencyLine: 'currency',
  PaymentLine: 'pay',
  GrowthBaseLine: 'growthFromZero',
  UnknownFactsLine: 'unknownFacts',
  ElsewhereLine: 'elsewhere',
  RemarkLine: 'remark',
  ContinuesLine: 'continues',
  ReadingChoice: 'byReading',
};

export function headLineWords(line: HeadLine): Bilingual {
  return wordsOf(headLines[line.kind]);
}

export function scopeWords(scope: Scope): Bilingual {
  switch (scope.kind) {
    case 'PerSubject':
      return { zh: `每 ${scope.name.text}`, en: `per ${scope.name.text}` };
    case 'PerYear':
      return wordsOf('perYear');
    case 'Ever':
      return wordsOf('ever');
    case 'WhileInForce':
      return wordsOf('whileInForce');
    case 'OverYears':
      return { zh: `连续${scope.years}年`, en: `over ${scope.years} years` };
  }
}

export function replaceableWords(word: ReplaceableWord): Bilingual {
  return wordsOf(word === 'highest' ? 'theHighest' : word);
}

export const kindWords: Readonly<Record<AmountKind, Bilingual>> = {
  grant: { zh: '补助奖励', en: 'a grant' },
  loan: { zh: '贷款', en: 'a loan' },
  interest: { zh: '利息', en: 'interest' },
  deduction: { zh: '税前扣除', en: 'a deduction' },
  credit: { zh: '税额抵免', en: 'a tax credit' },
  repayment: { zh: '追回', en: 'what is recovered' },
};
