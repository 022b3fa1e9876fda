/**
 * R23: the tree of an adapting policy, from the checked tree of its base. Nothing of either is changed; lines that are taken over keep
 * their places in the base's text, so that everybody can tell whose they are.
 */
import type { Report } from '../../diagnostics/diagnostic.ts';
import { TooMuchLinked } from '../../diagnostics/linked-texts.ts';
import { ExamplesTouched } from '../../diagnostics/sharing.ts';
import type { Span } from '../../diagnostics/span.ts';
import type { Amendment, Declaration, ExampleDeclaration, PolicyFile, PolicyHead } from '../../grammar/ast.ts';
import { limits } from '../../grammar/limits.ts';
import type { Names } from '../resolve/names.ts';
import type { PolicySymbol } from '../resolve/symbol.ts';
import { type AdaptedHead, adaptHead } from './adapt-head.ts';
import { type Amending, newAmending } from './amending.ts';
import { addDeclaration, omit, replaceDeclaration, takeDeclaration } from './change-declarations.ts';
import { changeArticle, changeAuthority, changeFigure, tellUnanchored } from './change-figures.ts';
import { goneSymbols, tellStillUsed } from './gone-names.ts';
import { type Changes, substitute } from './substitute.ts';
import { touchedExamples } from './touched-examples.ts';

/** The base where it stands behind the adapting text, checked, with its names. */
export interface Base {
  readonly file: PolicyFile;
  readonly names: Names;
}

export interface Adapted {
  readonly file: PolicyFile;
  /** Lines, rows, definitions and blocks of the result that stood in the base with other figures, and where these were changed. */
  readonly changed: ReadonlyMap<object, Span>;
}

export function adapt(own: PolicyFile, base: Base, tell: Report): Adapted {
  let failed = false;
  const report: Report = (kind, place, parameters, notes) => {
    failed ||= kind.severity === 'error';
    tell(kind, place, parameters, notes);
  };
  const work = newAmending(base.file, report);
  const { amendments = [] } = own;
  const beyond = amendments[limits.amendments];
  if (beyond !== undefined)
    report(TooMuchLinked, { span: beyond.span }, { what: 'amendments', limit: limits.amendments });
  for (const amendment of amendments.slice(0, limits.amendments)) amend(work, amendment);
  for (const declaration of own.declarations) if (declaration.kind !== 'PolicyHead') takeDeclaration(work, declaration);
  tellUnanchored(work);
  const changed = new Map<object, Span>();
  const head = adaptHead(own, base.file, report);
  const declarations = merged(work, [work.replaced, work.reworded], head.declarations, (before, after) => {
    changed.set(after, work.changedAt.get(before)!.span);
  });
  const file: PolicyFile = { kind: 'PolicyFile', span: own.span, comments: [], declarations };
  const gone = goneSymbols(base.names, file);
  const at = (symbol: PolicySymbol) => placeOfChange(work, symbol) ?? head.place;
  const lost = tellStillUsed(gone, base.names, file, at, report);
  const touched = touchedIn(work, base, file, head);
  // What an unfinished adaptation touches is told when it is finished.
  if (touched.length > 0 && !work.omitsTouched && !failed) tellTouched(touched, head.place, report);
  const left = settled(declarations, base.file, new Set(touched), head.year);
  return { file: { ...file, lost: new Set([...lost, ...(own.lost ?? [])]), declarations: left }, changed };
}

function amend(work: Amending, amendment: Amendment): void {
  switch (amendment.kind) {
    case 'FigureChange':
      changeFigure(work, amendment);
      return;
    case 'ArticleChange':
      changeArticle(work, amendment);
      return;
    case 'AuthorityChange':
      changeAuthority(work, amendment);
      return;
    case 'Replacement':
      replaceDeclaration(work, amendment.declaration);
      return;
    case 'Addition':
      addDeclaration(work, amendment.declaration);
      return;
    case 'Omission':
      omit(work, amendment);
  }
}

// ── The tree ─────────────────────────────────────────────────────────────────

/** The declarations of the base with what became of them, then those that were added. */
function merged(
  work: Amending,
  replaced: readonly Changes['replaced'][],
  heads: readonly PolicyHead[],
  copied: (before: object, after: object) => void,
): readonly Declaration[] {
  const changes: Changes = {
    replaced: new Map(replaced.flatMap((one) => [...one])),
    omitted: new Set(work.omitted.keys()),
    anchors: work.anchors,
  };
  const kept = work.base.declarations.filter((one) => one.kind !== 'PolicyHead' && !work.omitted.has(one));
  const declarations = kept.map((one) => completed(work, one, substitute(one, changes, copied)));
  return [...heads, ...declarations, ...work.added];
}

/** Years that the base does not publish, and the article of a clause that cites none. */
function completed(work: Amending, before: Declaration, after: Declaration): Declaration {
  const cites = work.cites.get(before);
  if (after.kind === 'ParameterDeclaration' && before.kind === 'ParameterDeclaration') {
    const rows = work.rows.get(before);
    return rows === undefined ? after : { ...after, rows: [...after.rows, ...rows] };
  }
  if (cites === undefined) return after;
  if (after.kind === 'ClauseDeclaration') return { ...after, lines: [cites, ...after.lines] };
  return after.kind === 'BlockDeclaration' ? { ...after, cites } : after;
}

// ── Examples ─────────────────────────────────────────────────────────────────

/** What is worded anew and computes as before touches no example. */
function touchedIn(work: Amending, base: Base, file: PolicyFile, head: AdaptedHead): readonly ExampleDeclaration[] {
  const computing = merged({ ...work, cites: new Map() }, [work.replaced], head.declarations, () => undefined);
  return touchedExamples({
    base: base.file,
    names: base.names,
    adapted: { ...file, declarations: computing },
    headChanged: head.changed,
    isInForce: head.isInForce,
  });
}

function tellTouched(touched: readonly ExampleDeclaration[], span: Span, report: Report): void {
  const notes = touched.slice(0, mostNotes).map((example) => ({
    span: example.title.span,
    text: { zh: '问的是改动了的部分', en: 'it asks about what was changed' },
  }));
  report(ExamplesTouched, { span }, { titles: touched.map(({ title }) => title.value) }, notes);
}

const mostNotes = 8;

/** Touched examples are left out, told or not; the others ask about the year that they asked about in the base. */
function settled(
  declarations: readonly Declaration[],
  base: PolicyFile,
  touched: ReadonlySet<Declaration>,
  year: number,
): readonly Declaration[] {
  const inherited = new Set(base.declarations);
  return declarations
    .filter((one) => !touched.has(one))
    .map((one) => (one.kind === 'ExampleDeclaration' && inherited.has(one) ? { year, ...one } : one));
}

// ── Places ───────────────────────────────────────────────────────────────────

/** Where something of the base was omitted or replaced. */
function placeOfChange(work: Amending, symbol: PolicySymbol): Span | undefined {
  for (const node of bearersOf(symbol)) {
    const omitted = work.omitted.get(node);
    if (omitted !== undefined) return omitted;
    const other = work.replaced.get(node) as { readonly name?: { readonly span: Span } } | undefined;
    if (other?.name !== undefined) return other.name.span;
  }
  return undefined;
}

/** The declaration that is gone, and those it stood in. */
function bearersOf(symbol: PolicySymbol): readonly object[] {
  switch (symbol.kind) {
    case 'itemField':
      return [symbol.declaration, ...bearersOf(symbol.list)];
    case 'option':
      return bearersOf(symbol.owner);
    case 'choice':
      return bearersOf(symbol.reading);
    case 'label':
      return bearersOf(symbol.clause);
    default:
      return [symbol.declaration];
  }
}
