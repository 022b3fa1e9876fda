/** `set`: figures, articles and authorities of the base. */

import { nearNames } from '../../diagnostics/near-names.ts';
import {
  AmbiguousPath,
  AuthorityNotNamed,
  ChangedLineNotAnchored,
  ChangedTwice,
  OtherUnit,
  UnknownPath,
} from '../../diagnostics/sharing.ts';
import type {
  Anchor,
  ArticleChange,
  AuthorityChange,
  CitesLine,
  DateLiteral,
  FigureChange,
  ParameterDeclaration,
  ParameterRow,
} from '../../grammar/ast.ts';
import { keywordsOf } from '../../grammar/dictionary.ts';
import { printExpression } from '../../grammar/print.ts';
import { formsOf } from '../resolve/symbol.ts';
import { declarationsOf, everyLine } from '../walk.ts';
import type { Amending } from './amending.ts';
import type { Figure, FigureNode } from './figure-paths.ts';
import { figuresAt, namedIn, type Rooted, rootsAt, unitKey } from './find-path.ts';

export function changeFigure(work: Amending, change: FigureChange): void {
  const rooted = rootOf(work, change);
  if (rooted === undefined) return;
  if (rooted.root.kind === 'ParameterDeclaration' && publishes(work, rooted.root, rooted.rest, change)) return;
  const found = figuresAt(work.base, rooted);
  const place = { span: change.path.span };
  const path = change.path.text;
  if (found.kind !== 'found') {
    const paths = found.candidates.map((one) => one.path);
    if (found.kind === 'none') work.report(UnknownPath, place, { path, near: [], paths });
    else work.report(AmbiguousPath, place, { path, paths });
    return;
  }
  const value = newValueOf(change);
  const was = found.figures[0]!.node;
  const unitId = unitsOf(work);
  if (unitKey(value, unitId) !== unitKey(was, unitId)) {
    work.report(OtherUnit, { span: change.value.span }, { path, was: shown(was) });
    return;
  }
  if (found.figures.some(({ node }) => work.replaced.has(node))) {
    work.report(ChangedTwice, place, { path });
    return;
  }
  for (const figure of found.figures) {
    work.replaced.set(figure.node, was.kind === 'OverYears' ? { ...figure.node, years: yearsOf(value) } : value);
    reanchor(work, figure, change);
  }
}

function unitsOf({ base }: Amending): (form: string) => string {
  const units = declarationsOf(base, 'UnitDeclaration');
  return (form) => units.find(({ name }) => formsOf(name).includes(form))?.name.id ?? form;
}

/** The declaration that the path begins with; told if there is none, or it is replaced or omitted. */
function rootOf(work: Amending, { path }: Pick<FigureChange, 'path'>): Rooted | undefined {
  const place = { span: path.span };
  const roots = rootsAt(work.base, path.text).filter(({ root }) => root.kind !== 'FactsDeclaration');
  const [only, other] = roots;
  if (only === undefined) {
    const known = namedIn(work.base).flatMap(({ name }) => formsOf(name));
    work.report(UnknownPath, place, {
      path: path.text,
      near: nearNames(path.text.split('.')[0] ?? '', known),
      paths: [],
    });
    return undefined;
  }
  if (other !== undefined) {
    work.report(AmbiguousPath, place, { path: path.text, paths: [] });
    return undefined;
  }
  if (work.replaced.has(only.root) || work.omitted.has(only.root)) {
    work.report(ChangedTwice, place, { path: path.text });
    return undefined;
  }
  return only;
}

function newValueOf({ value, negative }: FigureChange): Exclude<FigureNode, { kind: 'OverYears' }> {
  if (!negative || value.kind === 'DateLiteral') return value;
  return { kind: 'Negation', span: value.span, operand: value };
}

function yearsOf(value: FigureNode): number {
  return value.kind === 'NumberLiteral' ? Number(value.value) : 0;
}

function shown(node: FigureNode) {
  if (node.kind === 'OverYears') return { zh: `${node.years}年`, en: `${node.years} years` };
  return { zh: printExpression(node, { language: 'zh' }), en: printExpression(node, { language: 'en' }) };
}

/** A version of a parameter that the base does not publish: the adapting policy does. */
function publishes(
  work: Amending,
  parameter: ParameterDeclaration,
  rest: readonly string[],
  change: FigureChange,
): boolean {
  const version = versionOf(parameter, rest);
  if (version === undefined || parameter.rows.some((row) => isSameVersion(row, version))) return false;
  const rows = work.rows.get(parameter) ?? [];
  const place = { span: change.path.span };
  if (rows.some((row) => isSameVersion(row, version))) {
    work.report(ChangedTwice, place, { path: change.path.text });
    return true;
  }
  const { span } = change;
  const days = version.from === undefined ? {} : { days: { span, from: dayAt(version.from, change) } };
  const year = version.year === undefined ? {} : { year: version.year };
  work.rows.set(parameter, [...rows, { span, value: newValueOf(change), ...year, ...days, anchors: change.anchors }]);
  return true;
}

/** Which of its values: of a year, from a day on (`20250315`), or the only one. */
interface Version {
  readonly year?: number;
  readonly from?: string;
}

function versionOf({ yearly, dated }: ParameterDeclaration, rest: readonly string[]): Version | undefined {
  const [time = '', ...others] = rest;
  if (others.length > 0) return undefined;
  if (yearly) return /^\d{4}$/.test(time) ? { year: Number(time) } : undefined;
  if (!dated) return time === '' ? {} : undefined;
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(time) ?? [];
  return day === undefined ? undefined : { from: `${year}-${month}-${day}` };
}

function isSameVersion({ year, days }: ParameterRow, version: Version): boolean {
  return year === version.year && days?.from.value === version.from;
}

function dayAt(value: string, { path }: FigureChange): DateLiteral {
  return { kind: 'DateLiteral', span: path.span, value };
}

/** R23: the anchors of the base speak of its figure; those of the change take their place, where they stood. */
function reanchor(work: Amending, { bearers }: Figure, change: Pick<FigureChange, 'span' | 'path' | 'anchors'>): void {
  const bearing = bearers.findLast(({ anchors }) => anchors.length > 0) ?? bearers[0];
  for (const bearer of bearers) {
    const own: readonly Anchor[] = bearer === bearing ? change.anchors : [];
    work.anchors.set(bearer, [...(work.anchors.get(bearer) ?? []), ...own]);
    if (!work.changedAt.has(bearer)) work.changedAt.set(bearer, { span: change.span, path: change.path.text });
  }
}

/** Once all changes are known: lines that lost their anchors and got none. */
export function tellUnanchored(work: Amending): void {
  const told = new Set<unknown>();
  for (const [bearer, anchors] of work.anchors) {
    const before = (bearer as { readonly anchors: readonly Anchor[] }).anchors;
    const { span, path } = work.changedAt.get(bearer)!;
    if (before.length === 0 || anchors.length > 0 || told.has(span)) continue;
    told.add(span);
    work.report(ChangedLineNotAnchored, { span }, { path, anchor: before[0]!.text });
  }
}

/** `set art3.cites = article 5`. */
export function changeArticle(work: Amending, change: ArticleChange): void {
  const rooted = rootOf(work, change);
  if (rooted === undefined) return;
  const { root, rest } = rooted;
  const isCites = rest.length === 1 && keywordsOf(rest[0]!).includes('cites');
  const cites: CitesLine = { kind: 'CitesLine', span: change.span, ...change.cites, anchors: change.anchors };
  const before =
    root.kind === 'ClauseDeclaration'
      ? everyLine(root.lines).find((line) => line.kind === 'CitesLine')
      : root.kind === 'BlockDeclaration'
        ? root.cites
        : undefined;
  if (!isCites || (root.kind !== 'ClauseDeclaration' && root.kind !== 'BlockDeclaration'))
    work.report(UnknownPath, { span: change.path.span }, { path: change.path.text, near: [], paths: [] });
  else if (before === undefined) work.cites.set(root, cites);
  else if (work.reworded.has(before)) work.report(ChangedTwice, { span: change.path.span }, { path: change.path.text });
  else work.reworded.set(before, cites);
}

/** `set authority "A" = "B"`, in every line that names it. */
export function changeAuthority(work: Amending, { from, to }: AuthorityChange): void {
  const lines = declarationsOf(work.base, 'ClauseDeclaration').flatMap((clause) =>
    everyLine(clause.lines).filter((line) => line.kind === 'AuthorityLine'),
  );
  const bodies = lines.flatMap((line) => line.bodies);
  const named = bodies.filter(({ value }) => value === from.value);
  if (named.length === 0) {
    const known = [...new Set(bodies.map(({ value }) => value))];
    work.report(AuthorityNotNamed, { span: from.span }, { name: from.value, known });
  }
  for (const body of named) work.reworded.set(body, to);
}
