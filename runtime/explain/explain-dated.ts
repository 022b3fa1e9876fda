import { dayNumber } from '../day.ts';
import type { DatedExpr, FieldIr, PublicationIr } from '../ir.ts';
import type { Context } from './context.ts';
import { explainNumber } from './explain-value.ts';
import { wording } from './explained-value.ts';
import type { ExplainedVersion, Publication, ValueSource } from './explanation.ts';

/** What was read of a dated parameter: which versions, for which days. R19. */
export function explainVersions(node: DatedExpr, context: Context): readonly ExplainedVersion[] {
  const field = context.naming.field(node.field, undefined);
  const read = context.frame.inner.get(node.id) ?? [];
  return read.map(({ key, frame }): ExplainedVersion => {
    const [since = '', from = '', to = ''] = key.split('/');
    const value = frame.values.get(node.id);
    const published = publishedOf(field, since);
    return {
      ...(since === '' ? {} : { since }),
      from,
      to,
      days: dayNumber(to) - dayNumber(from) + 1,
      ...(value?.kind === 'number' ? { value: explainNumber(value, context.naming) } : {}),
      ...(published === undefined ? {} : { publication: published }),
    };
  });
}

/** A value among the facts is not ours to tell the source of. */
function publishedOf(field: FieldIr | undefined, since: string): Publication | undefined {
  const version = field?.versions?.find(({ from, value }) => from === since && value !== undefined);
  return version === undefined ? undefined : publication(version);
}

export function datedSource({ field }: DatedExpr, context: Context): ValueSource {
  const names = wording(context.naming.field(field, undefined)?.names ?? { en: field });
  return { kind: 'parameter', path: field, names };
}

/** Undefined where nothing is said. */
export function publication({ publishedOn, source }: PublicationIr): Publication | undefined {
  if (publishedOn === undefined && source === undefined) return undefined;
  return { ...(publishedOn === undefined ? {} : { publishedOn }), ...(source === undefined ? {} : { source }) };
}
