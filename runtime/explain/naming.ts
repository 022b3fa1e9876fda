/** The drafter's words for what an assessment calls by id and path. */
import { declaredUnit, unitNamesOf, unitText } from '../compound.ts';
import type { ClauseIr, Expr, ExprTypeIr, FieldIr, ListIr, OptionIr, PolicyIr, ReadingIr } from '../ir.ts';
import type { Cause } from '../value.ts';
import { wording } from './explained-value.ts';
import type { ExplainedCause, Unit, Wording } from './explanation.ts';

export interface Naming {
  readonly field: (id: string, list: string | undefined) => FieldIr | undefined;
  readonly list: (id: string) => ListIr | undefined;
  readonly clause: (id: string) => ClauseIr | undefined;
  readonly clauseName: (clause: ClauseIr) => Wording;
  readonly reading: (id: string) => ReadingIr | undefined;
  readonly block: (id: string) => Wording;
  readonly fact: (path: string) => Wording;
  readonly cause: (cause: Cause) => ExplainedCause;
  readonly unit: (type: ExprTypeIr) => Unit;
  /** The options that an expression's value may hold, by id. */
  readonly options: (expression: Expr) => ReadonlyMap<string, OptionIr>;
}

/** Tables of one policy's names, made once: many subjects are explained under one policy. */
export function naming(ir: PolicyIr): Naming {
  const known = made.get(ir) ?? makeNaming(ir);
  made.set(ir, known);
  return known;
}

const made = new WeakMap<PolicyIr, Naming>();

/** Maps, since ids come from outside. */
function makeNaming(ir: PolicyIr): Naming {
  const fields = new Map(ir.fields.map((field) => [field.id, field]));
  const lists = new Map(
    ir.lists.map((list) => [list.id, { list, fields: new Map(list.fields.map((field) => [field.id, field])) }]),
  );
  const clauses = new Map(ir.clauses.map((clause) => [clause.id, clause]));
  const readings = new Map(ir.readings.map((reading) => [reading.id, reading]));
  const blocks = new Map(ir.blocks.map((block) => [block.id, wording(block.names)]));
  const units = unitNamesOf(ir.units);

  const fact = (path: string): Wording => {
    const { list, key, field, year } = factPath(path);
    const declared = list === undefined ? fields.get(field) : lists.get(list)?.fields.get(field);
    const named =
      declared === undefined ? wording(lists.get(field)?.list.names ?? { en: field }) : wording(declared.names);
    const dated = year === undefined ? named : { zh: `${named.zh}（${timeInZh(year)}）`, en: `${named.en} (${year})` };
    if (list === undefined) return dated;
    const owner = itemPrefix(wording(lists.get(list)?.list.names ?? { en: list }), key ?? '');
    return { zh: `${owner.zh}${dated.zh}`, en: `${owner.en}${dated.en}` };
  };

  const clauseNames = new Map(ir.clauses.map((clause) => [clause.id, Object.freeze(wording(clause.names))]));
  const titleOf = (id: string): Wording => {
    const names = clauses.get(id)?.names;
    return names === undefined ? { zh: id, en: id } : { zh: names.zh === undefined ? id : `${id} ${names.zh}`, en: id };
  };

  const causes = new Map<Cause, ExplainedCause>();
  /** What names no item is the same for many applicants. */
  const cause = (text: Cause): ExplainedCause => {
    const known = causes.get(text);
    if (known !== undefined) return known;
    const told = tellCause(text);
    if (text.includes('[') || causes.size >= mostCauses) return told;
    causes.set(text, Object.freeze({ ...told, names: Object.freeze(told.names) }));
    return causes.get(text)!;
  };

  const tellCause = (text: Cause): ExplainedCause => {
    const colon = text.indexOf(':');
    const kind = text.slice(0, colon) as ExplainedCause['kind'];
    const path = text.slice(colon + 1);
    return { kind, path, names: kind === 'missing' ? fact(path) : itemOf(path, titleOf) };
  };

  const unit = (type: ExprTypeIr): Unit => {
    switch (type.kind) {
      case 'money':
        return { kind: 'money', currency: type.currency };
      case 'quantity':
        return { kind: 'quantity', unit: type.unit, names: declaredUnit(type.unit, units) };
      case 'duration':
        return { kind: 'duration', unit: type.unit };
      case 'count': {
        if (type.unit === undefined) return { kind: 'count' };
        return { kind: 'counted', unit: type.unit, names: declaredUnit(type.unit, units) };
      }
      case 'compound':
        return {
          kind: 'compound',
          share: type.share,
          over: type.over.map((one) => unitText(one, units)),
          per: type.per.map((one) => unitText(one, units)),
        };
      case 'boolean':
        return { kind: 'truth' };
      case 'choice':
      case 'choices':
        return { kind: 'options' };
      default:
        return { kind: type.kind };
    }
  };

  const field: Naming['field'] = (id, list) => (list === undefined ? fields.get(id) : lists.get(list)?.fields.get(id));

  const optionsOfFields = new Map<FieldIr | undefined, ReadonlyMap<string, OptionIr>>();
  const options = (expression: Expr): ReadonlyMap<string, OptionIr> => {
    if (expression.kind === 'switch') return new Map(expression.cases.flatMap(({ value }) => [...options(value)]));
    const declared = expression.kind === 'fact' ? field(expression.field, expression.owner) : undefined;
    const known = optionsOfFields.get(declared) ?? optionsById(declared);
    optionsOfFields.set(declared, known);
    return known;
  };

  return {
    field,
    list: (id) => lists.get(id)?.list,
    clause: (id) => clauses.get(id),
    clauseName: ({ id, names }) => clauseNames.get(id) ?? wording(names),
    reading: (id) => readings.get(id),
    block: (id) => blocks.get(id) ?? { zh: id, en: id },
    fact,
    cause,
    unit,
    options,
  };
}

/** Causes of one policy that are kept. */
const mostCauses = 4096;

/** A year, or of a dated parameter the day asked. */
function timeInZh(time: string): string {
  return time.includes('-') ? time : `${time}年`;
}

/** Stands before the name of an item's fact: `项目 P1 的 `, `project P1: `. */
export function itemPrefix(list: Wording, key: string): Wording {
  return { zh: `${list.zh} ${key} 的 `, en: `${list.en} ${key}: ` };
}

function optionsById(field: FieldIr | undefined): ReadonlyMap<string, OptionIr> {
  const type = field?.type;
  const options = type?.kind === 'choice' || type?.kind === 'choices' ? type.options : [];
  return new Map(options.map((option) => [option.id, option]));
}

/** `CLAUSE` or `CLAUSE[ITEM]`. */
function itemOf(path: string, clauseName: (id: string) => Wording): Wording {
  const bracket = path.indexOf('[');
  if (bracket < 0) return clauseName(path);
  const names = clauseName(path.slice(0, bracket));
  const key = path.slice(bracket + 1, -1);
  return { zh: `${names.zh} ${key}`, en: `${names.en} ${key}` };
}

/** `field`, `field@2023`, `list[KEY].field`, `list[KEY].field@2023`. A key may hold any character, so the brackets are taken from both ends. */
function factPath(path: string): {
  readonly list?: string;
  readonly key?: string;
  readonly field: string;
  readonly year?: string;
} {
  const open = path.indexOf('[');
  const close = path.lastIndexOf('].');
  const owned = open > 0 && close > open;
  const own = owned ? path.slice(close + 2) : path;
  const at = own.lastIndexOf('@');
  const field = at < 0 ? own : own.slice(0, at);
  return {
    field,
    ...(at < 0 ? {} : { year: own.slice(at + 1) }),
    ...(owned ? { list: path.slice(0, open), key: path.slice(open + 1, close) } : {}),
  };
}
