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
    const roots = namedIn(file).filter((declaration) => formsOf(declaration.name).includes(name));
    if (roots.length > 0) return roots.map((root) => ({ root, rest: segments.slice(length) }));
  }
  return [];
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
  const { figures } = partsOf(root, nameForms(file));
  const last = rest.at(-1);
  const exact = among(figures, rest);
  const numbered = exact.length === 0 && last !== undefined && /^[1-9]\d*$/.test(last);
  const matched = numbered ? among(figures, rest.slice(0, -1)) : exact;
  const rows = byAlternative(matched);
  const chosen = numbered ? rows.flatMap((row) => row[Number(last) - 1] ?? []) : matched;
  const isOne = numbered || rows.every((row) => row.length === 1);
  if (chosen.length === 0) return { kind: 'none', candidates: shownPaths(root, figures) };
  if (!isOne || new Set(chosen.map(({ node }) => figureKey(node))).size > 1)
    return { kind: 'several', candidates: shownPaths(root, matched) };
  return { kind: 'found', figures: chosen };
}

/** The parts that a path means; one in each alternative of a reading where they repeat it. */
export function partsAt(file: PolicyFile, { root, rest }: Rooted): readonly Part[] {
  const { parts } = partsOf(root, nameForms(file));
  const exact = among(parts, rest);
  if (exact.length > 0) return byAlternative(exact).every((row) => row.length === 1) ? exact : [];
  const number = Number(rest.at(-1));
  return byAlternative(among(parts, rest.slice(0, -1))).flatMap((row) => row[number - 1] ?? []);
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

function shownPaths(root: Named, figures: readonly Figure[]): readonly ShownPath[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = keyOf(figure.trail.filter(({ choiceOf }) => choiceOf === undefined));
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  const shown = [...groups.values()].flatMap((group) => groupPaths(root, group));
  const written = new Map<string, number>();
  for (const { path } of shown) written.set(path.en, (written.get(path.en) ?? 0) + 1);
  // A number that could also be a row's tells nothing apart.
  return shown.filter(({ path }) => written.get(path.en) === 1);
}

/** Figures with one trail but for the choices of readings. */
function groupPaths(root: Named, group: readonly Figure[]): readonly ShownPath[] {
  const rows = byAlternative(group);
  const first = rows[0]!;
  const alike = rows.every(
    (row) => row.length === first.length && row.every(({ node }, at) => figureKey(node) === figureKey(first[at]!.node)),
  );
  return (alike ? [first] : rows).flatMap((row) =>
    row.map((figure, index): ShownPath => {
      const steps = alike ? figure.trail.filter(({ choiceOf }) => choiceOf === undefined) : figure.trail;
      const number = row.length > 1 ? [String(index + 1)] : [];
      const path = (language: 'zh' | 'en') =>
        [nameIn(root, language), ...steps.map(({ shown }) => shown[language]), ...number].join('.');
      return { path: { zh: path('zh'), en: path('en') }, figure };
    }),
  );
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
