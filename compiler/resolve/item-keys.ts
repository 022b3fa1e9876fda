/** The keys of items as examples write them: of several parts an option stands under any of its names. */
import type { FieldDeclaration, ListDeclaration, Reference } from '../../grammar/ast.ts';
import { itemKey, keyParts } from '../../runtime/item-key.ts';
import { eachHeaders } from '../walk.ts';
import type { Names } from './names.ts';
import { formsOf, type ListSymbol } from './symbol.ts';

/** The fields of the key, in its order; those that are declared. */
export function keyFields({ key, fields }: ListDeclaration): readonly FieldDeclaration[] {
  return key.flatMap(({ text }) => fields.find(({ name }) => formsOf(name).includes(text)) ?? []);
}

/** The key as the runtime knows it. */
export function keyOfItem(list: ListDeclaration | undefined, written: string): string {
  const fields = list === undefined ? [] : keyFields(list);
  if (fields.length < 2) return written;
  return itemKey(keyParts(written, fields.length).map((part, index) => optionId(fields[index], part)));
}

/** The list that a clause goes through. */
export function listUnder({ used }: Names, clause: Reference): ListSymbol | undefined {
  const symbol = used.get(clause);
  const [each] = symbol?.kind === 'clause' ? eachHeaders(symbol.declaration) : [];
  const list = each === undefined ? undefined : used.get(each.list);
  return list?.kind === 'list' ? list : undefined;
}

function optionId(field: FieldDeclaration | undefined, part: string): string {
  if (field?.type.kind !== 'ChoiceType') return part;
  return field.type.options.find((option) => formsOf(option).includes(part))?.id ?? part;
}
