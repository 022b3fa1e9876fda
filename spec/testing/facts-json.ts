/** Facts as a program would write them at the door: the reverse of `readFacts`, in the plainest spelling. What the door would warn of is left out. */
import { isRatio } from '../../runtime/compound.ts';
import { canonicalText, decimalOf } from '../../runtime/door/decimal-text.ts';
import type { Facts, FactValue, FactValues } from '../../runtime/input.ts';
import type { FieldIr, PolicyIr } from '../../runtime/ir.ts';

export function factsJson(ir: PolicyIr, { subject, values, lists }: Facts): string {
  const listed = [...lists].map(([list, items]) => {
    const fields = ir.lists.find(({ id }) => id === list)?.fields ?? [];
    return [list, items.map((item) => Object.fromEntries(writtenValues(fields, item.values, values)))] as const;
  });
  return JSON.stringify(
    Object.fromEntries([['subject', subject], ...writtenValues(ir.fields, values, values), ...listed]),
  );
}

function writtenValues(
  fields: readonly FieldIr[],
  values: FactValues,
  subject: FactValues,
): readonly (readonly [string, unknown])[] {
  const years = new Map<string, Record<string, unknown>>();
  const plain: (readonly [string, unknown])[] = [];
  for (const [key, value] of values) {
    const [id = key, year] = key.split('@');
    const field = fields.find((one) => one.id === id);
    // The door takes no empty text; what is left out is unknown.
    if (field === undefined || ('text' in value && value.text === '')) continue;
    if (Object.hasOwn(field.published ?? {}, year ?? '') || isBeforeStart(field, Number(year), values, subject))
      continue;
    const text = written(field, value);
    if (year === undefined) plain.push([id, text]);
    else years.set(id, { ...years.get(id), [year]: text });
  }
  return [...plain, ...years];
}

function isBeforeStart({ since }: FieldIr, year: number, values: FactValues, subject: FactValues): boolean {
  const start = since === undefined ? undefined : (values.get(since) ?? subject.get(since));
  return start !== undefined && 'date' in start && year < Number(start.date.slice(0, 4));
}

function written({ type }: FieldIr, value: FactValue): unknown {
  if ('none' in value) return 'none';
  if ('boolean' in value) return value.boolean;
  if ('date' in value) return value.date;
  if ('text' in value) return value.text;
  if ('options' in value) return type.kind === 'choice' ? value.options[0] : value.options;
  if (!isRatio(type)) return value.number;
  const { digits, places } = decimalOf(value.number);
  const hundredfold = canonicalText({ digits: digits * 100n, places });
  return type.kind === 'points' ? `${hundredfold} points` : `${hundredfold}%`;
}
