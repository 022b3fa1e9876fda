import type { Report } from '../../diagnostics/diagnostic.ts';
import {
  ChoiceTwice,
  DefaultChoice,
  OneChoice,
  ReadingIncomplete,
  ReadingUnused,
  ReplacementUnfit,
} from '../../diagnostics/rules.ts';
import type {
  ClauseLine,
  HeadLine,
  PolicyFile,
  ReadingDeclaration,
  Reference,
  ReplaceableWord,
} from '../../grammar/ast.ts';
import { bothNames, inScriptOf } from '../resolve/scope.ts';
import type { PolicySymbol } from '../resolve/symbol.ts';
import { declarationsOf, everyLine, expressionsOfKind, isEffectLine } from '../walk.ts';
import { type Analysis, hasUnread, type Rule, toldWithin } from './rule.ts';
import { replaceableWords } from './words.ts';

/** R15: a reading has one default among two choices or more; where it gives alternatives, each choice has exactly one; it matters somewhere. */
export const readings: Rule = (analysis, report) => {
  const { file, names } = analysis;
  if (!names.symbols.some(({ kind }) => kind === 'reading')) return;
  for (const reading of declarationsOf(file, 'ReadingDeclaration')) checkReading(analysis, reading, report);
  for (const { reading, rows } of alternativesOf(file)) checkComplete(analysis, reading, rows, report);
  const used = new Set<PolicySymbol | undefined>(referencesToReadings(file).map((one) => names.used.get(one)));
  for (const symbol of names.symbols) {
    if (symbol.kind !== 'reading' || used.has(symbol)) continue;
    const { declaration } = symbol;
    const actsByItself = declaration.everywhere && declaration.choices.some((choice) => choice.replacements.length > 0);
    if (!actsByItself && !hasUnread(analysis) && !toldWithin(analysis, file.span, 'JT2'))
      report(ReadingUnused, { span: symbol.name.span }, { reading: bothNames(symbol.name) });
  }
};

function checkReading(analysis: Analysis, { name, choices, span: whole }: ReadingDeclaration, report: Report): void {
  const isWhole = !hasUnread(analysis, whole);
  const reading = bothNames(name);
  const defaults = choices.filter((choice) => choice.isDefault);
  if (choices.length < 2 && isWhole) report(OneChoice, { span: name.span }, { reading });
  if (defaults.length > 1 || (defaults.length === 0 && isWhole))
    report(DefaultChoice, { span: (defaults[1]?.name ?? name).span }, { reading, found: defaults.length });
  for (const choice of choices)
    for (const { from, to, span } of choice.replacements)
      if (familyOf(from) !== familyOf(to))
        report(ReplacementUnfit, { span }, { from: replaceableWords(from), to: replaceableWords(to) });
}

const families: readonly (readonly ReplaceableWord[])[] = [
  ['atLeast', 'over', 'atMost', 'under'],
  ['everyFull', 'everyPart', 'everyStarted'],
  ['highest', 'eachRow'],
  ['perYear', 'ever', 'whileInForce'],
  ['toppingUp', 'perTierHeld', 'everyTier', 'inFull'],
  ['since', 'ifNotYetRewarded'],
];

function familyOf(word: ReplaceableWord): number {
  return families.findIndex((family) => family.includes(word));
}

interface Alternatives {
  readonly reading: Reference;
  readonly rows: readonly { readonly choices: readonly Reference[] }[];
}

/** Everything that stands in several versions: head lines, clause lines, expressions. */
function alternativesOf(file: PolicyFile): readonly Alternatives[] {
  const expressions = expressionsOfKind(file, 'ReadingExpression');
  const heads = declarationsOf(file, 'PolicyHead').flatMap((head) => choicesAmong(head.lines));
  const clauses = declarationsOf(file, 'ClauseDeclaration').flatMap((clause) => clauseChoices(clause.lines));
  return [...heads, ...clauses, ...expressions];
}

function choicesAmong(lines: readonly HeadLine[]): readonly Alternatives[] {
  return lines.flatMap((line) =>
    line.kind === 'ReadingChoice' ? [line, ...line.rows.flatMap((row) => choicesAmong(row.body))] : [],
  );
}

function clauseChoices(lines: readonly ClauseLine[]): readonly Alternatives[] {
  return everyLine(lines).filter((line) => line.kind === 'ReadingChoice');
}

function checkComplete(analysis: Analysis, reference: Reference, rows: Alternatives['rows'], report: Report): void {
  const { names } = analysis;
  const reading = names.used.get(reference);
  if (reading?.kind !== 'reading') return;
  const references = rows.flatMap((row) => row.choices);
  const seen = new Set<PolicySymbol>();
  for (const choice of references) {
    const symbol = names.used.get(choice);
    if (symbol === undefined) return;
    if (seen.has(symbol)) report(ChoiceTwice, { span: choice.span }, { choice: choice.text });
    seen.add(symbol);
  }
  const missing = reading.declaration.choices
    .filter(({ name }) => !seen.has(names.declared.get(name) as PolicySymbol))
    .map(({ name }) => inScriptOf(name, reference.text));
  if (missing.length > 0 && !hasUnread(analysis))
    report(ReadingIncomplete, { span: reference.span }, { reading: reference.text, missing });
}

/** Wherever the policy, its examples aside, makes something hang on a reading. */
function referencesToReadings(file: PolicyFile): readonly Reference[] {
  const tails = declarationsOf(file, 'ClauseDeclaration')
    .flatMap((clause) => everyLine(clause.lines))
    .flatMap((line) => (isEffectLine(line) ? line.readings : []));
  const rows = expressionsOfKind(file, 'Choose').flatMap((one) => one.rows.flatMap((row) => row.readings));
  const blocks = declarationsOf(file, 'BlockDeclaration').flatMap(({ under }) =>
    under === undefined ? [] : [under.reading],
  );
  return [...alternativesOf(file).map(({ reading }) => reading), ...tails, ...rows, ...blocks];
}
