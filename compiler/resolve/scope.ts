import type { Bilingual } from '../../diagnostics/diagnostic.ts';
import type { Name } from '../../grammar/ast.ts';
import type {
  BlockSymbol,
  ChoiceSymbol,
  ClauseSymbol,
  DefinitionSymbol,
  FactSymbol,
  FieldSymbol,
  ItemFieldSymbol,
  LabelSymbol,
  ListSymbol,
  OptionSymbol,
  ParameterSymbol,
  PolicySymbol,
  ReadingSymbol,
  SubjectSymbol,
  UnitSymbol,
} from './symbol.ts';

/** From every form of a name to its symbol. A Map, so that no name from outside meets a prototype. */
export type Space<S extends PolicySymbol> = Map<string, S>;

export type ValueSymbol = FactSymbol | ParameterSymbol | DefinitionSymbol | ClauseSymbol;
export type OwnerSymbol = SubjectSymbol | ListSymbol;

/**
 * All declared names, by the place where they can stand. Spaces keep apart what no place confuses: a clause may be called 标准 although
 * a list is, since a list never stands where a clause can.
 */
export interface Scopes {
  /** What can stand bare in an expression. */
  readonly values: Space<ValueSymbol>;
  readonly owners: Space<OwnerSymbol>;
  readonly units: Space<UnitSymbol>;
  readonly readings: Space<ReadingSymbol>;
  readonly blocks: Space<BlockSymbol>;
  readonly fieldsOf: Map<ListSymbol, Space<ItemFieldSymbol>>;
  readonly optionsOf: Map<FieldSymbol, Space<OptionSymbol>>;
  readonly choicesOf: Map<ReadingSymbol, Space<ChoiceSymbol>>;
  readonly labelsOf: Map<ClauseSymbol, Space<LabelSymbol>>;
}

export function newScopes(): Scopes {
  return {
    values: new Map(),
    owners: new Map(),
    units: new Map(),
    readings: new Map(),
    blocks: new Map(),
    fieldsOf: new Map(),
    optionsOf: new Map(),
    choicesOf: new Map(),
    labelsOf: new Map(),
  };
}

/** A name in the script the author used at the place of the message. */
export function inScriptOf(name: Name, written: string): string {
  return isHan(written) ? (name.zh ?? name.id) : name.id;
}

export function isHan(text: string): boolean {
  return /[\u3400-\u9fff]/.test(text);
}

/** A name as each language of messages shows it. */
export function bothNames(name: Name): Bilingual {
  return { zh: name.zh ?? name.id, en: name.id };
}

/** Every form that is declared anywhere, with all that bear it: for definitions, and for messages that know better than "unknown". */
export function indexOf(scopes: Scopes): ReadonlyMap<string, readonly PolicySymbol[]> {
  const spaces: readonly Space<PolicySymbol>[] = [
    scopes.values,
    ...scopes.fieldsOf.values(),
    scopes.owners,
    ...scopes.optionsOf.values(),
    scopes.units,
    scopes.readings,
    ...scopes.choicesOf.values(),
    scopes.blocks,
    ...scopes.labelsOf.values(),
  ] as readonly Space<PolicySymbol>[];
  const index = new Map<string, PolicySymbol[]>();
  for (const space of spaces)
    for (const [form, symbol] of space) {
      const bearers = index.get(form);
      if (bearers === undefined) index.set(form, [symbol]);
      else bearers.push(symbol);
    }
  return index;
}
