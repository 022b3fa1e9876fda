import type {
  FieldDeclaration,
  ListDeclaration,
  Name,
  NumberLiteral,
  ParameterDeclaration,
} from '../../grammar/ast.ts';
import type { DecimalText, FieldIr, ListIr, PolicyIr, TypeIr } from '../../runtime/ir.ts';
import type { FieldSymbol } from '../resolve/symbol.ts';
import { declarationsOf } from '../walk.ts';
import { literalValue } from './decimal-text.ts';
import type { Draft } from './draft.ts';
import { lowerNames } from './lower-names.ts';
import { publishedOf, versionsOf } from './lower-parameter.ts';

export interface LoweredFacts {
  readonly subject: PolicyIr['subject'];
  /** Facts of the applicant, then parameters, each in the order of the text. */
  readonly fields: readonly FieldIr[];
  readonly lists: readonly ListIr[];
  readonly units: PolicyIr['units'];
}

export function lowerFacts(draft: Draft): LoweredFacts {
  const declarations = declarationsOf(draft.file, 'FactsDeclaration');
  const members = declarations.flatMap(({ fields }) => fields);
  const facts = members.filter((member) => member.kind === 'FieldDeclaration');
  const lists = members.filter((member) => member.kind === 'ListDeclaration');
  const parameters = declarationsOf(draft.file, 'ParameterDeclaration');
  const [first] = declarations;
  return {
    subject: first === undefined ? { id: 'applicant', names: { en: 'applicant', zh: '申报主体' } } : nameOf(first.name),
    fields: [...facts.map((fact) => lowerField(draft, fact)), ...parameters.map((one) => lowerParameter(draft, one))],
    lists: lists.map((list) => lowerList(draft, list)),
    units: declarationsOf(draft.file, 'UnitDeclaration').map(({ name }) => nameOf(name)),
  };
}

function nameOf(name: Name): PolicyIr['subject'] {
  return { id: name.id, names: lowerNames(name) };
}

function lowerList(draft: Draft, list: ListDeclaration): ListIr {
  return {
    ...nameOf(list.name),
    ...(list.key.length === 0
      ? {}
      : { key: list.key.map((field) => draft.names.used.get(field)?.name.id ?? field.text) }),
    ...(list.shared ? { shared: true } : {}),
    fields: list.fields.map((field) => lowerField(draft, field)),
  };
}

function lowerField(draft: Draft, field: FieldDeclaration): FieldIr {
  const type = declaredType(draft, field.name);
  const since = field.yearly?.since;
  return {
    ...nameOf(field.name),
    type,
    yearly: field.yearly !== undefined,
    ...(since === undefined ? {} : { since: draft.names.used.get(since)?.name.id ?? since.text }),
    orNone: field.orNone,
    ...boundsOf(type, field.mayBeNegative, field.bounds),
    ...(field.shared ? { shared: true } : {}),
    role: 'fact',
  };
}

function lowerParameter(draft: Draft, parameter: ParameterDeclaration): FieldIr {
  const type = declaredType(draft, parameter.name);
  const figures = parameter.dated
    ? { dated: true as const, ...versionsOf(parameter.rows) }
    : publishedOf(parameter.rows);
  return {
    ...nameOf(parameter.name),
    type,
    yearly: parameter.yearly,
    orNone: false,
    ...boundsOf(type, parameter.mayBeNegative, undefined),
    role: 'parameter',
    ...figures,
  };
}

export function declaredType(draft: Draft, name: Name): TypeIr {
  const symbol = draft.names.declared.get(name);
  const type = symbol === undefined ? undefined : draft.types.fields.get(symbol as FieldSymbol);
  return type === undefined || type.kind === 'error' ? { kind: 'text' } : type;
}

/** What is counted or paid is not negative unless the declaration says so; ranks begin at 1. */
function boundsOf(
  type: TypeIr,
  mayBeNegative: boolean,
  written: { readonly low?: NumberLiteral; readonly high?: NumberLiteral } | undefined,
): { readonly low?: DecimalText; readonly high?: DecimalText } {
  const low = leastOf(type, mayBeNegative, written?.low);
  return {
    ...(low === undefined ? {} : { low }),
    ...(written?.high === undefined ? {} : { high: literalValue(written.high) }),
  };
}

/** The least that a fact may be; `undefined` where nothing bounds it below. */
export function leastOf(
  type: TypeIr,
  mayBeNegative: boolean,
  written: NumberLiteral | undefined,
): DecimalText | undefined {
  return written === undefined ? defaultLow(type, mayBeNegative) : literalValue(written);
}

function defaultLow(type: TypeIr, mayBeNegative: boolean): DecimalText | undefined {
  if (type.kind === 'rank') return '1';
  const isQuantity =
    ['money', 'count', 'quantity', 'duration'].includes(type.kind) || (type.kind === 'compound' && !type.share);
  return isQuantity && !mayBeNegative ? '0' : undefined;
}
