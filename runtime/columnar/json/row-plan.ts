/** What the keys of a facts text stand for, and where their values go. Made once for a policy, its layout and a year. */
import { nameTable } from '../../door/name-table.ts';
import type { FieldIr, PolicyIr } from '../../ir.ts';
import { type FactReader, factReaders } from '../fact-reader.ts';
import type { ColumnarLayout, FactColumn } from '../layout.ts';
import { type FactForm, factForm, type Target, targetOf } from './fact-form.ts';

export const firstYear = 1900;
const lastYear = 2200;

/** What a key stands for. */
export interface Slot {
  /** `empty`: only `null` or `[]` is plain; `door`: only `null` is. */
  readonly kind: 'value' | 'years' | 'list' | 'subject' | 'words' | 'empty' | 'door';
  /** Place among the slots of its owner. */
  readonly index: number;
  readonly form: FactForm;
  /** Where the value goes, of yearly figures by year − 1900. A parameter's column is one of the parameters. */
  readonly target: Target | undefined;
  readonly targets: readonly (Target | undefined)[];
  readonly isParameter: boolean;
  /** The slot of the date before which a yearly figure is none, in the same owner and of the applicant. */
  readonly since: { readonly own: number; readonly subject: number } | undefined;
  /** Of a list, its place among the lists of the plan. */
  readonly list: number;
  /** Years met in the text at hand: the number of the object in which each was. */
  readonly yearsMet: Uint32Array;
  /** Years of which the policy itself publishes the figure: whether another is stated is for the door to tell. */
  readonly published: ReadonlySet<number>;
}

/** The applicant, or the items of a list. */
export interface Owner {
  readonly slots: readonly Slot[];
  readonly names: ReadonlyMap<string, Slot>;
  /** Columns of this owner, in the order of the layout. */
  readonly readers: readonly FactReader[];
  readonly sinceOf: readonly ({ readonly own: number; readonly subject: number } | undefined)[];
  /** Key fields in order; empty where items have no key. */
  readonly key: readonly number[];
  /** Keys in the order in which the last text had them, quoted: most texts are made by one program. */
  readonly order: { text: string; slot: Slot }[];
}

export interface ListPlan extends Owner {
  /** Among the lists of the layout; −1 if no column is of this list. */
  readonly place: number;
  readonly most: number;
}

export interface RowPlan {
  readonly subject: Owner;
  readonly parameters: readonly FactReader[];
  readonly lists: readonly ListPlan[];
}

export function rowPlan(ir: PolicyIr, layout: ColumnarLayout, year: number): RowPlan {
  const fixed = [
    { id: '$schema', names: { en: '$schema', zh: '$schema' }, kind: 'words' },
    { id: 'subject', names: { en: 'subject', zh: '申报主体' }, kind: 'subject' },
    { id: 'decisions', names: { en: 'decisions', zh: '核定' }, kind: 'empty' },
  ] as const;
  const ids = [...fixed, ...ir.fields, ...ir.lists].map(({ id }) => id);
  const slots: Slot[] = [
    ...fixed.map(({ kind }, index) => ({ ...plainSlot(index), kind })),
    ...ir.fields.map((field, index) =>
      fieldSlot(field, fixed.length + index, false, layout, layout.facts, year, ids, ids),
    ),
    ...ir.lists.map(
      (_list, index): Slot => ({ ...plainSlot(fixed.length + ir.fields.length + index), kind: 'list', list: index }),
    ),
  ];
  const table = nameTable([...fixed, ...ir.fields, ...ir.lists]);
  return {
    subject: ownerOf(slots, table, ids, ids, layout.facts, ir.fields, [], year),
    parameters: factReaders(layout.parameters, ir.fields, year),
    lists: ir.lists.map((list): ListPlan => {
      const place = layout.lists.findIndex((one) => one.list === list.id);
      const columns = layout.lists[place]?.facts ?? [];
      const own = list.fields.map(({ id }) => id);
      const itemSlots = list.fields.map((field, index) =>
        fieldSlot(field, index, list.key?.includes(field.id) === true, layout, columns, year, own, ids),
      );
      const key = (list.key ?? []).map((id) => own.indexOf(id));
      const owner = ownerOf(itemSlots, nameTable(list.fields), own, ids, columns, list.fields, key, year);
      return { ...owner, place, most: layout.lists[place]?.most ?? mostItems };
    }),
  };
}

/** Of any list, as the door takes them. */
export const mostItems = 10_000;

function ownerOf(
  slots: readonly Slot[],
  table: ReadonlyMap<string, string>,
  own: readonly string[],
  subject: readonly string[],
  columns: readonly FactColumn[],
  fields: readonly FieldIr[],
  key: readonly number[],
  year: number,
): Owner {
  const names = new Map([...table].map(([name, id]) => [name, slots[own.indexOf(id)]!]));
  const readers = factReaders(columns, fields, year);
  const sinceOf = columns.map(({ since }) => sinceSlots(since, own, subject));
  return { slots, names, readers, sinceOf, key, order: [] };
}

function sinceSlots(since: string | undefined, own: readonly string[], subject: readonly string[]): Slot['since'] {
  return since === undefined ? undefined : { own: own.indexOf(since), subject: subject.indexOf(since) };
}

function fieldSlot(
  field: FieldIr,
  index: number,
  isKey: boolean,
  layout: ColumnarLayout,
  columns: readonly FactColumn[],
  year: number,
  own: readonly string[],
  subject: readonly string[],
): Slot {
  const isParameter = field.role === 'parameter';
  const targets: (Target | undefined)[] = Array.from({ length: lastYear - firstYear + 1 }, () => undefined);
  let target: Target | undefined;
  for (const [place, column] of (isParameter ? layout.parameters : columns).entries()) {
    if (column.field !== field.id) continue;
    const asked = year + column.shift;
    const made = targetOf(place, column.form, field);
    if (!field.yearly) target = made;
    // A year that the code does not ask about is read for its form alone.
    else if (column.from === undefined || asked >= column.from) targets[asked - firstYear] = made;
  }
  const isPublished = field.published !== undefined && !field.yearly;
  const kind = field.dated || isPublished ? 'door' : field.yearly ? 'years' : 'value';
  return {
    ...plainSlot(index),
    kind,
    form: factForm(field, isKey),
    target,
    targets,
    isParameter,
    since: field.yearly ? sinceSlots(field.since, own, subject) : undefined,
    yearsMet: new Uint32Array(kind === 'years' ? targets.length : 0),
    published: new Set(Object.keys(field.published ?? {}).map(Number)),
  };
}

const noForm: FactForm = {
  ...{ kind: 'text', places: 0, unit: 'none', signed: false, isRatio: false, bounds: [], orNone: false },
  ...{ options: new Map(), isKey: false, isFolded: false },
};

function plainSlot(index: number): Slot {
  return {
    ...{ kind: 'door', index, form: noForm, target: undefined, targets: [], isParameter: false },
    ...{ since: undefined, list: -1, yearsMet: new Uint32Array(0), published: new Set() },
  };
}
