import type { Bilingual, Note, Report } from '../../diagnostics/diagnostic.ts';
import { StillUsed } from '../../diagnostics/sharing.ts';
import type { Span } from '../../diagnostics/span.ts';
import { terms } from '../../diagnostics/terms.ts';
import type { Declaration, PolicyFile, Reference } from '../../grammar/ast.ts';
import { declare } from '../resolve/declare.ts';
import type { Names } from '../resolve/names.ts';
import { bothNames } from '../resolve/scope.ts';
import { formsOf, type PolicySymbol } from '../resolve/symbol.ts';
import { referencesIn } from './tree-nodes.ts';

/** What tells two symbols apart over two trees: kind, whose it is, and id. */
export function symbolKey(symbol: PolicySymbol): string {
  return JSON.stringify([symbol.kind, ownerId(symbol), symbol.name.id]);
}

function ownerId(symbol: PolicySymbol): string {
  switch (symbol.kind) {
    case 'itemField':
      return symbol.list.name.id;
    case 'option':
      return symbolKey(symbol.owner);
    case 'choice':
      return symbol.reading.name.id;
    case 'label':
      return symbol.clause.name.id;
    default:
      return '';
  }
}

/** What the base declares and the adapted policy does not. */
export function goneSymbols(base: Names, adapted: PolicyFile): readonly PolicySymbol[] {
  const kept = new Set(declare(adapted, () => undefined).symbols.map(symbolKey));
  return base.symbols.filter((symbol) => symbol.kind !== 'subject' && !kept.has(symbolKey(symbol)));
}

/**
 * R23: a dangling reference is an error at what was taken away, with all its users; examples are told apart from it (touched examples).
 * `at` says where a symbol was omitted or replaced. Gives every form of the gone names, so that nobody tells them again.
 */
export function tellStillUsed(
  gone: readonly PolicySymbol[],
  base: Names,
  adapted: PolicyFile,
  at: (symbol: PolicySymbol) => Span,
  report: Report,
): ReadonlySet<string> {
  const byKey = new Map(gone.map((symbol) => [symbolKey(symbol), symbol]));
  const byForm = new Map(gone.flatMap((symbol) => formsOf(symbol.name).map((form) => [form, symbol] as const)));
  const users = new Map<string, { readonly reference: Reference; readonly declaration: Declaration }[]>();
  for (const declaration of adapted.declarations) {
    if (declaration.kind === 'ExampleDeclaration') continue;
    for (const reference of referencesIn(declaration)) {
      // A name in the new text was not resolved with the base.
      const symbol = base.used.get(reference) ?? byForm.get(reference.text);
      const key = symbol === undefined ? undefined : symbolKey(symbol);
      if (key !== undefined && byKey.has(key)) users.set(key, [...(users.get(key) ?? []), { reference, declaration }]);
    }
  }
  for (const [key, uses] of users) {
    const symbol = byKey.get(key)!;
    // An omitted list or reading says it for its fields and choices.
    if (isWithinGone(symbol, byKey)) continue;
    const parameters = { name: bothNames(symbol.name), term: terms[symbol.kind], users: distinct(uses.map(userOf)) };
    report(StillUsed, { span: at(symbol) }, parameters, uses.slice(0, mostNotes).map(noteOf));
  }
  return new Set(byForm.keys());
}

const mostNotes = 8;

function isWithinGone(symbol: PolicySymbol, gone: ReadonlyMap<string, PolicySymbol>): boolean {
  switch (symbol.kind) {
    case 'itemField':
      return gone.has(symbolKey(symbol.list));
    case 'option':
      return gone.has(symbolKey(symbol.owner));
    case 'choice':
      return gone.has(symbolKey(symbol.reading));
    case 'label':
      return gone.has(symbolKey(symbol.clause));
    default:
      return false;
  }
}

function userOf({ declaration }: { readonly declaration: Declaration }): Bilingual {
  return declaration.kind === 'ExampleDeclaration'
    ? { zh: declaration.title.value, en: declaration.title.value }
    : bothNames(declaration.name);
}

function distinct(users: readonly Bilingual[]): readonly Bilingual[] {
  return users.filter(({ en }, index) => users.findIndex((other) => other.en === en) === index);
}

function noteOf({ reference }: { readonly reference: Reference }): Note {
  return { span: reference.span, text: { zh: '用在这里', en: 'it is used here' } };
}
