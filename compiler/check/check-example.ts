import { DayForUndated } from '../../diagnostics/dated-figures.ts';
import { NeverNone, TooManyOptions, WrongType, YearForYearless } from '../../diagnostics/types.ts';
import type {
  ExampleDeclaration,
  ExampleLine,
  ExpectLine,
  GivenFact,
  NumberLiteral,
  Reference,
} from '../../grammar/ast.ts';
import { requireType } from './check-choose.ts';
import { checkDate } from './check-expression.ts';
import type { Checking } from './checking.ts';
import { isChoice, isError, moneyIn, type Type } from './type.ts';
import { typeWords } from './type-words.ts';

/** Facts given, decisions and expectations of an example are of the declared types. */
export function checkExample(state: Checking, example: Pick<ExampleDeclaration, 'lines'>): void {
  for (const line of example.lines) checkExampleLine(state, line);
}

function checkExampleLine(state: Checking, line: ExampleLine): void {
  switch (line.kind) {
    case 'GivenFact':
      checkGiven(state, line);
      return;
    case 'GivenItem':
      for (const given of line.fields) checkGiven(state, given);
      return;
    case 'DecidedLine':
      if (state.infer(line.value).kind !== 'percent') requireType(state, line.value, clauseMoney(state, line.clause));
      return;
    case 'LedgerPaidLine':
    case 'LedgerOtherLine':
      requireType(state, line.amount, clauseMoney(state, line.clause));
      return;
    case 'ExpectLine':
      checkExpectation(state, line);
      return;
    case 'ApplicantBlock':
      checkExample(state, line);
      return;
    default:
      return;
  }
}

function clauseMoney(state: Checking, clause: Reference): Type {
  const symbol = state.names.used.get(clause);
  const type = symbol?.kind === 'clause' ? state.clauses.get(symbol)?.type : undefined;
  return type ?? moneyIn(state.currency);
}

function checkExpectation(state: Checking, { target, outcome }: ExpectLine): void {
  const money = target.kind === 'clause' ? clauseMoney(state, target.clause) : moneyIn(state.currency);
  const amounts: readonly (NumberLiteral | undefined)[] =
    outcome.kind === 'exactly' || outcome.kind === 'upTo'
      ? [outcome.amount]
      : outcome.kind === 'undetermined'
        ? [outcome.low, outcome.high]
        : [];
  for (const amount of amounts) if (amount !== undefined) requireType(state, amount, money);
}

function checkGiven(state: Checking, given: GivenFact): void {
  const symbol = state.names.used.get(given.field);
  if (symbol?.kind !== 'fact' && symbol?.kind !== 'itemField' && symbol?.kind !== 'parameter') return;
  const type = state.fields.get(symbol);
  if (type === undefined || isError(type)) return;
  const { declaration } = symbol;
  const isYearly = declaration.kind === 'ParameterDeclaration' ? declaration.yearly : declaration.yearly !== undefined;
  if (!isYearly && (given.year !== undefined || given.shift !== undefined))
    state.report(YearForYearless, { span: given.field.span }, { name: given.field.text });
  if (given.from !== undefined) {
    checkDate(state, given.from);
    const isDated = declaration.kind === 'ParameterDeclaration' && declaration.dated;
    if (!isDated) state.report(DayForUndated, { span: given.from.span }, { name: given.field.text });
  }
  const mayBeNone =
    declaration.kind === 'FieldDeclaration' && (declaration.orNone || declaration.yearly?.since !== undefined);
  if (given.value.kind === 'GivenNone' && !mayBeNone)
    state.report(NeverNone, { span: given.value.span }, { name: given.field.text });
  checkGivenValue(state, given, type);
}

function checkGivenValue(state: Checking, { value, field }: GivenFact, type: Type): void {
  const mismatch = (found: Type) =>
    state.report(WrongType, { span: value.span }, { expected: typeWords(type, state), found: typeWords(found, state) });
  switch (value.kind) {
    case 'GivenNone':
      return;
    case 'GivenBoolean':
      if (type.kind !== 'boolean') mismatch({ kind: 'boolean' });
      return;
    case 'GivenText':
      if (type.kind !== 'text') mismatch({ kind: 'text' });
      return;
    case 'GivenOptions':
      if (!isChoice(type)) mismatch({ kind: 'choice', options: [] });
      else if (type.kind === 'choice' && value.options.length > 1)
        state.report(TooManyOptions, { span: value.span }, { name: field.text });
      return;
    case 'ReferenceExpression':
      if (!isChoice(type)) mismatch({ kind: 'choice', options: [] });
      return;
    default:
      requireType(state, value, type);
  }
}
