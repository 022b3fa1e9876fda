/**
 * How a trace is told as steps, made once for a policy: which clause a recorded value belongs to, its words, and what writes it. A step is
 * one recorded value; the steps are the short form of an explanation, told straight from the trace.
 */
import type { Language } from '../../diagnostics/diagnostic.ts';
import { naming } from '../explain/naming.ts';
import { words as allWords } from '../explain/words.ts';
import type { Expr, NodeId, PolicyIr } from '../ir.ts';
import type { Origins } from '../origins.ts';
import { displayCell } from './display-cells.ts';
import { type CellText, cellText } from './exact-cells.ts';
import { expressionsByNode } from './expressions-by-node.ts';
import { type ColumnarLayout, type OutcomeColumn, outcomeCodes } from './layout.ts';
import { outcomeWords } from './outcome-words.ts';
import { jsonStep, type PlannedStep, plannedStep, shownStep, type WrittenStep } from './planned-step.ts';
import type { TraceLayout, TraceMark, TraceSlot } from './trace-layout.ts';
import { markReading, type TracedList, tracedLists } from './trace-reading.ts';

export interface StepPlan {
  readonly clauses: readonly ClauseSteps[];
}

type InBoth<T> = Readonly<Record<Language, T>>;

/** What is told of a row's stretch, or of an item's, in one form each. */
export interface PlannedSteps {
  readonly objects: readonly PlannedStep[];
  readonly json: readonly WrittenStep[];
  /** Inner expressions have no words of their own: they are not among these. */
  readonly text: InBoth<readonly WrittenStep[]>;
}

export interface ClauseSteps {
  readonly clause: string;
  /** Place in the outcome columns. */
  readonly outcome: number;
  /** By the code of its outcome: `,{"clause":…,"outcome":…,"payable":{"lo":"`. */
  readonly jsonHeads: readonly string[];
  readonly exact: CellText;
  readonly heads: InBoth<ClauseHeads>;
  readonly steps: PlannedSteps;
  readonly items: readonly ItemSteps[];
}

/** The first line of a clause. */
export interface ClauseHeads {
  /** `voucher  ` */
  readonly name: string;
  /** By the code of its outcome, the whole line; of outcomes with an amount, nothing. */
  readonly lines: readonly (string | undefined)[];
  /** An amount, and the end of the line. */
  readonly shown: CellText;
  /** An amount alone. */
  readonly amount: CellText;
}

export interface ItemSteps extends TracedList {
  /** Set where the row came to the items. */
  readonly ran: TraceMark;
  readonly heading: InBoth<string>;
  readonly steps: PlannedSteps;
}

interface Planning {
  readonly ir: PolicyIr;
  readonly origins: Origins;
  readonly expressions: ReadonlyMap<NodeId, Expr>;
}

export function planSteps(ir: PolicyIr, origins: Origins, layout: ColumnarLayout, trace: TraceLayout): StepPlan {
  const planning: Planning = { ir, origins, expressions: expressionsByNode(ir) };
  const owner = ownerOf(ir);
  const lists = tracedLists(layout, trace);
  return {
    clauses: layout.outcomes.map((outcome, index) => {
      const own = (slot: { readonly node: NodeId }) => owner(slot.node) === outcome.clause;
      return {
        clause: outcome.clause,
        outcome: index,
        jsonHeads: outcomeCodes.map(
          (code) => `,{"clause":${JSON.stringify(outcome.clause)},"outcome":"${code}","payable":{"lo":"`,
        ),
        exact: cellText(outcome.denominator),
        heads: inBoth((language) => headsOf(outcome, ir, language)),
        steps: plannedSteps(trace.slots.filter(own), '  ', planning),
        items: trace.items.flatMap((items, place) => (own(items) ? [itemSteps(items, lists[place]!, planning)] : [])),
      };
    }),
  };
}

function headsOf({ clause: id, denominator, currency }: OutcomeColumn, ir: PolicyIr, language: Language): ClauseHeads {
  const { names } = ir.clauses.find((one) => one.id === id)!;
  const name = `${language === 'zh' ? (names.zh ?? id) : names.en}  `;
  const words = allWords[language];
  const unit = { kind: 'money', currency } as const;
  return {
    name,
    lines: outcomeCodes.map((code) => {
      const told = outcomeWords(code, words);
      return told === undefined ? undefined : `${name}${told}\n`;
    }),
    shown: displayCell(denominator, unit, words, '\n'),
    amount: displayCell(denominator, unit, words),
  };
}

function itemSteps(items: TraceLayout['items'][number], list: TracedList, planning: Planning): ItemSteps {
  const names = planning.ir.lists.find(({ id }) => id === items.list)!.names;
  return {
    ...list,
    ran: markReading(items.ran),
    heading: { zh: `  ${names.zh ?? names.en} `, en: `  ${names.en} ` },
    steps: plannedSteps(items.slots, '    ', planning),
  };
}

function plannedSteps(slots: readonly TraceSlot[], indent: string, planning: Planning): PlannedSteps {
  const labels = new Map(slots.map((slot) => [slot, labelOf(slot, planning)]));
  const { ir, expressions } = planning;
  return {
    objects: slots.map((slot) => plannedStep(slot, labels.get(slot))),
    json: slots.map(jsonStep),
    text: inBoth((language) =>
      slots.flatMap((slot) => {
        const label = labels.get(slot)?.[language];
        if (label === undefined) return [];
        return [shownStep(slot, expressions.get(slot.node), ir, language, `${indent}${label}  `)];
      }),
    ),
  };
}

/** The line's own words, or the name of the fact. */
function labelOf({ node, of }: TraceSlot, { ir, origins, expressions }: Planning): InBoth<string> | undefined {
  const { zh, en } = origins.nodes[node] ?? {};
  const suffix = { room: { zh: ' 余额', en: ' room' }, used: { zh: ' 已用', en: ' used' } }[of as 'room' | 'used'];
  if (zh !== undefined && en !== undefined) return { zh: zh + (suffix?.zh ?? ''), en: en + (suffix?.en ?? '') };
  const expression = expressions.get(node);
  if (expression?.kind !== 'fact') return undefined;
  const { zh: nameZh, en: nameEn } = naming(ir).fact(pathOf(expression));
  return { zh: yearsAgo(expression.shift).zh + nameZh, en: yearsAgo(expression.shift).en + nameEn };
}

/** Steps are planned for all years. */
function yearsAgo(shift: number): InBoth<string> {
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

function inBoth<T>(make: (language: Language) => T): InBoth<T> {
  return { zh: make('zh'), en: make('en') };
}
