import type { Name } from '../../grammar/ast.ts';
import type { Names } from '../../runtime/ir.ts';

export function lowerNames(name: Name): Names {
  if (name.hant === undefined) return name.zh === undefined ? { en: name.id } : { en: name.id, zh: name.zh };
  return {
    en: name.id,
    ...(name.zh === undefined ? {} : { zh: name.zh }),
    ...(name.hant === undefined ? {} : { hant: name.hant }),
  };
}
