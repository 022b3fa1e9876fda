/** What a path of an amendment means in the base: the declaration its first name bears, and within it figures or parts. */
import type { Bilingual } from '../../diagnostics/diagnostic.ts';
import type { Declaration, LiteralUnit, NumberLiteral, PolicyFile } from '../../grammar/ast.ts';
import { type NameForms, nameForms } from '../../grammar/print/name-forms.ts';
import { formsOf } from '../resolve/symbol.ts';
import { type Figure, type FigureNode, type Part, type PathStep, partsOf } from './figure-paths.ts';

export type Named = Exclude<Declaration, { kind: 'PolicyHead' | 'ExampleDeclaration' }>;

export interface Rooted {
  readonly root: Named;
  /** What follows the name. */
  readonly rest: readonly string[];
}

/** The declarations that a path begins with: the longest name counts, since names may hold dots themselves. */
export function rootsAt(file: PolicyFile, path: string): readonly Rooted[] {
  const segments = path.split('.');
  for (let length = segments.length; length > 0; length -= 1) {
    const name = segments.slice(0, length).join('.');
    const roots = indexOf(file).get(name) ?? [];
    if (roots.length > 0) return roots.map((root) => ({ root, rest: segments.slice(length) }));
  }
  return [];
}

/** Every path is looked up in the same base. */
const indexes = new WeakMap<PolicyFile, ReadonlyMap<string, readonly Named[]>>();
const parted = new WeakMap<Named, ReturnType<typeof partsOf>>();

function indexOf(file: PolicyFile): ReadonlyMap<string, readonly Named[]> {
  const known = indexes.get(file);
  if (known !== undefined) return known;
  const index = new Map<string, Named[]>();
  for (const declaration of namedIn(file))
    for (const form of formsOf(declaration.name)) index.set(form, [...(index.get(form) ?? []), declaration]);
  indexes.set(file, index);
  return index;
}

function partsIn(file: PolicyFile, root: Named): ReturnType<typeof partsOf> {
  const parts = parted.get(root) ?? partsOf(root, nameForms(file));
  parted.set(root, parts);
  return parts;
}

export function namedIn(file: PolicyFile): readonly Named[] {
  return file.declarations.filter(
    (one): one is Named => one.kind !== 'PolicyHead' && one.kind !== 'ExampleDeclaration',
  );
}

export type FoundFigures =
  | { readonly kind: 'found'; readonly figures: readonly Figure[] }
  /** Not written, or not one: the paths that could have been meant. */
  | { readonly kind: 'none' | 'several'; readonly candidates: readonly ShownPath[] };

/** The figures that a path means: more than one where alternatives of a reading repeat one figure. */
export function figuresAt(file: PolicyFile, { root, rest }: Rooted): FoundFigures {
  const { figures } = partsIn(file, root);
  const exact = among(figures, rest);
  const counted = numbered(figures, rest);
  const several = (meant: readonly Figure[]): FoundFigures => ({
    kind: 'several',
    candidates: shownPaths(root, figures, meant),
  });
  if (exact.length === 0 && counted.length === 0) return { kind: 'none', candidates: shownPaths(root, figures) };
  // A row's number, or that of one of several figures.
  if (exact.length > 0 && counted.length > 0) return several([...exact, ...counted]);
  const chosen = exact.length > 0 ? exact : counted;
  const isOne = counted.length > 0 || byAlternative(exact).every((row) => row.length === 1);
  if (!isOne || new Set(chosen.map(({ node }) => figureKey(node))).size > 1) return several(chosen);
  return { kind: 'found', figures: chosen };
}

/** `art3.when.2`: the second of several figures with one trail, in each alternative of a reading. */
function numbered<T extends Part | Figure>(all: readonly T[], segments: readonly string[]): readonly T[] {
  const last = segments.at(-1);
  if (last === undefined || !/^[1-9]\d*$/.test(last)) return [];
  const rows = byAlternative(among(all, segments.slice(0, -1)));
  return rows.flatMap((row) => (row.length > 1 ? (row[Number(last) - 1] ?? []) : []));
}

/** The parts that a path means; one in each alternative of a reading where they repeat it. */
export function partsAt(file: PolicyFile, { root, rest }: Rooted): readonly Part[] {
  const { parts } = partsIn(file, root);
  const exact = among(parts, rest);
  if (exact.length === 0) return numbered(parts, rest);
  return byAlternative(exact).every((row) => row.length === 1) ? exact : [];
}

/** A path as it can be written, with the figure that stands there now. */
export interface ShownPath {
  readonly path: Bilingual;
  readonly figure: Figure;
}

/** Every figure of a declaration by its shortest path; those that no path tells apart are left out. */
export function pathsIn(declaration: Named, names: NameForms): readonly ShownPath[] {
  return shownPaths(declaration, partsOf(declaration, names).figures);
}

/** Of `figures`, all or those that are `wanted`. */
function shownPaths(root: Named, figures: readonly Figure[], wanted?: readonly Figure[]): readonly ShownPath[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = keyOf(withoutChoices(figure.trail));
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  const all = [...groups.values()].flatMap((group) => groupPaths(root, group));
  const short = countOf(all.map(({ short: { en } }) => en));
  // A number that could also be a row's tells nothing apart without the choice that it stands in.
  const chosen = all.map(({ short: own, full, figure }) => ({ path: short.get(own.en) === 1 ? own : full, figure }));
  const written = countOf(chosen.map(({ path }) => path.en));
  return chosen.filter(({ path, figure }) => written.get(path.en) === 1 && (wanted?.includes(figure) ?? true));
}

function countOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

interface PathForms {
  /** Without the choices of readings, where the alternatives agree. */
  readonly short: Bilingual;
  readonly full: Bilingual;
  readonly figure: Figure;
}

/** Figures with one trail but for the choices of readings. */
function groupPaths(root: Named, group: readonly Figure[]): readonly PathForms[] {
  const rows = byAlternative(group);
  const first = rows[0]!;
  const alike = rows.every(
    (row) => row.length === first.length && row.every(({ node }, at) => figureKey(node) === figureKey(first[at]!.node)),
  );
  return (alike ? [first] : rows).flatMap((row) =>
    row.map((figure, index): PathForms => {
      const number = row.length > 1 ? [String(index + 1)] : [];
      const full = pathText(root, figure.trail, number);
      return { short: alike ? pathText(root, withoutChoices(figure.trail), number) : full, full, figure };
    }),
  );
}

function withoutChoices(trail: readonly PathStep[]): readonly PathStep[] {
  return trail.filter(({ choiceOf }) => choiceOf === undefined);
}

function pathText(root: Named, trail: readonly PathStep[], number: readonly string[]): Bilingual {
  const path = (language: 'zh' | 'en') =>
    [nameIn(root, language), ...trail.map(({ shown }) => shown[language]), ...number].join('.');
  return { zh: path('zh'), en: path('en') };
}

function nameIn({ name }: Named, language: 'zh' | 'en'): string {
  return language === 'zh' ? (name.zh ?? name.id) : name.id;
}

/** What has the trail that the segments say, steps of readings said or not. */
function among<T extends Part | Figure>(all: readonly T[], segments: readonly string[]): readonly T[] {
  return all.filter(({ trail }) => follows(trail, segments));
}

function follows(trail: readonly PathStep[], segments: readonly string[]): boolean {
  const [step, ...steps] = trail;
  if (step === undefined) return segments.length === 0;
  const [segment, ...others] = segments;
  if (segment !== undefined && step.forms.includes(segment) && follows(steps, others)) return true;
  return step.choiceOf !== undefined && follows(steps, segments);
}

/** Grouped by the alternatives in which they stand: of those only one runs. */
function byAlternative<T extends Part | Figure>(all: readonly T[]): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one.trail.filter(({ choiceOf }) => choiceOf !== undefined));
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function keyOf(steps: readonly PathStep[]): string {
  return steps.map(({ shown, choiceOf }) => `${choiceOf ?? ''}:${shown.en}`).join('.');
}

/** Two figures are one where value and unit agree. */
export function figureKey(node: FigureNode): string {
  if (node.kind === 'OverYears') return `${node.years} years`;
  if (node.kind === 'DateLiteral') return node.value;
  if (node.kind === 'Negation') return `-${figureKey(node.operand as NumberLiteral)}`;
  return `${node.value} ${unitKey(node, (form) => form)}`;
}

/**
 * Figures of one sort stand for one another: money for money of the same currency, a count with or without its counter. `unitId` gives the
 * id of a declared unit from any of its forms.
 */
export function unitKey(node: FigureNode, unitId: (form: string) => string): string {
  if (node.kind === 'OverYears') return 'Duration years';
  if (node.kind === 'DateLiteral') return 'Date';
  if (node.kind === 'Negation') return unitKey(node.operand as NumberLiteral, unitId);
  const { unit, per = [] } = node;
  return [unit, ...per].map((one) => unitText(one, unitId)).join(' / ');
}

function unitText(unit: LiteralUnit, unitId: (form: string) => string): string {
  switch (unit.kind) {
    case 'Money':
      return `Money ${unit.currency}`;
    case 'Duration':
      return `Duration ${unit.unit}`;
    case 'Unit':
      return `Unit ${unitId(unit.name.text)}`;
    case 'Counter':
      return 'None';
    default:
      return unit.kind;
  }
}
