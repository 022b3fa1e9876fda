import type { ExampleDeclaration, GivenFact, GivenValue } from '../../grammar/ast.ts';
import type { Facts, FactValue, ItemFacts, None, Period } from '../../runtime/input.ts';
import type { FieldIr, PolicyIr } from '../../runtime/ir.ts';
import { keyParts } from '../../runtime/item-key.ts';
import { keyOfItem } from '../resolve/item-keys.ts';
import type { Names } from '../resolve/names.ts';
import { idOf } from './lower-example.ts';
import { constantOf } from './row-order.ts';

/** Stated not to exist. */
const statedNone: None = { none: true };

/** The facts that an example states; all others stay unknown. Subject: the example's own, no name is needed. */
export function lowerGivenFacts(example: ExampleDeclaration, names: Names, ir: PolicyIr, period: Period): Facts {
  const values = new Map<string, FactValue>();
  const lists = new Map<string, ItemFacts[]>();
  for (const line of example.lines) {
    if (line.kind === 'GivenFact') setFact(values, line, names, ir.fields, period);
    if (line.kind === 'GivenEmptyList') lists.set(idOf(names, line.list), []);
    if (line.kind !== 'GivenItem') continue;
    const list = ir.lists.find(({ id }) => id === idOf(names, line.list));
    if (list === undefined) continue;
    const item = new Map<string, FactValue>();
    const symbol = names.used.get(line.list);
    const key = keyOfItem(symbol?.kind === 'list' ? symbol.declaration : undefined, line.key.value);
    for (const [index, part] of keyParts(key, list.key?.length ?? 1).entries()) {
      const field = list.fields.find(({ id }) => id === list.key?.[index]);
      if (field?.type.kind === 'text') item.set(field.id, { text: part });
      if (field?.type.kind === 'choice') item.set(field.id, { options: [part] });
    }
    for (const given of line.fields) setFact(item, given, names, list.fields, period);
    lists.set(list.id, [...(lists.get(list.id) ?? []), { key, values: item }]);
  }
  return { subject: example.title.value, values, lists };
}

/** No stated day is earlier. */
const firstDay = '1900-01-01';

/** A yearly fact is keyed by its year: the one written, else the assessed one less the years of `last year's`. */
function setFact(
  values: Map<string, FactValue>,
  given: GivenFact,
  names: Names,
  fields: readonly FieldIr[],
  period: Period,
): void {
  const id = idOf(names, given.field);
  const field = fields.find((one) => one.id === id);
  const value = field === undefined ? undefined : factValue(given.value, names, field);
  if (field === undefined || value === undefined) return;
  values.set(keyOf(field, given, period), value);
}

/** A dated parameter is keyed by the day from which the value holds; without one it holds always. */
function keyOf(field: FieldIr, given: GivenFact, period: Period): string {
  if (field.dated) return `${field.id}@${given.from?.value ?? firstDay}`;
  return field.yearly ? `${field.id}@${given.year ?? period.year + (given.shift ?? 0)}` : field.id;
}

function factValue(value: GivenValue, names: Names, field: FieldIr): FactValue | undefined {
  switch (value.kind) {
    case 'GivenBoolean':
      return { boolean: value.value };
    case 'GivenNone':
      return statedNone;
    case 'GivenText':
      return { text: value.value };
    case 'GivenOptions':
      return { options: value.options.map((option) => idOf(names, option)) };
    case 'DateLiteral':
      return { date: value.value };
    case 'ReferenceExpression':
      return field.type.kind === 'text' ? { text: value.reference.text } : { options: [idOf(names, value.reference)] };
    default: {
      const number = constantOf(value);
      return number === undefined ? undefined : { number };
    }
  }
}
