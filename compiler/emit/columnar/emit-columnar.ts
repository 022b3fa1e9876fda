/** Emits the columnar evaluator of a policy under one choice of each reading: TypeScript that assesses rows whose facts are all known and within their guards. */
import type { NotColumnarReason } from '../../../diagnostics/columnar.ts';
import type { ColumnarLayout, OutcomeColumn } from '../../../runtime/columnar/layout.ts';
import type { TraceLayout } from '../../../runtime/columnar/trace-layout.ts';
import type { BlockIr, ClauseId, ClauseIr, PolicyIr } from '../../../runtime/ir.ts';
import { banner, type EmittedFile, emitOptions } from '../typescript/emitted-file.ts';
import { asJavaScript, asTypeScript, typed, typeOnly } from '../typescript/type-syntax.ts';
import { calendarText } from './calendar-text.ts';
import { type ClauseReads, clauseReads, linesWithin } from './clause-reads.ts';
import { newCodeBlock } from './code-block.ts';
import { clausesOf, clearStatusesText, type Dispatch, dispatches, dispatchText, sendText } from './dispatch.ts';
import { emitBlock } from './emit-block.ts';
import { emitClause, type StandingClause, settleStanding } from './emit-clause.ts';
import { type EmitContext, type EmittedClause, type Keep, type KeptAll, keepNothing, noEnd } from './emit-context.ts';
import { codes, outcomeKey, storeNow } from './emit-outcome.ts';
import {
  type FunctionWriter,
  type LayoutWriter,
  listPosition,
  newFunctionWriter,
  newLayoutWriter,
} from './function-writer.ts';
import { literalOf } from './literal-of.ts';
import { NotColumnar, zeroOperand } from './operand.ts';
import { type Part, partsOf } from './parts.ts';
import { type Choices, choicesOf, specialise } from './specialise.ts';
import { clearRow, clearTrace, rowOfTrace, traceConstants, tracePrelude } from './trace-text.ts';
import { newTraceWriter } from './trace-writer.ts';
import { usedLines } from './used-lines.ts';
import { withinLine } from './within.ts';
import { yearsAssessed } from './years-assessed.ts';

export interface ColumnarOptions {
  readonly readings?: Choices;
  /** What the emitted module imports its types from. */
  readonly types?: string;
  readonly name?: string;
  /** Code that records a flat trace of each row. Its columns may be more than without. */
  readonly trace?: true;
  /** Hears of every value while code is made of it. */
  readonly keep?: Keep;
}

export type EmittedColumnar =
  /** `script`: the same as an ES module in JavaScript, for threads. */
  | {
      readonly kind: 'emitted';
      readonly layout: ColumnarLayout;
      readonly trace?: TraceLayout;
      readonly file: EmittedFile;
      readonly script: EmittedFile;
    }
  | { readonly kind: 'refused'; readonly reasons: readonly Refusal[] };

/** Why no columnar code is made of a clause or block. */
export interface Refusal {
  readonly clause: string;
  readonly why: NotColumnarReason;
}

export function emitColumnar(policy: PolicyIr, options: ColumnarOptions = {}): EmittedColumnar {
  const choices = choicesOf(policy, options.readings ?? {});
  const ir = specialise(policy, choices);
  const layout = newLayoutWriter(ir, choices);
  for (const clause of ir.clauses) addOutcome(layout, clause);
  const isActive = activity(choices);
  const reads = clauseReads(ir, isActive);
  const sizes = new Map(ir.clauses.map((clause) => [clause.id, sizeOf(clause)]));
  const texts = ir.clauses.filter((clause) => isTextAlone(clause, reads.get(clause.id)!));
  const size = (clause: ClauseId): number => sizes.get(clause)!;
  const trace = options.trace === true ? newTraceWriter() : undefined;
  // A trace tells of every clause, also of those that are not met.
  const sent = trace === undefined ? dispatches(ir, reads, size) : [];
  const isApart = new Set([...texts.map(({ id }) => id), ...sent.flatMap(clausesOf)]);
  const others = ir.order.filter(({ kind, id }) => kind === 'block' || !isApart.has(id));
  const parts = partsOf({ ...ir, order: others }, reads, isActive, size);
  const making: Making = {
    layout,
    reads,
    isActive,
    refusals: [],
    clauses: new Map(ir.clauses.map((one) => [one.id, one])),
    blocks: new Map(ir.blocks.map((one) => [one.id, one])),
    keep: trace?.keep ?? options.keep ?? keepNothing,
    keptAll: trace?.keptAll ?? noEnd,
    isTraced: trace !== undefined,
  };
  const functions = parts.map((part, index) => emitPart(part, `bind${index}`, making));
  const guards: string[] = [];
  for (const dispatch of sent) {
    const send = emitDispatch(dispatch, guards, making);
    functions.push(dispatchText(`bind${functions.length}`, send));
  }
  if (making.refusals.length > 0) return { kind: 'refused', reasons: making.refusals };
  const finished = layoutOf(layout);
  const traced = trace?.layout();
  const text = moduleText(
    finished,
    functions,
    guards,
    texts.map(({ id }) => layout.positions.get(outcomeKey(id))!),
    layout,
    options,
    traced,
  );
  const { name } = emitOptions(policy.id, options.name === undefined ? {} : { name: options.name });
  const kind = traced === undefined ? 'columnar' : 'traced';
  return {
    kind: 'emitted',
    layout: finished,
    ...(traced === undefined ? {} : { trace: traced }),
    file: { path: `${name}.${kind}.ts`, content: asTypeScript(text) },
    script: { path: `${name}.${kind}.mjs`, content: asJavaScript(text) },
  };
}

interface Making {
  readonly layout: LayoutWriter;
  readonly reads: ReadonlyMap<ClauseId, ClauseReads>;
  readonly isActive: (block: BlockIr) => boolean;
  readonly refusals: Refusal[];
  readonly clauses: ReadonlyMap<ClauseId, ClauseIr>;
  readonly blocks: ReadonlyMap<string, BlockIr>;
  readonly keep: Keep;
  readonly keptAll: KeptAll;
  readonly isTraced: boolean;
}

function activity(choices: Choices): (block: BlockIr) => boolean {
  return ({ under }) => under === undefined || under.choices.includes(choices[under.reading]!);
}

function addOutcome(layout: LayoutWriter, clause: ClauseIr): void {
  layout.positions.set(outcomeKey(clause.id), layout.outcomes.length);
  const items = clause.statements.find((line) => line.kind === 'items');
  if (items !== undefined) listPosition(layout, items.list);
  const column: OutcomeColumn = {
    clause: clause.id,
    kind: clause.kind,
    currency: clause.currency,
    denominator: 1,
    settled: true,
  };
  layout.outcomes.push(items === undefined ? column : { ...column, list: items.list });
}

/** Its status is the same in all rows. */
function isTextAlone({ kind, statements, reference, payment }: ClauseIr, { gate, inBlock }: ClauseReads): boolean {
  return (
    kind === 'none' &&
    statements.length === 0 &&
    reference.kind === 'periodEnd' &&
    payment === undefined &&
    !gate &&
    !inBlock
  );
}

function sizeOf({ statements }: ClauseIr): number {
  return linesWithin(statements).reduce((sum, line) => sum + 1 + withinLine(line).length, 4);
}

// ── Functions ────────────────────────────────────────────────────────────────

function emitPart(part: Part, name: string, making: Making, isRow = false): string {
  const writer = newFunctionWriter(making.layout);
  const block = newCodeBlock('      ');
  const clauses = new Map<ClauseId, EmittedClause>();
  const { keep, keptAll } = making;
  const context: EmitContext = { writer, block, shift: 0, items: new Map(), clauses, keep, keptAll };
  const standing = new Map<ClauseId, StandingClause>();
  for (const { kind, id } of part) {
    orRefused(id, making, () => {
      if (kind === 'clause') {
        clauses.set(id, nothingOf());
        const emitted = emitClause(making.clauses.get(id)!, making.reads.get(id)!, context);
        clauses.set(id, emitted.emitted);
        standing.set(id, emitted);
      } else settleBlock(id, making, standing, context);
    });
  }
  for (const [id, one] of standing) {
    if (making.reads.get(id)!.inBlock) orRefused(id, making, () => settleStanding(one, context));
  }
  for (const { id } of part) if (making.clauses.has(id)) clearItems(writer, id);
  keptAll(block);
  return (
    orRefused(part[0]!.id, making, () =>
      functionText(writer, name, block.lines, isRow ? 'row' : making.isTraced ? 'traced' : 'rows'),
    ) ?? ''
  );
}

/** The name of what sends a row; it and the functions by option join `guards`. */
function emitDispatch(dispatch: Dispatch, guards: string[], making: Making): string {
  const targets = dispatch.branches.map(({ packs, inner }) => [
    ...packs.map((clauses) => emitGuarded(clauses, guards, making)),
    ...inner.map((one) => emitDispatch(one, guards, making)),
  ]);
  const name = `send${guards.length}`;
  guards.push(sendText(newFunctionWriter(making.layout), name, dispatch, targets));
  return name;
}

function emitGuarded(clauses: readonly ClauseIr[], guards: string[], making: Making): string {
  const part = clauses.map(({ id }) => ({ kind: 'clause', id }) as const);
  const unguarded = new Map(clauses.map((clause) => [clause.id, clause]));
  const name = `guard${guards.length}`;
  guards.push(emitPart(part, name, { ...making, clauses: unguarded }, true));
  return name;
}

/** Stands for a clause that is refused, so that what reads it can be looked at too. */
function nothingOf(): EmittedClause {
  const zero = { kind: 'number', low: zeroOperand, high: zeroOperand, noRow: 'false' } as const;
  const gate = { kind: 'truth', sure: 'false', possible: 'false' } as const;
  return { gate, own: zero, value: zero, beforeCap: zero, lines: new Map(), afterBlocks: new Map() };
}

function settleBlock(
  id: string,
  { blocks, isActive }: Making,
  standing: ReadonlyMap<ClauseId, StandingClause>,
  context: EmitContext,
): void {
  const block = blocks.get(id)!;
  const members = block.members.flatMap((member) => standing.get(member) ?? []);
  emitBlock(block, isActive(block), members, context);
}

function orRefused<T>(clause: string, { refusals }: Making, make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof NotColumnar)) throw error;
    refusals.push({ clause, why: error.why });
    return undefined;
  }
}

/**
 * A function that binds columns, and returns what goes through their rows. Bound once, the columns are constants to the engine: a row at a time costs hardly
 * more than many at once. What may change between calls is read at each: the year, parameters, the columns of items.
 */
function functionText(
  writer: FunctionWriter,
  name: string,
  lines: readonly string[],
  form: 'rows' | 'row' | 'traced',
): string {
  const body = usedLines(storeNow(writer, lines.join('\n')).split('\n')).join('\n');
  const isRow = form === 'row';
  const hoisted = usedNames(
    [['year', 'columns.year'], ['general', 'columns.general'], ...writer.hoisted],
    isRow ? body : `general ${body}`,
  );
  const [bound, each] = [hoisted.filter(staysBound), hoisted.filter((one) => !staysBound(one))];
  const loop = [
    '    for (let i = from; i < to; i += 1) {',
    ...(form === 'traced'
      ? [rowOfTrace, '      if (general[i]! !== 0) {', clearRow, '        continue;', '      }']
      : ['      if (general[i]! !== 0) continue;']),
    body,
    '    }',
  ];
  return [
    `function ${name}(columns${typed('Columns')}, outcomes${typed('OutcomeColumns')})${typed(isRow ? 'Row' : 'Rows')} {`,
    ...bound.map(([hoistedName, code]) => `  const ${hoistedName} = ${code};`),
    isRow ? '  return (i) => {' : `  return (from, to${form === 'traced' ? ', trace, first' : ''}) => {`,
    ...(form === 'traced' ? tracePrelude(body) : []),
    ...each.map(([hoistedName, code]) => `    const ${hoistedName} = ${code};`),
    ...writer.clears,
    ...(isRow ? [body] : loop),
    '  };',
    '}',
  ].join('\n');
}

function staysBound([, code]: readonly [string, string]): boolean {
  return (
    /^columns\.(?:facts|history|answered|general)\b/u.test(code) ||
    /^outcomes\.clauses\[\d+\]!\.(?:status|low|high)$/u.test(code)
  );
}

/** Those that the rows ask for, or that others of them ask for. */
function usedNames(
  hoisted: readonly (readonly [string, string])[],
  body: string,
): readonly (readonly [string, string])[] {
  const namesIn = (text: string): readonly string[] => text.match(/[a-z]\w*/gu) ?? [];
  const used = new Set(namesIn(body));
  const kept: (readonly [string, string])[] = [];
  for (const [name, code] of [...hoisted].reverse()) {
    if (!used.has(name)) continue;
    kept.unshift([name, code]);
    for (const inner of namesIn(code)) used.add(inner);
  }
  return kept;
}

/** Items of rows whose clause does not come to its items are left out of it. */
function clearItems({ layout, clears }: FunctionWriter, clause: ClauseId): void {
  const place = layout.positions.get(outcomeKey(clause))!;
  const { list } = layout.outcomes[place]!;
  if (list === undefined) return;
  const offsets = `columns.lists[${listPosition(layout, list)}]!.offsets`;
  clears.push(`    outcomes.clauses[${place}]!.items!.status.fill(255, ${offsets}[from]!, ${offsets}[to]!);`);
}

// ── The module ───────────────────────────────────────────────────────────────

function layoutOf({ ir, choices, parameters, facts, history, lists, outcomes }: LayoutWriter): ColumnarLayout {
  return { policy: ir.id, readings: choices, parameters, facts, history, lists, outcomes };
}

/**
 * Rows that go through all functions before the next ones do. Few: what one function read is still at hand for the next, and a function that is called often is optimised
 * as a whole. One that is optimised in the middle of its first loop would be thrown back at its next call, and calls of one row would stay slow.
 */
const rowsAtOnce = 64;

function moduleText(
  layout: ColumnarLayout,
  functions: readonly string[],
  guards: readonly string[],
  texts: readonly number[],
  { ir }: LayoutWriter,
  { types = 'jieti/columnar' }: ColumnarOptions,
  trace: TraceLayout | undefined,
): string {
  const { first, last } = yearsAssessed(ir);
  const outside = [`year < ${first}`, ...(last === undefined ? [] : [`year > ${last}`])].join(' || ');
  const calls = functions.map(
    (_, index) => `    rows${index}(start, end${trace === undefined ? '' : ', trace, from'});`,
  );
  const binds = functions.map((_, index) => `    rows${index} = bind${index}(columns, outcomes);`);
  const fills = texts.map((place) => `  outcomes.clauses[${place}]!.status.fill(${codes.noAmount}, from, to);`);
  const text = [
    banner,
    typeOnly(
      `import type { ColumnarLayout, Columns, OutcomeColumns${trace === undefined ? '' : ', Trace, TraceLayout'} } from ${literalOf(types)};`,
    ),
    '',
    `export const layout${typed('ColumnarLayout')} = ${literalOf(layout)};`,
    '',
    ...(trace === undefined ? [] : [...traceConstants(trace), '']),
    ...[...guards, ...functions].flatMap((text) => [text, '']),
    ...(guards.length === 0 ? [] : [typeOnly('type Row = (i: number) => void;'), '', clearStatusesText, '']),
    ...calendarText([...guards, ...functions]),
    outOfForceText,
    '',
    typeOnly(
      `type Rows = (from: number, to: number${trace === undefined ? '' : ', trace: Trace, first: number'}) => void;`,
    ),
    `let boundColumns${typed('Columns | undefined')};`,
    `let boundOutcomes${typed('OutcomeColumns | undefined')};`,
    ...functions.map((_, index) => `let rows${index}${typed('Rows')} = () => undefined;`),
    '',
    `export function ${trace === undefined ? 'assessColumns' : 'assessTraced'}(columns${typed('Columns')}, outcomes${typed('OutcomeColumns')}, ${trace === undefined ? '' : `trace${typed('Trace')}, `}from${typed('number')}, to${typed('number')})${typed('void')} {`,
    '  const { year } = columns;',
    `  if (${outside}) {`,
    ...(trace === undefined ? [] : [clearTrace]),
    '    outOfForce(columns, outcomes, from, to);',
    '    return;',
    '  }',
    '  if (columns !== boundColumns || outcomes !== boundOutcomes) {',
    ...binds,
    '    boundColumns = columns;',
    '    boundOutcomes = outcomes;',
    '  }',
    ...(guards.length === 0 ? [] : ['  clearStatuses(outcomes, from, to);']),
    ...fills,
    `  for (let start = from; start < to; start += ${rowsAtOnce}) {`,
    `    const end = Math.min(start + ${rowsAtOnce}, to);`,
    ...calls,
    '  }',
    '}',
    '',
  ].join('\n');
  return text.replace(/(\]|\.items)!(?!=)/gu, `$1${typeOnly('!')}`);
}

const outOfForceText = `function outOfForce(columns${typed('Columns')}, outcomes${typed('OutcomeColumns')}, from${typed('number')}, to${typed('number')})${typed('void')} {
  const { lists } = columns;
  for (const [index, { status, items }] of outcomes.clauses.entries()) {
    status.fill(${codes.outOfForce}, from, to);
    const list = layout.lists.findIndex((one) => one.list === layout.outcomes[index]!.list);
    if (items !== undefined) items.status.fill(255, lists[list]!.offsets[from]!, lists[list]!.offsets[to]!);
  }
}`;
