import fc from 'fast-check';
import { emptySpan } from '../../../diagnostics/span.ts';
import type { Name, Reference } from '../../../grammar/ast.ts';

/** The node with an empty span. */
export function at<T extends { readonly kind: string }>(node: T): T & { readonly span: typeof emptySpan } {
  return { ...node, span: emptySpan };
}

function name(id: string, zh?: string, hant?: string): Name {
  return at({ kind: 'Name', id, ...(zh === undefined ? {} : { zh }), ...(hant === undefined ? {} : { hant }) });
}

/**
 * Every random file declares these names and no others. Their Chinese forms contain no keyword and no other name. They have one,
 * two or three forms; some must be quoted, and some ids are Chinese.
 */
export const declared = {
  policy: name('sample', '甲乙丁甲'),
  subject: name('company', '甲寅', '甲寅繁'),
  facts: [
    name('rd', '甲乙丙', '甲乙丙繁'),
    name('revenue', '丁戊己'),
    name('plain_name'),
    name('庚辛壬'),
    name('5G基站'),
    name('quoted', '首台(套)'),
    name('registered_on', '寅卯辰'),
    name('constructor_', '癸甲癸'),
    name('number', '癸乙癸'),
    name('增速'),
  ],
  lists: [
    {
      name: name('project', '丙丁戊'),
      fields: [name('cost', '丙甲丙'), name('won_on', '丙乙丙'), name('shared_field', '丙卯丙')],
    },
    {
      name: name('platform', '己庚辛', '己庚辛繁'),
      fields: [name('income', '己甲己'), name('opened_on'), name('shared_field', '丙卯丙')],
    },
  ],
  options: [name('national', '辰甲辰'), name('provincial', '辰乙辰', '辰乙辰繁'), name('neeq')],
  parameters: [name('sector_growth', '巳甲巳'), name('lpr')],
  units: [name('P', '酉甲酉'), name('kilowatt')],
  definitions: [name('scope_test', '戌甲戌'), name('戌乙戌')],
  readings: [
    { name: name('at_least_reading', '亥甲亥'), choices: [name('inclusive', '亥乙亥'), name('strict', '亥丙亥')] },
    { name: name('cap_scope'), choices: [name('per_year_'), name('lifetime', '亥丁亥')] },
  ],
  clauses: [name('art3', '子甲子'), name('art4.voucher', '子乙子', '子乙子繁'), name('art6_1')],
  labels: [name('base_', '丑甲丑'), name('net')],
  blocks: [name('first_set', '丑乙丑'), name('rd_cap', '丑丙丑')],
  matters: [name('computing', '丑丁丑'), name('listing')],
} as const;

/** A use of one of the names, in any of its forms. */
export function referenceTo(names: readonly Name[]): fc.Arbitrary<Reference> {
  const forms = names.flatMap(({ id, zh, hant }) => [id, zh, hant].filter((form) => form !== undefined));
  return fc.constantFrom(...forms).map((text) => at({ kind: 'Reference', text }));
}

export const factReference = referenceTo(declared.facts);
export const listReference = referenceTo(declared.lists.map((list) => list.name));
export const clauseReference = referenceTo(declared.clauses);
export const optionReference = referenceTo(declared.options);
export const unitReference = referenceTo(declared.units);
export const labelReference = referenceTo(declared.labels);
export const blockReference = referenceTo(declared.blocks);
export const valueReference = referenceTo([
  ...declared.facts,
  ...declared.parameters,
  ...declared.definitions,
  ...declared.clauses,
]);

/** A list and one of its fields. */
export const listAndField = fc
  .constantFrom(...declared.lists)
  .chain((list) => fc.record({ list: referenceTo([list.name]), field: referenceTo(list.fields) }));

export interface ReadingUse {
  readonly reading: Reference;
  readonly choices: readonly (readonly Reference[])[];
}

/** A reading and its choices dealt to one or two rows. */
export const readingUse: fc.Arbitrary<ReadingUse> = fc
  .constantFrom(...declared.readings)
  .chain(({ name: reading, choices }) =>
    fc.record({
      reading: referenceTo([reading]),
      choices: fc.oneof(
        fc.tuple(fc.tuple(...choices.map((choice) => referenceTo([choice])))),
        fc.tuple(...choices.map((choice) => referenceTo([choice]).map((one) => [one]))),
      ),
    }),
  );

/** At least `minLength` items, few. */
export function few<T>(item: fc.Arbitrary<T>, minLength = 1, maxLength = 3): fc.Arbitrary<T[]> {
  return fc.array(item, { minLength, maxLength });
}

/** The property, or nothing: `exactOptionalPropertyTypes` forbids an undefined one. */
export function perhaps<K extends string, T>(key: K, value: fc.Arbitrary<T>): fc.Arbitrary<{ readonly [P in K]?: T }> {
  return fc
    .option(value, { nil: undefined })
    .map((one) => (one === undefined ? {} : ({ [key]: one } as { [P in K]?: T })));
}
