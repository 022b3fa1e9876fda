import { nearNames } from '../../diagnostics/near-names.ts';
import type { Names } from '../ir.ts';
import { foldWidth } from './fold-width.ts';

/** Every declared name, folded, with the id it stands for. */
export type NameTable = ReadonlyMap<string, string>;

export function nameTable(entries: readonly { readonly id: string; readonly names: Names }[]): NameTable {
  const known = made.get(entries);
  if (known !== undefined) return known;
  const table = new Map<string, string>();
  for (const { id, names } of entries) {
    for (const name of [id, names.en, names.zh, names.hant]) {
      if (name !== undefined && !table.has(foldWidth(name))) table.set(foldWidth(name), id);
    }
  }
  made.set(entries, table);
  return table;
}

/** The options of a field are asked for with every value. */
const made = new WeakMap<object, NameTable>();

/** Near names of a table; one for each id, so that three near ids are offered and not three names of one. */
export function nearIn(table: NameTable, wanted: string): readonly string[] {
  const offered = new Set<string>();
  return nearNames(wanted, table.keys(), 6).filter((name) => {
    const id = table.get(name) ?? name;
    if (offered.has(id) || offered.size >= 3) return false;
    offered.add(id);
    return true;
  });
}
