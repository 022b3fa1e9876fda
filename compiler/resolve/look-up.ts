import type { Report } from '../../diagnostics/diagnostic.ts';
import {
  AmbiguousName,
  DefinitionOfTwoLists,
  ItemFieldOutside,
  UnknownName,
  WrongKindOfName,
} from '../../diagnostics/names.ts';
import { nearNames } from '../../diagnostics/near-names.ts';
import { type Term, terms } from '../../diagnostics/terms.ts';
import type { Reference } from '../../grammar/ast.ts';
import { inScriptOf, isHan, type Scopes, type Space } from './scope.ts';
import type {
  ClauseSymbol,
  DefinitionSymbol,
  ItemFieldSymbol,
  ListSymbol,
  PolicySymbol,
  SubjectSymbol,
} from './symbol.ts';

/** State of one run of `resolve`. */
export interface Resolving {
  readonly scopes: Scopes;
  readonly anywhere: ReadonlyMap<string, readonly PolicySymbol[]>;
  readonly subject: SubjectSymbol | undefined;
  readonly used: Map<Reference, PolicySymbol>;
  readonly itemDefinitions: Map<DefinitionSymbol, ListSymbol>;
  /** Lists whose items a clause reads without having one at hand: told once. */
  readonly outside: Map<ClauseSymbol, Set<ListSymbol>>;
  /** Names whose declaration could not be read, which was told. */
  readonly lost: ReadonlySet<string>;
  readonly report: Report;
  /** Unknown names so far: looking for near ones takes time, and after some dozens nobody reads on. */
  readonly unknown: Set<string>;
}

/** Where a name stands. */
export interface Context {
  /** Lists whose current item is at hand, innermost first. */
  readonly items: readonly ListSymbol[];
  /** A line that acts per item, so that something was, or was not, paid for this one. A total over a list does not. */
  readonly perItem?: true;
  readonly clause?: ClauseSymbol;
  /** The list that the clause goes through: lines on all its items may put them in order. */
  readonly goneThrough?: ListSymbol;
  /** Inside a definition, which takes its item from wherever it is used. */
  readonly definition?: DefinitionSymbol;
}

export type Kind = PolicySymbol['kind'];

/** A name that can only stand for one kind of thing. */
export function lookUp<S extends PolicySymbol>(
  state: Resolving,
  space: Space<S>,
  reference: Reference,
  ...wanted: readonly Kind[]
): S | undefined {
  const symbol = space.get(reference.text);
  if (symbol === undefined) {
    reportUnknown(state, reference, wanted, () => [...space.keys()]);
    return undefined;
  }
  if (!wanted.includes(symbol.kind)) {
    reportWrongKind(state, reference, symbol, wanted);
    return undefined;
  }
  state.used.set(reference, symbol);
  return symbol;
}

const valueKinds: readonly Kind[] = ['fact', 'parameter', 'definition'];

/** A bare name in an expression: a field of an item at hand, or what the policy declares. R20: never silently one of two. */
export function lookUpValue(state: Resolving, reference: Reference, context: Context): PolicySymbol | undefined {
  const text = reference.text;
  const value = state.scopes.values.get(text);
  let only: PolicySymbol | undefined = value;
  if (context.items.length > 0) {
    const fields = context.items.flatMap((list) => state.scopes.fieldsOf.get(list)?.get(text) ?? []);
    const found: readonly PolicySymbol[] = value === undefined ? fields : [...fields, value];
    if (found.length > 1) return reportAmbiguous(state, reference, found);
    only = found[0];
  }
  only ??= fieldForDefinition(state, reference, context);
  if (only === undefined) return undefined;
  if (only.kind === 'definition') return useDefinition(state, reference, only, context);
  state.used.set(reference, only);
  return only;
}

/** A definition stands apart from any item: the field it names says of which list it speaks. */
function fieldForDefinition(state: Resolving, reference: Reference, context: Context): PolicySymbol | undefined {
  const bearers = state.anywhere.get(reference.text) ?? [];
  const fields = bearers.filter((symbol) => symbol.kind === 'itemField');
  const first = fields[0];
  if (first === undefined) {
    const known = () => [...state.scopes.values.keys(), ...context.items.flatMap((list) => fieldForms(state, list))];
    reportUnknown(state, reference, valueKinds, known);
    return undefined;
  }
  if (context.definition === undefined) {
    reportOutside(state, reference, first.list, isFigure(first), context);
    return undefined;
  }
  if (fields.length > 1) return reportAmbiguous(state, reference, fields);
  return bindDefinition(state, reference, context.definition, first.list) ? first : undefined;
}

function fieldForms(state: Resolving, list: ListSymbol): readonly string[] {
  return [...(state.scopes.fieldsOf.get(list)?.keys() ?? [])];
}

function useDefinition(
  state: Resolving,
  reference: Reference,
  definition: DefinitionSymbol,
  context: Context,
): PolicySymbol | undefined {
  state.used.set(reference, definition);
  const list = state.itemDefinitions.get(definition);
  if (list !== undefined) requireItem(state, reference, list, context);
  return definition;
}

/** `company's x`: what the policy declares. A definition that speaks of an item is not the applicant's. R20. */
export function lookUpOfSubject(state: Resolving, reference: Reference): void {
  const found = lookUp(state, state.scopes.values, reference, ...valueKinds);
  const list = found?.kind === 'definition' ? state.itemDefinitions.get(found) : undefined;
  if (found === undefined || list === undefined) return;
  state.used.delete(reference);
  reportWrongKind(state, reference, found, valueKinds, list);
}

/** Checks that an item of `list` is at hand; a definition takes on the demand. */
export function requireItem(state: Resolving, reference: Reference, list: ListSymbol, context: Context): boolean {
  if (context.items.includes(list)) return true;
  if (context.definition !== undefined) return bindDefinition(state, reference, context.definition, list);
  reportOutside(state, reference, list, false, context);
  return false;
}

function bindDefinition(
  state: Resolving,
  reference: Reference,
  definition: DefinitionSymbol,
  list: ListSymbol,
): boolean {
  const bound = state.itemDefinitions.get(definition);
  if (bound === undefined) state.itemDefinitions.set(definition, list);
  if (bound === undefined || bound === list) return true;
  const shown = (symbol: PolicySymbol) => inScriptOf(symbol.name, reference.text);
  const parameters = { name: shown(definition), first: shown(bound), second: shown(list) };
  state.report(DefinitionOfTwoLists, { span: reference.span }, parameters);
  return false;
}

function isFigure({ declaration }: ItemFieldSymbol): boolean {
  return !['BooleanType', 'ChoiceType', 'ChoicesType', 'TextType'].includes(declaration.type.kind);
}

/** Once for a clause: what it lacks is one `for each`. */
function reportOutside(
  state: Resolving,
  reference: Reference,
  list: ListSymbol,
  asFigure: boolean,
  { clause }: Context,
): void {
  if (clause !== undefined) {
    const told = state.outside.get(clause) ?? new Set();
    if (told.has(list) || isHeadUnread(state, clause)) return;
    state.outside.set(clause, told.add(list));
  }
  const parameters = { name: reference.text, list: inScriptOf(list.name, reference.text), isFigure: asFigure };
  state.report(ItemFieldOutside, { span: reference.span }, parameters);
}

/** The list that the clause goes through may stand where it could not be read, or under a name that was told to be unknown. */
function isHeadUnread(state: Resolving, { name, declaration: { each } }: ClauseSymbol): boolean {
  return name.id === '' || state.lost.has(name.id) || (each !== undefined && !state.used.has(each.list));
}

function reportAmbiguous(state: Resolving, reference: Reference, found: readonly PolicySymbol[]): undefined {
  const owners = found.map((symbol) => inScriptOf(ownerName(state, symbol), reference.text));
  const notes = found.map((symbol) => ({
    span: symbol.name.span,
    text: { zh: '一个在这里', en: 'one of them is here' },
  }));
  state.report(AmbiguousName, { span: reference.span }, { name: reference.text, owners }, notes);
  return undefined;
}

function ownerName(state: Resolving, symbol: PolicySymbol) {
  if (symbol.kind === 'itemField') return symbol.list.name;
  return state.subject?.name ?? symbol.name;
}

function reportUnknown(
  state: Resolving,
  reference: Reference,
  wanted: readonly Kind[],
  known: () => readonly string[],
): void {
  if (state.lost.has(reference.text) || state.unknown.has(reference.text)) return;
  const bearers = state.anywhere.get(reference.text) ?? [];
  const elsewhere = bearers.find((symbol) => !wanted.includes(symbol.kind) || symbol.kind === 'option');
  if (elsewhere !== undefined) {
    reportWrongKind(state, reference, elsewhere, wanted);
    return;
  }
  state.unknown.add(reference.text);
  const candidates = state.unknown.size > mostSuggestions ? [] : known();
  const near = nearNames(reference.text, candidates);
  // It may be what a line that could not be read should have declared.
  if (near.length === 0 && state.lost.size > 0) return;
  const parameters = { name: reference.text, wanted: termsOf(wanted), near, all: few(candidates, reference.text) };
  state.report(UnknownName, { span: reference.span }, parameters);
}

const mostSuggestions = 30;

/** A handful can be told; a list of everything helps nobody. */
function few(known: readonly string[], written: string): readonly string[] {
  const alike = known.filter((name) => isHan(name) === isHan(written));
  return alike.length <= 6 ? alike : [];
}

/** `itemOf`: the list of whose items a definition speaks, where the applicant's own is wanted. */
function reportWrongKind(
  state: Resolving,
  reference: Reference,
  symbol: PolicySymbol,
  wanted: readonly Kind[],
  itemOf?: ListSymbol,
): void {
  const hint = itemOf === undefined ? hintFor(reference.text, symbol) : bareName(reference.text);
  const is = describe(symbol, reference.text, itemOf);
  const needed = itemOf === undefined ? termsOf(wanted) : [ownValue];
  const parameters = { name: reference.text, is, wanted: needed };
  const notes = [{ span: symbol.name.span, text: { zh: '声明在这里', en: 'it is declared here' } }];
  state.report(
    WrongKindOfName,
    { span: reference.span },
    hint === undefined ? parameters : { ...parameters, hint },
    notes,
  );
}

function termsOf(kinds: readonly Kind[]): readonly Term[] {
  return kinds.map((kind) => terms[kind]);
}

/** Says whose field, option or choice it is. */
function describe(symbol: PolicySymbol, written: string, itemOf?: ListSymbol): Term {
  const owner =
    itemOf !== undefined
      ? itemOf
      : symbol.kind === 'itemField'
        ? symbol.list
        : symbol.kind === 'option'
          ? symbol.owner
          : symbol.kind === 'choice'
            ? symbol.reading
            : undefined;
  const term = terms[symbol.kind];
  if (owner === undefined) return term;
  const name = inScriptOf(owner.name, written);
  const bare =
    symbol.kind === 'choice' ? { zh: '选项', en: 'choice' } : symbol.kind === 'itemField' ? terms.fact : term;
  return { zh: `“${name}”的${bare.zh}`, en: `${bare.en} of “${name}”` };
}

const ownValue: Term = { zh: '申报主体自己的值', en: 'value of the applicant' };

function bareName(name: string): Term {
  return { zh: `每一项各有一个；只写“${name}”`, en: `each item has its own; write “${name}” alone` };
}

function hintFor(name: string, symbol: PolicySymbol): Term | undefined {
  switch (symbol.kind) {
    case 'itemField': {
      const list = inScriptOf(symbol.list.name, name);
      return {
        zh: `写“${list} 之 ${name}”，并放在“逐个 ${list}”之内`,
        en: `write “${list}'s ${name}”, inside “for each ${list}”`,
      };
    }
    case 'option': {
      const owner = inScriptOf(symbol.owner.name, name);
      return {
        zh: `要判断它，写“${owner} 包含 ${name}”或“${owner} 为 ${name}”`,
        en: `to test for it, write “${owner} includes ${name}” or “${owner} is ${name}”`,
      };
    }
    case 'list':
      return {
        zh: `要汇总它，写“各 ${name} 的 … 合计”或“各 ${name} 的 个数”`,
        en: `to sum it up, write “total of … over each ${name}” or “count of ${name}”`,
      };
    case 'reading':
    case 'choice':
      return {
        zh: '按口径取不同的写法，用“按口径 … { … }”',
        en: 'to take different texts under a reading, use “by reading … { … }”',
      };
    default:
      return undefined;
  }
}
