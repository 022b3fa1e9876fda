import type { Name } from '../../grammar/ast.ts';
import type { Names } from '../../runtime/ir.ts';

export function lowerNames(name: Name): Names {
  return {
    en: name.id,
    ...(name.zh === undefined ? {} : { zh: name.zh }),
    ...(name.hant === undefined ? {} : { hant: name.hant }),
  };
}
