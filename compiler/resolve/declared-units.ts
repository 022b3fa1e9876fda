import type { UnitNames } from '../../runtime/compound.ts';
import type { Names } from './names.ts';

/** What the policy calls its units, for messages. */
export function declaredUnits({ symbols }: Names): UnitNames {
  return new Map(
    symbols.flatMap(({ kind, name }) => (kind === 'unit' ? [[name.id, { zh: name.zh ?? name.id, en: name.id }]] : [])),
  );
}
