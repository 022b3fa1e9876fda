import { NotDatable } from '../../diagnostics/dated-figures.ts';
import { WrongType } from '../../diagnostics/types.ts';
import type {
  BlockDeclaration,
  FieldDeclaration,
  HeadLine,
  ListDeclaration,
  Name,
  ParameterDeclaration,
  PolicyFile,
  TypeExpression,
} from '../../grammar/ast.ts';
import type { OptionIr } from '../../runtime/ir.ts';
import type { FieldSymbol } from '../resolve/symbol.ts';
import { perEach } from './check-arithmetic.ts';
import { requireType } from './check-choose.ts';
import { checkDate } from './check-expression.ts';
import { requireFact } from './check-time.ts';
import type { Checking } from './checking.ts';
import { booleanType, countType, dateType, errorType, isChoice, isError, moneyIn, type Type } from './type.ts';
import { typeWords } from './type-words.ts';

/** The type a declaration states; money without a currency is the policy's. */
export function declaredType(state: Pick<Checking, 'names' | 'report' | 'currency'>, type: TypeExpression): Type {
  const { names, currency } = state;
  switch (type.kind) {
    case 'BooleanType':
      return booleanType;
    case 'MoneyType':
      return moneyIn(type.currency ?? currency);
    case 'DurationType':
      return { kind: 'duration', unit: type.unit };
    case 'QuantityType': {
      const unit = names.used.get(type.unit);
      return unit === undefined ? errorType : { kind: 'quantity', unit: unit.name.id };
    }
    case 'CountType': {
      if (type.unit === undefined) return countType;
      const unit = names.used.get(type.unit);
      return unit === undefined ? errorType : { kind: 'count', unit: unit.name.id };
    }
    case 'CompoundType':
      return perEach(state, declaredType(state, type.of), type.per, type.span);
    case 'ChoiceType':
      return { kind: 'choice', options: type.options.map(optionOf) };
    case 'ChoicesType':
      return { kind: 'choices', options: type.options.map(optionOf) };
    default:
      return { kind: simpleKinds[type.kind] };
  }
}

const simpleKinds = {
  PercentType: 'percent',
  PointsType: 'points',
  NumberType: 'number',
  RankType: 'rank',
  DateType: 'date',
  TextType: 'text',
} as const;

function optionOf({ id, zh, hant }: Name): OptionIr {
  return { id, names: { en: id, ...(zh === undefined ? {} : { zh }), ...(hant === undefined ? {} : { hant }) } };
}

/** Bounds, starts and published values of what is declared fit its type. */
export function checkDeclarations(state: Checking, file: PolicyFile): void {
  for (const declaration of file.declarations) {
    if (declaration.kind === 'PolicyHead') checkHeadLines(state, declaration.lines);
    if (declaration.kind === 'FactsDeclaration')
      for (const field of declaration.fields)
        if (field.kind === 'ListDeclaration') checkList(state, field);
        else checkField(state, field);
    if (declaration.kind === 'ParameterDeclaration') checkParameter(state, declaration);
  }
}

function checkHeadLines(state: Checking, lines: readonly HeadLine[]): void {
  for (const line of lines) {
    if (line.kind === 'InForceLine') {
      checkDate(state, line.from);
      if (line.to !== undefined) checkDate(state, line.to);
    }
    if (line.kind === 'ContinuesLine') checkDate(state, line.since);
    if (line.kind === 'PaymentLine' && line.rounding !== undefined)
      requireType(state, line.rounding.step, moneyIn(state.currency));
    if (line.kind === 'ReadingChoice') for (const row of line.rows) checkHeadLines(state, row.body);
  }
}

function checkList(state: Checking, list: ListDeclaration): void {
  for (const field of list.fields) checkField(state, field);
  for (const field of list.key) {
    const key = state.names.used.get(field);
    const type = key?.kind === 'itemField' ? state.fields.get(key) : undefined;
    if (type === undefined || isError(type) || type.kind === 'text' || (type.kind === 'choice' && list.key.length > 1))
      continue;
    state.report(
      WrongType,
      { span: field.span },
      { expected: typeWords({ kind: 'text' }, state), found: typeWords(type, state) },
    );
  }
}

function checkField(state: Checking, field: FieldDeclaration): void {
  const type = fieldType(state, field.name);
  if (field.yearly?.since !== undefined) requireFact(state, field.yearly.since, dateType);
  if (field.bounds?.low !== undefined) requireType(state, field.bounds.low, type);
  if (field.bounds?.high !== undefined) requireType(state, field.bounds.high, type);
}

function fieldType(state: Checking, name: Name): Type {
  const symbol = state.names.declared.get(name);
  return (symbol === undefined ? undefined : state.fields.get(symbol as FieldSymbol)) ?? errorType;
}

function checkParameter(state: Checking, parameter: ParameterDeclaration): void {
  const type = fieldType(state, parameter.name);
  if (parameter.dated && !isError(type) && !isDatable(type))
    state.report(NotDatable, { span: parameter.type.span }, { type: typeWords(type, state) });
  for (const { value, days, note } of parameter.rows) {
    if (value !== undefined) requireType(state, value, type);
    for (const day of [days?.from, days?.to, note?.publishedOn]) if (day !== undefined) checkDate(state, day);
  }
}

/** Figures: what is measured and computed with. */
function isDatable(type: Type): boolean {
  return !['boolean', 'text', 'choice', 'choices', 'rank', 'date'].includes(type.kind);
}

/** Blocks come last: their amounts may name clauses. */
export function checkBlock(state: Checking, { block }: BlockDeclaration): void {
  if (block.kind === 'GroupCapBlock') {
    const member = block.members[0] === undefined ? undefined : state.names.used.get(block.members[0]);
    const type = member?.kind === 'clause' ? state.clauses.get(member)?.type : undefined;
    requireType(state, block.amount, type ?? moneyIn(state.currency));
    return;
  }
  const symbol = block.by === undefined ? undefined : state.names.used.get(block.by);
  const type = symbol?.kind === 'fact' || symbol?.kind === 'itemField' ? state.fields.get(symbol) : undefined;
  if (block.by === undefined || type === undefined || isError(type) || isChoice(type)) return;
  const expected = typeWords({ kind: 'choice', options: [] }, state);
  state.report(WrongType, { span: block.by.span }, { expected, found: typeWords(type, state) });
}
