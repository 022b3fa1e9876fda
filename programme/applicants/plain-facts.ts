/** Facts of one applicant as they are put together from cells, each with the place that it comes from. */
import type { FactPlace } from '../../runtime/door/path-names.ts';
import type { FieldIr } from '../../runtime/ir.ts';
import { itemKey } from '../../runtime/item-key.ts';
import type { CellValue } from '../cells/cell-value.ts';

export interface Origin {
  readonly file: string;
  readonly row: number;
  readonly column?: string;
}

export interface Written {
  readonly value: CellValue;
  /** As it stands in the cell. */
  readonly text: string;
  readonly origin: Origin;
}

type PlainObject = Record<string, unknown>;

interface Owner {
  readonly list?: string;
  readonly item?: PlainObject;
}

export class PlainFacts {
  /** The same fact twice, and not the same. */
  readonly disagreements: { readonly place: FactPlace; readonly first: Written; readonly second: Written }[] = [];
  private readonly facts: PlainObject;
  private readonly items = new Map<string, PlainObject>();
  private readonly keyFields = new Map<string, readonly string[]>();
  private readonly slots = new Map<PlainObject, Map<string, Written>>();

  constructor(subject: string) {
    this.facts = { subject };
  }

  add({ list, item }: Owner, field: FieldIr, year: string | undefined, written: Written): void {
    const owner = item ?? this.facts;
    const slots = this.slots.get(owner) ?? new Map<string, Written>();
    this.slots.set(owner, slots);
    const slot = year === undefined ? field.id : `${field.id}@${year}`;
    const first = slots.get(slot);
    if (first !== undefined) {
      if (JSON.stringify(first.value) === JSON.stringify(written.value)) return;
      const place = {
        ...(list === undefined ? {} : { list, item: this.labelOf(list, owner) }),
        field: field.id,
        ...(year === undefined ? {} : { year }),
      };
      this.disagreements.push({ place, first, second: written });
      return;
    }
    slots.set(slot, written);
    if (year === undefined) owner[field.id] = written.value;
    else owner[field.id] = { ...(owner[field.id] as PlainObject | undefined), [year]: written.value };
  }

  openList(list: string): void {
    this.facts[list] ??= [];
  }

  /** The item of that key, made where there is none. */
  item(list: string, key: string): PlainObject {
    const name = JSON.stringify([list, key]);
    const known = this.items.get(name);
    if (known !== undefined) return known;
    const made: PlainObject = {};
    this.items.set(name, made);
    (this.facts[list] as PlainObject[]).push(made);
    return made;
  }

  /** A whole list in one cell; text that is no list goes on as it is, and the door says so. */
  addList(list: string, text: string, origin: Origin): void {
    this.facts[list] = parsed(text) ?? text;
    this.slots.set(
      this.facts,
      (this.slots.get(this.facts) ?? new Map<string, Written>()).set(list, { value: text, text, origin }),
    );
  }

  addDecision(decision: Readonly<Record<string, CellValue>>): void {
    const decisions = (this.facts.decisions ?? []) as unknown[];
    decisions.push(decision);
    this.facts.decisions = decisions;
  }

  /** A line of JSON beside linked tables. */
  addObject(text: string, origin: Origin): void {
    const object = parsed(text);
    if (typeof object === 'object' && object !== null)
      Object.assign(this.facts, object, { subject: this.facts.subject });
    this.slots.set(
      this.facts,
      (this.slots.get(this.facts) ?? new Map<string, Written>()).set('', { value: '', text: '', origin }),
    );
  }

  value(): object {
    return this.facts;
  }

  /** Where each fact stands. */
  origins(): readonly { readonly place: FactPlace; readonly origin: Origin }[] {
    const own = this.originsOf(this.facts, {});
    const ofItems = [...this.items].flatMap(([name, item]) => {
      const [list] = JSON.parse(name) as [string, string];
      return this.originsOf(item, { list, item: this.labelOf(list, item) });
    });
    return [...own, ...ofItems];
  }

  private originsOf(owner: PlainObject, place: FactPlace): readonly { place: FactPlace; origin: Origin }[] {
    return [...(this.slots.get(owner) ?? [])].flatMap(([slot, { origin }]) => {
      const [field = '', year] = slot.split('@');
      const own = { place: { ...place, field, ...(year === undefined ? {} : { year }) }, origin };
      // Findings about an item as a whole stand in its row.
      return place.list === undefined ? [own] : [own, { place, origin: { file: origin.file, row: origin.row } }];
    });
  }

  private labelOf(list: string, item: PlainObject): string {
    const key = this.keyFields.get(list)?.map((id) => item[id]);
    if (key?.every((one) => typeof one === 'string') === true) return itemKey(key as string[]);
    return `#${(this.facts[list] as PlainObject[]).indexOf(item) + 1}`;
  }

  /** Which fields call the items of a list. */
  nameItemsBy(list: string, fields: readonly string[] | undefined): void {
    if (fields !== undefined) this.keyFields.set(list, fields);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
