/** Places in the facts, and causes that name them, in the drafter's words. */
import type { Bilingual } from '../../diagnostics/diagnostic.ts';
import type { FieldIr, Names, PolicyIr } from '../ir.ts';
import type { Cause } from '../value.ts';

/** A fact, as causes and messages address it. `item` is the key of an item, or "#2" by position where it has none. */
export interface FactPlace {
  readonly list?: string;
  readonly item?: string;
  readonly field?: string;
  /** Of a dated parameter, the day from which the value holds. */
  readonly year?: string;
}

/** `rd@2023`, `project[P1].won_on`, `project`, `platform[A].income@2024` → `自主研发费用（2023年）`, `项目 P1 的 立项日期`, … */
export function pathNames(ir: PolicyIr, path: string): Bilingual {
  const place = placeOf(path);
  const isList = place.list === undefined && ir.lists.some(({ id }) => id === place.field);
  return placeNames(ir, isList && place.field !== undefined ? { list: place.field } : place);
}

/** A fact, a list or a fact of items, by its id alone. */
export function factNames(ir: PolicyIr, id: string): Bilingual {
  const fields = [...ir.fields, ...ir.lists.flatMap((list) => [list, ...list.fields])];
  return namesOf(fields.find((field) => field.id === id)?.names, id);
}

/** What is open, as a noun: the missing fact, the decision, history, other awards, budget. */
export function causeNames(ir: PolicyIr, cause: Cause): Bilingual {
  const colon = cause.indexOf(':');
  const path = cause.slice(colon + 1);
  if (cause.startsWith('missing:')) return pathNames(ir, path);
  const clause = clauseNames(ir, path);
  switch (cause.slice(0, colon)) {
    case 'discretion':
      return { zh: `${clause.zh} 的核定`, en: `the decision on ${clause.en}` };
    case 'history':
      return { zh: `${clause.zh} 此前已获的数额`, en: `what was received before under ${clause.en}` };
    case 'other-awards':
      return { zh: `其他政策给予的同类奖补（${clause.zh}）`, en: `like awards under other policies (${clause.en})` };
    case 'other-claims':
      return { zh: `${clause.zh} 其他申报者的申报`, en: `what other applicants claim under ${clause.en}` };
    default:
      return { zh: `${clause.zh} 的总额分配`, en: `the sharing of the budget of ${clause.en}` };
  }
}

/** `art4[P1]` → `art4 攻关项目（P1）`. */
export function clauseNames(ir: PolicyIr, path: string): Bilingual {
  const bracket = path.indexOf('[');
  const id = bracket < 0 ? path : path.slice(0, bracket);
  const clause = ir.clauses.find((one) => one.id === id);
  const named = { zh: clause?.names.zh === undefined ? id : `${id} ${clause.names.zh}`, en: id };
  if (bracket < 0) return named;
  const item = path.slice(bracket + 1, -1);
  return { zh: `${named.zh}（${item}）`, en: `${named.en} for ${item}` };
}

export function placeNames(ir: PolicyIr, { list, item, field, year }: FactPlace): Bilingual {
  const owner = list === undefined ? undefined : ir.lists.find((one) => one.id === list);
  const declared = field === undefined ? undefined : fieldOf(owner?.fields ?? ir.fields, field);
  const ownField = field === undefined ? undefined : withYear(namesOf(declared?.names, field), year);
  if (list === undefined) return ownField ?? { zh: '填报内容', en: 'the facts' };
  const ownItem = itemNames(namesOf(owner?.names, list), item);
  if (ownField === undefined) return ownItem;
  return { zh: `${ownItem.zh} 的 ${ownField.zh}`, en: `${ownField.en} of ${ownItem.en}` };
}

/** The reverse of `placeOf`: the notation of causes. */
export function pathOf({ list, item, field, year }: FactPlace): string {
  const ownItem = list === undefined ? '' : item === undefined ? list : `${list}[${item}]`;
  const ownField = field === undefined ? '' : year === undefined ? field : `${field}@${year}`;
  return [ownItem, ownField].filter((part) => part !== '').join('.');
}

export function namesOf(names: Names | undefined, id: string): Bilingual {
  return { zh: names?.zh ?? names?.en ?? id, en: names?.en ?? id };
}

/** The keys of items come from outside and may hold any of the marks; ids and years cannot, so the path is read from both ends. */
function placeOf(path: string): FactPlace {
  const open = path.indexOf('[');
  const close = path.lastIndexOf(']');
  if (open < 0 || close < open) return path.includes('@') ? fieldPlace(path) : { field: path };
  const owner = { list: path.slice(0, open), item: path.slice(open + 1, close) };
  return close === path.length - 1 ? owner : { ...owner, ...fieldPlace(path.slice(close + 2)) };
}

function fieldPlace(path: string): FactPlace {
  const at = path.lastIndexOf('@');
  return at < 0 ? { field: path } : { field: path.slice(0, at), year: path.slice(at + 1) };
}

function fieldOf(fields: readonly FieldIr[], id: string): FieldIr | undefined {
  return fields.find((field) => field.id === id);
}

function withYear({ zh, en }: Bilingual, year: string | undefined): Bilingual {
  if (year === undefined) return { zh, en };
  // Of a dated parameter it is a day.
  return { zh: `${zh}（${year}${year.includes('-') ? '' : '年'}）`, en: `${en} (${year})` };
}

function itemNames({ zh, en }: Bilingual, item: string | undefined): Bilingual {
  if (item === undefined) return { zh, en };
  const position = /^#(\d+)$/.exec(item)?.[1];
  return position === undefined
    ? { zh: `${zh} ${item}`, en: `${en} ${item}` }
    : { zh: `第 ${position} 个${zh}`, en: `${en} no. ${position}` };
}
