/**
 * How the cells of a trace are told as steps, made once for a policy: which clause a cell belongs to, its words, and what writes it. A
 * step is one recorded value; the steps are the short form of an explanation, told straight from the trace.
 */
import type { Language } from '../../diagnostics/diagnostic.ts';
import type { ExactText } from '../explain/explanation.ts';
import { naming } from '../explain/naming.ts';
import { words as allWords } from '../explain/words.ts';
import type { Expr, NodeId, PolicyIr } from '../ir.ts';
import type { Origins } from '../origins.ts';
import { displayCell } from './display-cells.ts';
import { cellText } from './exact-cells.ts';
import { expressionsByNode } from './expressions-by-node.ts';
import type { ColumnarLayout } from './layout.ts';
import { exactStep, type StepText, shownStep } from './step-text.ts';
import type { TraceLayout, TraceSlot } from './trace-layout.ts';

export interface StepPlan {
  readonly clauses: readonly ClauseSteps[];
}

export interface ClauseSteps {
  readonly clause: string;
  /** The same as a JSON string. */
  readonly json: string;
  /** Place in the outcome columns. */
  readonly outcome: number;
  readonly heading: Readonly<Record<Language, string>>;
  /** Writes its payable amounts. */
  readonly exact: (cell: number) => ExactText;
  readonly shown: Readonly<Record<Language, (cell: number) => string>>;
  readonly steps: readonly StepCells[];
  readonly items: readonly ItemSteps[];
}

export interface ItemSteps {
  readonly node: NodeId;
  /** Place in `Columns.lists`, and in `Trace.items`. */
  readonly list: number;
  readonly index: number;
  readonly cells: number;
  readonly heading: Readonly<Record<Language, string>>;
  readonly steps: readonly StepCells[];
}

/** One recorded value: where it stands and how it is written. */
export interface StepCells {
  readonly slot: TraceSlot;
  /** `"node":29,"of":"it",` */
  readonly json: string;
  readonly exact: StepText;
  /** Absent of inner expressions, which have no words of their own. */
  readonly label?: Readonly<Record<Language, string>>;
  readonly shown: Readonly<Record<Language, StepText>>;
}

interface Planning {
  readonly ir: PolicyIr;
  readonly origins: Origins;
  readonly expressions: ReadonlyMap<NodeId, Expr>;
}

export function planSteps(ir: PolicyIr, origins: Origins, layout: ColumnarLayout, trace: TraceLayout): StepPlan {
  const planning: Planning = { ir, origins, expressions: expressionsByNode(ir) };
  const owner = ownerOf(ir);
  return {
    clauses: layout.outcomes.map((outcome, index) => {
      const clause = ir.clauses.find(({ id }) => id === outcome.clause)!;
      const own = (slot: { readonly node: NodeId }) => owner(slot.node) === outcome.clause;
      const unit = { kind: 'money', currency: outcome.currency } as const;
      return {
        clause: outcome.clause,
        json: JSON.stringify(outcome.clause),
        outcome: index,
        heading: { zh: clause.names.zh ?? clause.id, en: clause.names.en },
        exact: cellText(outcome.denominator),
        shown: inBoth((language) => displayCell(outcome.denominator, unit, allWords[language])),
        steps: trace.slots.filter(own).map((slot) => stepCells(slot, planning)),
        items: trace.items.flatMap((items, place) => (own(items) ? [itemSteps(items, place, layout, planning)] : [])),
      };
    }),
  };
}

function itemSteps(
  items: TraceLayout['items'][number],
  index: number,
  layout: ColumnarLayout,
  planning: Planning,
): ItemSteps {
  const names = planning.ir.lists.find(({ id }) => id === items.list)!.names;
  return {
    node: items.node,
    list: layout.lists.findIndex(({ list }) => list === items.list),
    index,
    cells: items.cells,
    heading: { zh: names.zh ?? names.en, en: names.en },
    steps: items.slots.map((slot) => stepCells(slot, planning)),
  };
}

function stepCells(slot: TraceSlot, planning: Planning): StepCells {
  const label = labelOf(slot, planning);
  const expression = planning.expressions.get(slot.node);
  return {
    slot,
    json: `"node":${slot.node},"of":"${slot.of}",`,
    exact: exactStep(slot.form),
    ...(label === undefined ? {} : { label }),
    shown: inBoth((language) => shownStep(slot, expression, planning.ir, language)),
  };
}

/** The line's own words, or the name of the fact. */
function labelOf({ node, of }: TraceSlot, { ir, origins, expressions }: Planning): StepCells['label'] {
  const { zh, en } = origins.nodes[node] ?? {};
  const suffix = { room: { zh: ' 余额', en: ' room' }, used: { zh: ' 已用', en: ' used' } }[of as 'room' | 'used'];
  if (zh !== undefined && en !== undefined) return { zh: zh + (suffix?.zh ?? ''), en: en + (suffix?.en ?? '') };
  const expression = expressions.get(node);
  if (expression?.kind !== 'fact') return undefined;
  const { zh: nameZh, en: nameEn } = naming(ir).fact(pathOf(expression));
  return { zh: yearsAgo(expression.shift).zh + nameZh, en: yearsAgo(expression.shift).en + nameEn };
}

/** Steps are planned for all years. */
function yearsAgo(shift: number): Readonly<Record<Language, string>> {
  if (shift === 0) return { zh: '', en: '' };
  return shift === -1 ? { zh: '上年 ', en: 'last year’s ' } : { zh: `${-shift}年前 `, en: `${-shift} years ago: ` };
}

function pathOf({ owner, field }: Extract<Expr, { readonly kind: 'fact' }>): string {
  return owner === undefined ? field : `${owner}[].${field}`;
}

/** Which clause a node stands in; blocks have nodes of their own, behind those of the clauses. */
function ownerOf(ir: PolicyIr): (node: NodeId) => string | undefined {
  const starts = [
    ...ir.clauses.map(({ node, id }) => ({ node, id })),
    ...ir.blocks.map(({ node }) => ({ node, id: undefined })),
  ].sort((one, other) => one.node - other.node);
  return (node) => starts.findLast((start) => start.node <= node)?.id;
}

function inBoth<T>(make: (language: Language) => T): Readonly<Record<Language, T>> {
  return { zh: make('zh'), en: make('en') };
}
