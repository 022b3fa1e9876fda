/** R23: which inherited examples touch a change, so that they prove nothing any more. */
import type { Declaration, ExampleDeclaration, PolicyFile, Reference } from '../../grammar/ast.ts';
import type { Names } from '../resolve/names.ts';
import { formsOf, type PolicySymbol } from '../resolve/symbol.ts';
import { declarationsOf } from '../walk.ts';
import { referencesIn } from './tree-nodes.ts';

/** One unit of change: a declaration, or a field of the applicant. */
type Unit = Exclude<Declaration, { kind: 'FactsDeclaration' | 'PolicyHead' | 'ExampleDeclaration' }> | Field;
type Field = Extract<Declaration, { kind: 'FactsDeclaration' }>['fields'][number];

export interface Adaptation {
  readonly base: PolicyFile;
  /** Of the base. */
  readonly names: Names;
  readonly adapted: PolicyFile;
  /** A line of the head that bears on every clause was changed. */
  readonly headChanged: boolean;
  /** Whether some day of the year that an example asks about is in force in the adapted policy. */
  readonly isInForce: (example: ExampleDeclaration) => boolean;
}

/** The inherited examples that name something changed, or ask for a result that could be another now. */
export function touchedExamples(adaptation: Adaptation): readonly ExampleDeclaration[] {
  const { base, names, adapted, headChanged, isInForce } = adaptation;
  const changed = changedUnits(base, adapted);
  const affected = affectedUnits(adaptation, changed);
  const clauses = [base, adapted].flatMap((file) =>
    declarationsOf(file, 'ClauseDeclaration').map(({ name }) => valueKey(name.id)),
  );
  const inherited = new Set(declarationsOf(base, 'ExampleDeclaration'));
  return declarationsOf(adapted, 'ExampleDeclaration').filter((example) => {
    if (!inherited.has(example)) return false;
    if (headChanged || !isInForce(example)) return true;
    if (referencesIn(example).some((one) => isTouched(names, one, changed))) return true;
    return example.lines.some((line) => {
      if (line.kind !== 'ExpectLine') return false;
      if (line.target.kind === 'total') return clauses.some((key) => affected.has(key));
      return isTouched(names, line.target.clause, affected);
    });
  });
}

function isTouched(names: Names, reference: Reference, keys: ReadonlySet<string>): boolean {
  const symbol = names.used.get(reference);
  const key = symbol === undefined ? undefined : unitOf(symbol);
  return key !== undefined && keys.has(key);
}

function changedUnits(base: PolicyFile, adapted: PolicyFile): ReadonlySet<string> {
  const before = unitsIn(base);
  const after = unitsIn(adapted);
  const keys = [...before.keys(), ...after.keys()];
  return new Set(keys.filter((key) => before.get(key) !== after.get(key)));
}

/** What is changed, and all that reads it, through blocks too: members of a block share what becomes of one of them. */
function affectedUnits({ names, adapted }: Adaptation, changed: ReadonlySet<string>): ReadonlySet<string> {
  const units = unitsIn(adapted);
  const readers = new Map<string, string[]>();
  const reads = (key: string, reader: string) => {
    const known = readers.get(key);
    if (known === undefined) readers.set(key, [reader]);
    else known.push(reader);
  };
  const clauses = clauseKeys(units);
  for (const [key, unit] of units) {
    for (const reference of referencesIn(unit)) {
      const symbol = names.used.get(reference);
      const read = symbol === undefined ? undefined : unitOf(symbol);
      if (read !== undefined) reads(read, key);
    }
    if (unit.kind !== 'BlockDeclaration') continue;
    for (const { text } of unit.block.members) {
      const member = clauses.get(text) ?? valueKey(text);
      reads(key, member);
      reads(member, key);
    }
  }
  const affected = new Set(changed);
  for (const key of affected) for (const reader of readers.get(key) ?? []) affected.add(reader);
  return affected;
}

/** A block of the adapting policy names its members in its own words. */
function clauseKeys(units: ReadonlyMap<string, Unit>): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const [key, unit] of units)
    if (unit.kind === 'ClauseDeclaration') for (const form of formsOf(unit.name)) keys.set(form, key);
  return keys;
}

function unitsIn(file: PolicyFile): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>();
  for (const declaration of file.declarations) {
    if (declaration.kind === 'FactsDeclaration')
      for (const field of declaration.fields)
        units.set(field.kind === 'ListDeclaration' ? `lists:${field.name.id}` : valueKey(field.name.id), field);
    else if (declaration.kind === 'UnitDeclaration') units.set(`units:${declaration.name.id}`, declaration);
    else if (declaration.kind === 'ReadingDeclaration') units.set(`readings:${declaration.name.id}`, declaration);
    else if (declaration.kind === 'BlockDeclaration') units.set(`blocks:${declaration.name.id}`, declaration);
    else if (declaration.kind !== 'PolicyHead' && declaration.kind !== 'ExampleDeclaration')
      units.set(valueKey(declaration.name.id), declaration);
  }
  return units;
}

function valueKey(id: string): string {
  return `values:${id}`;
}

/** The unit that declares a symbol. */
function unitOf(symbol: PolicySymbol): string | undefined {
  switch (symbol.kind) {
    case 'subject':
    case 'matter':
      return undefined;
    case 'list':
      return `lists:${symbol.name.id}`;
    case 'itemField':
      return `lists:${symbol.list.name.id}`;
    case 'option':
      return unitOf(symbol.owner);
    case 'unit':
      return `units:${symbol.name.id}`;
    case 'reading':
      return `readings:${symbol.name.id}`;
    case 'choice':
      return unitOf(symbol.reading);
    case 'block':
      return `blocks:${symbol.name.id}`;
    case 'label':
      return unitOf(symbol.clause);
    default:
      return valueKey(symbol.name.id);
  }
}
