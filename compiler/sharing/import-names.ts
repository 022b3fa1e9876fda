/**
 * R23: the names that an import lends: units, parameters, and definitions made of these alone. Facts are the applicant's answers to one
 * policy, readings are questions about one source, clauses pay: whoever wants these adapts the policy. No name is lent on.
 */

import type { Report } from '../../diagnostics/diagnostic.ts';
import { ImportUnused, NotShared, PrefixTaken } from '../../diagnostics/linked-texts.ts';
import { nearNames } from '../../diagnostics/near-names.ts';
import type {
  Definition,
  ImportDeclaration,
  Name,
  ParameterDeclaration,
  PolicyFile,
  Reference,
  UnitDeclaration,
} from '../../grammar/ast.ts';
import type { Names } from '../resolve/names.ts';
import { isHan } from '../resolve/scope.ts';
import { formsOf, type PolicySymbol } from '../resolve/symbol.ts';
import type { CheckedText } from './read-policy.ts';
import { substitute } from './substitute.ts';
import { referencesIn } from './tree-nodes.ts';

type Lent = ParameterDeclaration | UnitDeclaration | Definition;

/** The declarations of a checked text that may be lent, its own alone. */
export function lentBy({ file, names, stretch }: CheckedText): readonly Lent[] {
  const known = new Map<PolicySymbol, boolean>();
  return file.declarations.filter(
    (one): one is Lent =>
      isLentKind(one) && stretch.start <= one.span.start && one.span.end <= stretch.end && isClosed(one, names, known),
  );
}

function isLentKind({ kind }: PolicyFile['declarations'][number]): boolean {
  return kind === 'ParameterDeclaration' || kind === 'UnitDeclaration' || kind === 'Definition';
}

/** Whether nothing but units, parameters and definitions of these stands in it. */
function isClosed(declaration: object, names: Names, known: Map<PolicySymbol, boolean>): boolean {
  return referencesIn(declaration).every((reference) => {
    const symbol = names.used.get(reference);
    if (symbol === undefined) return false;
    if (symbol.kind === 'option') return symbol.owner.kind === 'parameter';
    if (symbol.kind === 'unit' || symbol.kind === 'parameter') return true;
    if (symbol.kind !== 'definition') return false;
    const before = known.get(symbol);
    if (before !== undefined) return before;
    // A circle of definitions is told elsewhere; here it must only end.
    known.set(symbol, false);
    const closed = isClosed(symbol.declaration, names, known);
    known.set(symbol, closed);
    return closed;
  });
}

/** Every form under which a declaration can be written: prefix and name in one language. */
export function prefixed(prefix: Name, name: Name): Name {
  const id = `${prefix.id}.${name.id}`;
  const zh = `${prefix.zh ?? prefix.id}.${name.zh ?? name.id}`;
  const hant = `${prefix.hant ?? prefix.zh ?? prefix.id}.${name.hant ?? name.zh ?? name.id}`;
  return { ...name, id, ...(zh === id ? {} : { zh }), ...(hant === zh || hant === id ? {} : { hant }) };
}

export interface Import {
  readonly declaration: ImportDeclaration;
  readonly text: CheckedText;
}

/** What the text needs of its imports, under their prefixes, and the names that were told to be none of theirs. */
export interface Imported {
  readonly declarations: readonly Lent[];
  readonly lost: ReadonlySet<string>;
}

export function importNames(own: PolicyFile, imports: readonly Import[], report: Report): Imported {
  const declarations: Lent[] = [];
  const lost = new Set<string>();
  const taken = new Set<string>();
  const uses = referencesIn([own.declarations, own.amendments ?? []]);
  for (const { declaration, text } of imports) {
    const { prefix } = declaration;
    if (formsOf(prefix).some((form) => taken.has(form)))
      report(PrefixTaken, { span: prefix.span }, { prefix: prefix.zh ?? prefix.id });
    for (const form of formsOf(prefix)) taken.add(form);
    const mine = uses.filter(({ text: name }) => formsOf(prefix).some((form) => name.startsWith(`${form}.`)));
    const lent = lentBy(text);
    const needed = neededOf(mine, lent, prefix, text.names);
    if (mine.length === 0) report(ImportUnused, { span: prefix.span }, { prefix: prefix.zh ?? prefix.id });
    for (const use of mine) if (!isAmong(lent, prefix, use)) tellNotShared(use, declaration, lent, lost, report);
    declarations.push(...needed.map((one) => renamed(one, prefix, text.names)));
  }
  return { declarations, lost };
}

function isAmong(lent: readonly Lent[], prefix: Name, { text }: Reference): boolean {
  return lent.some(({ name }) => formsOf(prefixed(prefix, name)).includes(text));
}

/** Those that are named, and those that these are made of, in the order of their text. */
function neededOf(uses: readonly Reference[], lent: readonly Lent[], prefix: Name, names: Names): readonly Lent[] {
  const needed = new Set<object>(lent.filter((one) => uses.some((use) => isAmong([one], prefix, use))));
  for (const one of needed)
    for (const reference of referencesIn(one)) {
      const symbol = names.used.get(reference);
      if (symbol !== undefined && 'declaration' in symbol) needed.add(symbol.declaration);
    }
  return lent.filter((one) => needed.has(one));
}

/** A copy under the prefix, in which what it is made of goes under the prefix too. */
function renamed(declaration: Lent, prefix: Name, names: Names): Lent {
  const replaced = new Map<object, object>([[declaration.name, prefixed(prefix, declaration.name)]]);
  for (const reference of referencesIn(declaration)) {
    const symbol = names.used.get(reference);
    if (symbol !== undefined && symbol.kind !== 'option')
      replaced.set(reference, { ...reference, text: prefixed(prefix, symbol.name).id });
  }
  return substitute(declaration, { replaced, omitted: new Set(), anchors: new Map() }, () => undefined);
}

function tellNotShared(
  use: Reference,
  { path, prefix }: ImportDeclaration,
  lent: readonly Lent[],
  lost: Set<string>,
  report: Report,
): void {
  if (lost.has(use.text)) return;
  lost.add(use.text);
  const forms = lent.flatMap(({ name }) => formsOf(prefixed(prefix, name)));
  const nameOf = (text: string) => text.slice(text.indexOf('.'));
  const all = forms.filter((form) => isHan(nameOf(form)) === isHan(nameOf(use.text)));
  const near = nearNames(use.text, all);
  report(NotShared, { span: use.span }, { name: use.text, path: path.value, lent: near.length > 0 ? near : all });
}
