import type { Frame } from '../frame.ts';
import type { Period } from '../input.ts';
import type { ChoiceId, ClauseIr, NodeId, PolicyIr, ReadingId } from '../ir.ts';
import type { Origins } from '../origins.ts';
import type { Truth } from '../value.ts';
import { explainTruth } from './explain-value.ts';
import type { ExplainedTruth, Place, Wording } from './explanation.ts';
import type { Naming } from './naming.ts';
import { frozen, type SharedParts } from './shared-parts.ts';

/** Where in an assessment an expression or line is looked at. */
export interface Context {
  readonly ir: PolicyIr;
  readonly origins: Origins;
  readonly naming: Naming;
  readonly parts: SharedParts;
  readonly readings: Readonly<Record<ReadingId, ChoiceId>>;
  /** Year of the assessed period. */
  readonly year: number;
  readonly period: Period;
  /** Years by which a ladder's look-back moves every yearly fact. */
  readonly shift: number;
  /** Absent for the amount of a block between clauses. */
  readonly clause?: ClauseIr;
  /** The item of the `for each` line: what decisions and the ledger are keyed by. */
  readonly item?: { readonly list: string; readonly key: string };
  /** Current items by list, those an aggregate goes over included: whose facts are read. */
  readonly items: ReadonlyMap<string, string>;
  readonly frame: Frame;
}

export function place(origins: Origins, node: NodeId): Place {
  return standing(origins, node).place;
}

/** The line as the formatter prints it; a line printed in one language alone stands for both. */
export function label(origins: Origins, node: NodeId): Wording {
  return standing(origins, node).label;
}

export function anchors(origins: Origins, node: NodeId): readonly string[] {
  return standing(origins, node).anchors;
}

/** Where a node stands and how it reads; the same in every document. */
interface StandingNode {
  readonly place: Place;
  readonly label: Wording;
  readonly anchors: readonly string[];
}

const standings = new WeakMap<Origins, Map<NodeId, StandingNode>>();

function standing(origins: Origins, node: NodeId): StandingNode {
  let nodes = standings.get(origins);
  if (nodes === undefined) {
    nodes = new Map();
    standings.set(origins, nodes);
  }
  const known = nodes.get(node);
  if (known !== undefined) return known;
  const { zh, en, anchors: said = [] } = origins.nodes[node] ?? {};
  const found = frozen({
    place: placeOf(origins, node),
    label: { zh: zh ?? en ?? '', en: en ?? zh ?? '' },
    anchors: [...said],
  });
  nodes.set(node, found);
  return found;
}

function placeOf(origins: Origins, node: NodeId): Place {
  const origin = origins.nodes[node];
  const { text, article, changedOn } = origin ?? {};
  const told: { -readonly [Key in keyof Place]: Place[Key] } = {
    node,
    line: origin?.line ?? 0,
    span: { start: origin?.start ?? 0, end: origin?.end ?? 0 },
  };
  if (text !== undefined) told.text = text;
  if (article !== undefined) told.article = article;
  if (changedOn !== undefined) told.changedOn = changedOn;
  return told;
}

/** A row's test as it was recorded. */
export function rowTruth(context: Context, node: NodeId): { readonly truth?: ExplainedTruth } {
  const value = context.frame.values.get(node);
  return value?.kind === 'truth' ? { truth: explainTruth(value, context.naming) } : {};
}

/** A condition as it was recorded; false where nothing was. */
export function recordedTruth(context: Context, node: NodeId): Truth {
  const value = context.frame.values.get(node);
  return value?.kind === 'truth' ? value.truth : 'false';
}

export function chosen(context: Pick<Context, 'readings' | 'naming'>, reading: ReadingId): ChoiceId {
  const stated = Object.hasOwn(context.readings, reading) ? context.readings[reading] : undefined;
  return stated ?? context.naming.reading(reading)?.default ?? '';
}
