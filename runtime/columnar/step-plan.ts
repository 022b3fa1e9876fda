/**
 * How a trace is told as steps, made once for a policy: which clause a recorded value belongs to, its words, and what writes it. A step is
 * one recorded value; the steps are the short form of an explanation, told straight from the trace.
 */
import type { Language } from '../../diagnostics/diagnostic.ts';
import { naming } from '../explain/naming.ts';
import { words as allWords } from '../explain/words.ts';
import type { Expr, NodeId, PolicyIr } from '../ir.ts';
import type { Origins } from '../origins.ts';
import { cellDisplay } from './display-cells.ts';
import { cellText } from './exact-cells.ts';
import { expressionsByNode } from './expressions-by-node.ts';
import { type ColumnarLayout, type OutcomeColumn, outcomeCodes } from './layout.ts';
import { type ClausePath, clausePath, type ObjectPath, objectPath, type StepMaker } from './object-path.ts';
import { outcomeWords } from './outcome-words.ts';
import { jsonRange, jsonStep, shownStep, type Writing, type WrittenStep } from './planned-step.ts';
import { hasAmount } from './result-view.ts';
import { type MetSlot, type StepPaths, stepPaths } from './step-paths.ts';
import { stepParts, type TextPart, type TextPath, textPath } from './told-path.ts';
import type { TraceLayout, TraceMark, TraceSlot } from './trace-layout.ts';
import { markReading, payableReading, type TracedList, tracedLists } from './trace-reading.ts';

export interface StepPlan {
  readonly clauses: readonly ClauseSteps[];
}

type InBoth<T> = Readonly<Record<Language, T>>;

/** What is told of a clause, or of an item. */
export interface PlannedSteps<Objects> {
  readonly objects: StepPaths<Objects>;
  /** From the opening to its steps' closing bracket; of a clause without items to its end. */
  readonly json: StepPaths<TextPath>;
  readonly text: InBoth<StepPaths<TextPath>>;
}

export interface ClauseSteps {
  readonly clause: string;
  /** Place in the outcome columns. */
  readonly outcome: number;
  readonly steps: PlannedSteps<ClausePath>;
  readonly items: readonly ItemSteps[];
}

export interface ItemSteps extends TracedList {
  /** Set where the row came to the items. */
  readonly ran: TraceMark;
  readonly heading: InBoth<string>;
  readonly steps: PlannedSteps<ObjectPath>;
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
      const items = trace.items.flatMap((one, place) => (own(one) ? [itemSteps(one, lists[place]!, planning)] : []));
      const frame: StepsFrame<ClausePath> = {
        json: (status) => jsonHead(outcome, index, status),
        jsonEnd: items.length === 0 ? ']}' : ']',
        text: (language, status) => textHead(outcome, index, ir, language, status),
        indent: '  ',
        objects: (met, status, maker) =>
          clausePath({ clause: outcome.clause, outcome: index, status, hasItems: items.length > 0 }, met, maker),
      };
      const steps = plannedSteps(trace.slots.filter(own), frame, planning);
      return { clause: outcome.clause, outcome: index, steps, items };
    }),
  };
}

/** What stands around the steps of a clause, or of an item. */
interface StepsFrame<Objects> {
  readonly json: (status: number) => readonly TextPart[];
  readonly jsonEnd: string;
  readonly text: (language: Language, status: number) => readonly TextPart[];
  readonly indent: string;
  readonly objects: (met: readonly MetSlot[], status: number, maker: StepMaker) => Objects;
}

function jsonHead({ clause, denominator }: OutcomeColumn, index: number, status: number): readonly TextPart[] {
  const head = `{"clause":${JSON.stringify(clause)},"outcome":"${outcomeCodes[status]}","payable":{"lo":"`;
  const amounts = hasAmount(status)
    ? {
        write: jsonRange(cellText(denominator)),
        first: payableReading('low', index),
        second: payableReading('high', index),
      }
    : '0","hi":"0';
  return [index === 0 ? head : `,${head}`, amounts, '"},"steps":['];
}

function textHead(
  { clause: id, denominator, currency }: OutcomeColumn,
  index: number,
  ir: PolicyIr,
  language: Language,
  status: number,
): readonly TextPart[] {
  const { names } = ir.clauses.find((one) => one.id === id)!;
  const name = `${language === 'zh' ? (names.zh ?? id) : names.en}  `;
  const words = allWords[language];
  const told = outcomeWords(outcomeCodes[status]!, words);
  if (told !== undefined) return [`${name}${told}\n`];
  const { text, unit } = cellDisplay(denominator, { kind: 'money', currency }, words);
  const high = payableReading('high', index);
  if (outcomeCodes[status] === 'granted') return [name, { write: text, first: high, second: undefined }, `${unit}\n`];
  const upTo: Writing = (most, least) => (most === least ? text(most) + unit : words.upTo(text(most) + unit));
  return [name, { write: upTo, first: high, second: payableReading('low', index) }, '\n'];
}

function itemSteps(items: TraceLayout['items'][number], list: TracedList, planning: Planning): ItemSteps {
  const names = planning.ir.lists.find(({ id }) => id === items.list)!.names;
  return {
    ...list,
    ran: markReading(items.ran),
    heading: { zh: `  ${names.zh ?? names.en} `, en: `  ${names.en} ` },
    steps: plannedSteps(items.slots, itemFrame, planning),
  };
}

const itemFrame: StepsFrame<ObjectPath> = {
  json: () => ['['],
  jsonEnd: ']',
  text: () => [],
  indent: '    ',
  objects: (met, _status, maker) => objectPath(met, maker),
};

function plannedSteps<Objects>(
  slots: readonly TraceSlot[],
  frame: StepsFrame<Objects>,
  planning: Planning,
): PlannedSteps<Objects> {
  const labels = new Map(slots.map((slot) => [slot, labelOf(slot, planning)]));
  const maker: StepMaker = { label: (slot) => labels.get(slot), made: new Map() };
  const json = new Map(slots.map((slot) => [slot, jsonStep(slot)]));
  return {
    objects: stepPaths(slots, (met, status) => frame.objects(met, status, maker)),
    json: stepPaths(slots, (met, status) => {
      const steps = met.flatMap((one, index) => [
        ...(index === 0 ? [] : [',']),
        ...stepParts(one, json.get(one.slot)!),
      ]);
      return textPath([...frame.json(status), ...steps, frame.jsonEnd]);
    }),
    text: inBoth((language) => {
      const told = shownSteps(slots, labels, frame.indent, language, planning);
      return stepPaths([...told.keys()], (met, status) =>
        textPath([...frame.text(language, status), ...met.flatMap((one) => stepParts(one, told.get(one.slot)!))]),
      );
    }),
  };
}

/** Inner expressions have no words of their own. */
function shownSteps(
  slots: readonly TraceSlot[],
  labels: ReadonlyMap<TraceSlot, InBoth<string> | undefined>,
  indent: string,
  language: Language,
  { ir, expressions }: Planning,
): ReadonlyMap<TraceSlot, WrittenStep> {
  const told = slots.flatMap((slot) => {
    const label = labels.get(slot)?.[language];
    if (label === undefined) return [];
    const head = `${indent}${label}  `;
    return [[slot, shownStep(slot, expressions.get(slot.node), ir, language, head)] as const];
  });
  return new Map(told);
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
