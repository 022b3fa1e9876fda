import type { Report } from '../../diagnostics/diagnostic.ts';
import {
  AmountOfText,
  GivenTwice,
  ItemNotGiven,
  LedgerAgainstPlan,
  NothingExpected,
  NothingPaidInParts,
  NothingToDecide,
  NotPerItem,
  YearNotInForce,
} from '../../diagnostics/rules.ts';
import type {
  ExampleDeclaration,
  ExampleLine,
  ExpectedOutcome,
  Expression,
  GivenFact,
  Reference,
  Text,
} from '../../grammar/ast.ts';
import { applicantsOf } from '../applicants-of.ts';
import { keyOfItem, listUnder } from '../resolve/item-keys.ts';
import { type Names, symbolNamed } from '../resolve/names.ts';
import type { ClauseSymbol } from '../resolve/symbol.ts';
import { declarationsOf, eachHeaders, everyExpression, everyLine, rootsOf } from '../walk.ts';
import { type Analysis, hasUnread, type Rule } from './rule.ts';

/** R22: an example states each fact once and asks for something that its clauses can answer. */
export const examples: Rule = (analysis, report) => {
  for (const example of declarationsOf(analysis.file, 'ExampleDeclaration').flatMap(applicantsOf)) {
    if (!example.lines.some((line) => line.kind === 'ExpectLine') && !hasUnread(analysis, example.span))
      report(NothingExpected, { span: example.title.span }, {});
    reportGivenTwice(analysis.names, example, report);
    reportYear(analysis, example, report);
    for (const line of example.lines) checkLine(analysis, example, line, report);
  }
};

function reportGivenTwice(names: Names, { lines }: ExampleDeclaration, report: Report): void {
  const facts = lines.filter((line) => line.kind === 'GivenFact');
  reportRepeats(names, facts, report);
  const items = new Set<string>();
  for (const line of lines) {
    if (line.kind !== 'GivenItem') continue;
    reportRepeats(names, line.fields, report);
    const list = names.used.get(line.list);
    const key = JSON.stringify([
      list?.name.id ?? line.list.text,
      keyOfItem(list?.kind === 'list' ? list.declaration : undefined, line.key.value),
    ]);
    if (items.has(key)) report(GivenTwice, { span: line.key.span }, { name: line.key.value });
    items.add(key);
  }
}

/** One fact of one year, or from one day. Named by how far back, or by the year itself: the two are not compared. */
function reportRepeats(names: Names, facts: readonly GivenFact[], report: Report): void {
  const seen = new Set<string>();
  for (const { field, year, shift, from } of facts) {
    const id = names.used.get(field)?.name.id ?? field.text;
    const key = JSON.stringify([id, year ?? null, shift ?? 0, from?.value ?? null]);
    if (seen.has(key)) report(GivenTwice, { span: field.span }, { name: field.text });
    seen.add(key);
  }
}

function reportYear({ file }: Analysis, { title, year, lines }: ExampleDeclaration, report: Report): void {
  if (year === undefined) return;
  const head = declarationsOf(file, 'PolicyHead').flatMap((one) => one.lines);
  const inForce = head.find((line) => line.kind === 'InForceLine');
  if (inForce?.kind !== 'InForceLine') return;
  const isBefore = year < Number(inForce.from.value.slice(0, 4));
  const isAfter = inForce.to !== undefined && year > Number(inForce.to.value.slice(0, 4));
  const isMeant = lines.some((line) => line.kind === 'ExpectLine' && line.outcome.kind === 'outOfForce');
  if ((isBefore || isAfter) && !isMeant) report(YearNotInForce, { span: title.span }, { year: String(year) });
}

function checkLine(analysis: Analysis, example: ExampleDeclaration, line: ExampleLine, report: Report): void {
  switch (line.kind) {
    case 'DecidedLine': {
      const clause = checkTarget(analysis, example, line.clause, line.item, report);
      if (clause !== undefined && !hasCeiling(analysis.names, clause))
        report(NothingToDecide, { span: line.clause.span }, { clause: line.clause.text });
      return;
    }
    case 'LedgerPaidLine': {
      const saysHow = line.state === 'granted' || line.part !== undefined;
      const clause = analysis.names.used.get(line.clause);
      if (clause?.kind !== 'clause' || hasPlan(clause) === saysHow) return;
      report(LedgerAgainstPlan, { span: line.span }, { clause: line.clause.text, planned: hasPlan(clause) });
      return;
    }
    case 'ExpectLine': {
      if (line.target.kind !== 'clause') return;
      const clause = checkTarget(analysis, example, line.target.clause, line.target.item, report);
      if (clause !== undefined && line.target.now && !hasPlan(clause))
        report(NothingPaidInParts, { span: line.target.clause.span }, { clause: line.target.clause.text });
      const computes = clause === undefined ? undefined : analysis.types.clauses.get(clause)?.type !== undefined;
      const asksText = line.outcome.kind === 'noAmount';
      if ((computes === true && asksText) || (computes === false && asksAmount(line.outcome)))
        report(AmountOfText, { span: line.target.clause.span }, { clause: line.target.clause.text, computes });
      return;
    }
    default:
      return;
  }
}

/** That a clause is undetermined may be asked of a text too, whose conditions may be open; bounds may not. */
function asksAmount(outcome: ExpectedOutcome): boolean {
  if (outcome.kind === 'undetermined') return outcome.low !== undefined || outcome.high !== undefined;
  return outcome.kind === 'exactly' || outcome.kind === 'upTo';
}

/** The clause asked; for one item of it, that item is given and the clause goes by items. */
function checkTarget(
  { names }: Analysis,
  { lines }: ExampleDeclaration,
  reference: Reference,
  item: Text | undefined,
  report: Report,
): ClauseSymbol | undefined {
  const clause = names.used.get(reference);
  if (clause?.kind !== 'clause') return undefined;
  if (item === undefined) return clause;
  const list = listUnder(names, reference)?.declaration;
  const key = keyOfItem(list, item.value);
  const isGiven = lines.some((line) => line.kind === 'GivenItem' && keyOfItem(list, line.key.value) === key);
  if (eachHeaders(clause.declaration).length === 0) report(NotPerItem, { span: item.span }, { clause: reference.text });
  else if (!isGiven) report(ItemNotGiven, { span: item.span }, { key: item.value });
  return clause;
}

function hasPlan({ declaration }: ClauseSymbol): boolean {
  return everyLine(declaration.lines).some(({ kind }) => kind === 'PaymentPlan');
}

/** Definitions are looked into. */
function hasCeiling(names: Names, clause: ClauseSymbol): boolean {
  const open: Expression[] = [...rootsOf(clause.declaration)];
  const seen = new Set<Expression>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const part of everyExpression(next)) {
      if (part.kind === 'UpTo') return true;
      const symbol = symbolNamed(names, part);
      if (symbol?.kind === 'definition') open.push(symbol.declaration.value);
    }
  }
  return false;
}
