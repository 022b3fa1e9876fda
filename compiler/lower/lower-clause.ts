import { ClauseLineCannotVary } from '../../diagnostics/lowering.ts';
import type { ClauseDeclaration, ClauseLine, DatedByLine } from '../../grammar/ast.ts';
import type { AmountKind, ClauseIr, Statement } from '../../runtime/ir.ts';
import { kindOfVerb } from '../kind-of-verb.ts';
import { lineWords } from '../rules/words.ts';
import { everyLine, linesIn } from '../walk.ts';
import { type Draft, outermost, type Place, settle, standing, take, typeIr } from './draft.ts';
import { clauseId } from './lower-expression.ts';
import { lowerItems, widthOf } from './lower-items.ts';
import { lowerNames } from './lower-names.ts';
import { lowerPayment } from './lower-payment.ts';
import { choicesOf, planRows, readingOf } from './lower-reading.ts';
import { lowerStatements } from './lower-statement.ts';

type Alternatives = Extract<ClauseLine, { kind: 'ReadingChoice' }>;

/** One clause: where it stands in the source, when its figures are read, and its statements. */
export function lowerClause(draft: Draft, clause: ClauseDeclaration): ClauseIr {
  const node = take(draft, { span: clause.span, labelled: { kind: 'clause', declaration: clause } });
  const lines = everyLine(clause.lines);
  refuseVaryingLines(draft, clause.lines);
  const cites = lines.find((line) => line.kind === 'CitesLine');
  const matter = lines.find((line) => line.kind === 'MatterLine');
  const amount = lines.find((line) => line.kind === 'AmountLine');
  const formerly = lines.find((line) => line.kind === 'FormerlyLine');
  return {
    id: clause.name.id,
    node,
    names: lowerNames(clause.name),
    ...(formerly === undefined ? {} : { formerly: formerly.ids.map(({ value }) => value) }),
    kind: kindOf(lines),
    currency: amount === undefined ? draft.currency : currencyOf(draft, amount),
    ...(cites === undefined ? {} : { article: cites.article }),
    ...(cites?.paragraph === undefined ? {} : { paragraph: cites.paragraph }),
    authority: lines.flatMap((line) => (line.kind === 'AuthorityLine' ? line.bodies.map(({ value }) => value) : [])),
    matter: matter === undefined ? clause.name.id : (draft.names.declared.get(matter.name)?.name.id ?? matter.name.id),
    texts: lines.flatMap((line) => (line.kind === 'TextLine' ? [textOf(line)] : [])),
    reference: referenceOf(
      draft,
      lines.find((line) => line.kind === 'DatedByLine'),
    ),
    statements: lowerBody(draft, clause, clause.lines, { ...outermost, clause: clause.name.id }),
    ...paymentOf(draft, clause),
  };
}

function textOf({ mode, text, anchors }: Extract<ClauseLine, { kind: 'TextLine' }>): ClauseIr['texts'][number] {
  return { mode, text: text.value, anchors: anchors.map((anchor) => anchor.text) };
}

function paymentOf(draft: Draft, clause: ClauseDeclaration): Pick<ClauseIr, 'payment'> {
  const payment = lowerPayment(draft, clause, { ...outermost, clause: clause.name.id });
  return payment === undefined ? {} : { payment };
}

/** What a clause is, where it stands and which date it has is one thing for all readings. */
const invariable: ReadonlySet<ClauseLine['kind']> = new Set([
  'CitesLine',
  'AuthorityLine',
  'MatterLine',
  'FormerlyLine',
  'DatedByLine',
  'EveryYearLine',
  'PaymentPlan',
]);

function refuseVaryingLines(draft: Draft, lines: readonly ClauseLine[]): void {
  const alternatives = everyLine(lines).filter((line) => line.kind === 'ReadingChoice');
  if (alternatives.length === 0) return;
  for (const line of new Set(alternatives.flatMap((one) => everyLine(linesIn(one))))) {
    if (invariable.has(line.kind)) draft.report(ClauseLineCannotVary, { span: line.span }, { line: lineWords(line) });
  }
}

/** R24: the written verb tells the kind. */
function kindOf(lines: readonly ClauseLine[]): AmountKind {
  const amount = lines.find((line) => line.kind === 'AmountLine');
  return amount === undefined ? 'none' : kindOfVerb[amount.verb];
}

function currencyOf(draft: Draft, line: Extract<ClauseLine, { kind: 'AmountLine' }>): string {
  const type = typeIr(draft, line.amount);
  return type.kind === 'money' ? type.currency : draft.currency;
}

/** R3: silent, and `dated by end of year`, is the last day of the period on which the policy is in force. */
function referenceOf(draft: Draft, line: DatedByLine | undefined): ClauseIr['reference'] {
  if (line?.field === undefined) return { kind: 'periodEnd' };
  return { kind: 'field', field: clauseId(draft, line.field) };
}

/**
 * Lines that say which year is meant govern the lines around them, and in an item clause a `by reading` may hold lines of both widths:
 * then the reading is switched around the whole body, each case having its row's lines in place.
 */
function lowerBody(
  draft: Draft,
  clause: ClauseDeclaration,
  lines: readonly ClauseLine[],
  place: Place,
): readonly Statement[] {
  const index = lines.findIndex((line) => governsItsNeighbours(draft, clause, line));
  const line = lines[index] as Alternatives | undefined;
  const reading = line === undefined ? undefined : readingOf(draft, line.reading);
  if (line === undefined || reading === undefined) return lowerScopes(draft, clause, lines, place);
  const plan = planRows(draft, reading, line.rows, place);
  const spliced = (body: readonly ClauseLine[]) => [...lines.slice(0, index), ...body, ...lines.slice(index + 1)];
  if (plan.kind === 'one') return lowerBody(draft, clause, spliced(plan.value?.body ?? []), place);
  if (draft.limits.exceeded) return [];
  return [
    {
      kind: 'switch',
      id: take(draft, { span: line.span, labelled: { kind: 'line', line }, ...standing(place) }),
      reading: reading.name.id,
      cases: choicesOf(draft, reading).map((choice) => ({
        choice: choice.name.id,
        statements: lowerBody(draft, clause, lines, settle(place, choice)),
      })),
    },
  ];
}

function governsItsNeighbours(draft: Draft, clause: ClauseDeclaration, line: ClauseLine): line is Alternatives {
  if (line.kind !== 'ReadingChoice') return false;
  if (everyLine(linesIn(line)).some((inner) => inner.kind === 'YearLine')) return true;
  return clause.each !== undefined && widthOf(draft, line) === 'mixed';
}

/** R2: the lines of an item clause down to the first wider one act per item, the rest on the sum. */
function lowerScopes(
  draft: Draft,
  clause: ClauseDeclaration,
  lines: readonly ClauseLine[],
  outer: Place,
): readonly Statement[] {
  const place = { ...outer, shift: lines.find((line) => line.kind === 'YearLine')?.shift ?? 0 };
  const { each } = clause;
  if (each === undefined) return lowerStatements(draft, lines, place);
  const firstWider = lines.findIndex((line) => widthOf(draft, line) === 'wider');
  const cut = firstWider < 0 ? lines.length : firstWider;
  const origin = { span: each.span, labelled: { kind: 'each' as const, each }, ...standing(place) };
  return [
    lowerItems(draft, each, lines.slice(0, cut), place, origin),
    ...lowerStatements(draft, lines.slice(cut), place),
  ];
}
