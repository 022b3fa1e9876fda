/**
 * What the explanations of one policy have in common, whoever the applicant is: where a line stands and how it reads, units, sources,
 * figures of the policy, lines that did not run, conditions of nothing but yes and no. Each is made when it is first met, frozen, and
 * from then on stands in every document that would say the same; what was recorded decides, node by node, whether it would.
 */
import type { Assessment } from '../assessment.ts';
import type { Frame } from '../frame.ts';
import type { Expr, NodeId, PolicyIr, Statement } from '../ir.ts';
import { jsonString } from '../json-string.ts';
import type { Origins } from '../origins.ts';
import type { Rational } from '../rational.ts';
import type { ExplainedExpression, ExplainedStep, ExplanationHead, Unit, ValueSource, Wording } from './explanation.ts';
import { naming } from './naming.ts';

/** Of one policy, its places, one period and one choice of every reading: a document depends on nothing else that is not recorded. */
export interface SharedParts {
  readonly expressions: Map<Expr, SharedExpression>;
  readonly steps: Map<Statement, SharedStep>;
  head?: SharedHead;
}

/** What the policy says of itself and its applicants, and the readings. */
export interface SharedHead extends Pick<ExplanationHead, 'policy' | 'texts' | 'settings' | 'readings'> {
  readonly subject: Wording;
}

/** What one tree of the IR says whatever was recorded in it, and what it came to for records that recur. */
interface Shared<Told> {
  /** Everything in it under which an evaluator may record something, outside first. */
  readonly nodes: readonly NodeId[];
  /** It names facts of an item, and so says another thing for each. */
  readonly isOfItem: boolean;
  /** Conditions on yes, no and options alone: there are few ways in which it can come out. */
  readonly isOfTruths: boolean;
  /** By what was recorded. */
  readonly told: Map<string, Told>;
}
export interface SharedExpression extends Shared<ExplainedExpression> {
  readonly unit: Unit;
  /** What it is to the one around it, empty for nothing: an expression stands in one place. Absent until it is told. */
  role?: string;
  /** Of a fact of the subject: by years that a look-back moves it. */
  readonly sources: Map<number, ValueSource>;
  /** Of a literal: as it was recorded last. */
  figure?: { readonly value: Rational; readonly told: ExplainedExpression };
}
export type SharedStep = Shared<ExplainedStep>;

export function sharedParts(ir: PolicyIr, origins: Origins, { period, readings }: Assessment): SharedParts {
  const known = made.get(origins) ?? new WeakMap<PolicyIr, Map<string, SharedParts>>();
  made.set(origins, known);
  const variants = known.get(ir) ?? new Map<string, SharedParts>();
  known.set(ir, variants);
  let key = `${period.year} ${period.from} ${period.to}`;
  for (const { id } of ir.readings) key += jsonString(Object.hasOwn(readings, id) ? readings[id]! : '');
  const found = variants.get(key) ?? { expressions: new Map(), steps: new Map() };
  if (!variants.has(key) && variants.size >= mostVariants) variants.clear();
  variants.set(key, found);
  return found;
}

const made = new WeakMap<Origins, WeakMap<PolicyIr, Map<string, SharedParts>>>();

/** Of so many periods and choices of readings in one process what they have in common is kept; then it is made anew. */
const mostVariants = 64;
/** Ways for one condition to come out that are kept. */
const mostWays = 64;

export function sharedExpression(expression: Expr, parts: SharedParts, ir: PolicyIr): SharedExpression {
  const known = parts.expressions.get(expression);
  if (known !== undefined) return known;
  const shared: SharedExpression = {
    ...treeOf([expression]),
    unit: frozen(naming(ir).unit(expression.type)),
    told: new Map(),
    sources: new Map(),
  };
  parts.expressions.set(expression, shared);
  return shared;
}

/** `toldOf`: the expressions that a step tells of. */
export function sharedStep(
  statement: Statement,
  toldOf: (statement: Statement) => readonly Expr[],
  parts: SharedParts,
): SharedStep {
  const known = parts.steps.get(statement);
  if (known !== undefined) return known;
  const shared = { ...treeOf(toldOf(statement)), told: new Map() };
  parts.steps.set(statement, shared);
  return shared;
}

/** What was told of the same record before. */
export function toldBefore<Told>(shared: Shared<Told>, record: string): Told | undefined {
  return shared.told.get(record);
}

/** Told now, for all who come with the same record. */
export function kept<Told extends object>(shared: Shared<Told>, record: string, told: Told): Told {
  if (shared.told.size >= mostWays) return told;
  shared.told.set(record, frozen(told));
  return told;
}

/**
 * What was recorded in a tree, as a text that tells it apart from any other record of the tree; undefined where it holds amounts, or
 * anything open, which differ from applicant to applicant.
 */
export function recordOf(
  { nodes, isOfTruths }: Pick<Shared<unknown>, 'nodes' | 'isOfTruths'>,
  frame: Frame,
): string | undefined {
  const { values, inner, states } = frame;
  // Of a line that did not run nothing is recorded.
  let first = 0;
  while (first < nodes.length && !values.has(nodes[first]!)) {
    if (inner.has(nodes[first]!) || states.has(nodes[first]!)) return undefined;
    first += 1;
  }
  if (first === nodes.length) return '';
  if (!isOfTruths) return undefined;
  let record = '';
  for (const node of nodes) {
    const value = values.get(node);
    if (value === undefined) {
      if (inner.has(node) || states.has(node)) return undefined;
      record += '-';
    } else if (value.kind === 'truth' && value.causes.length === 0 && value.reason === undefined)
      record += value.truth === 'true' ? 'y' : value.truth === 'false' ? 'n' : '?';
    else if (value.kind === 'options' && value.causes.length === 0 && value.options !== undefined)
      record += JSON.stringify(value.options);
    else return undefined;
  }
  return record;
}

function treeOf(expressions: readonly Expr[]): Omit<Shared<unknown>, 'told'> {
  const nodes: NodeId[] = [];
  const kinds = { isOfItem: false, isOfTruths: true };
  walk(expressions, nodes, kinds);
  return { nodes, ...kinds };
}

const truthKinds: ReadonlySet<Expr['kind']> = new Set(['logical', 'not', 'optionTest', 'options', 'isGranted']);
const leafKinds: ReadonlySet<Expr['kind']> = new Set(['fact', 'literal', 'switch']);

/** Rows and rungs too: they are recorded under numbers of their own. */
function walk(part: unknown, nodes: NodeId[], kinds: { isOfItem: boolean; isOfTruths: boolean }): void {
  if (typeof part !== 'object' || part === null) return;
  if ('id' in part && typeof part.id === 'number') {
    nodes.push(part.id);
    if (!isOfTruth(part)) kinds.isOfTruths = false;
  }
  if (('owner' in part && part.owner !== undefined) || ('forItem' in part && part.forItem === true))
    kinds.isOfItem = true;
  for (const inner of Object.values(part)) walk(inner, nodes, kinds);
}

function isOfTruth(node: object): boolean {
  if (!('kind' in node) || !('type' in node)) return false;
  const { kind, type } = node as Expr;
  if (truthKinds.has(kind)) return true;
  return leafKinds.has(kind) && ['boolean', 'choice', 'choices'].includes(type.kind);
}

/** With all that is in it, parts of the IR too: nobody changes an IR after it was explained. */
export function frozen<T extends object>(part: T): T {
  if (Object.isFrozen(part)) return part;
  for (const inner of Object.values(part)) if (typeof inner === 'object' && inner !== null) frozen(inner);
  return Object.freeze(part);
}
