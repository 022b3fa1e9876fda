/**
 * Paths to the figures of a policy, as an adapting one names them: the clause, the word of the line (or its label), then rows by their
 * option or their number. `art4.subsidise.national.cap` · 攻关项目.补助.国家级.封顶. Choices of a reading may be left out: a figure that the
 * source states once is often written in every alternative.
 */
import type { Bilingual } from '../../diagnostics/diagnostic.ts';
import type {
  Anchor,
  ClauseLine,
  DateLiteral,
  Declaration,
  Expression,
  Name,
  Negation,
  NumberLiteral,
  ParameterRow,
  PaymentPlan,
  Reference,
  RowTest,
  Scope,
} from '../../grammar/ast.ts';
import { keywordsOf } from '../../grammar/dictionary.ts';
import { declaredAs, type NameForms, placesLike, space } from '../../grammar/print/name-forms.ts';
import { vocabulary, type WordId } from '../../grammar/vocabulary.ts';
import { lineWords, wordsOf } from '../rules/words.ts';
import { childrenOf, expressionsOn } from '../walk.ts';

export interface PathStep {
  /** As messages and the drafter's comments show it. */
  readonly shown: Bilingual;
  /** Every spelling that is read. */
  readonly forms: readonly string[];
  /** The reading of which it is a choice: such a step may be left out. */
  readonly choiceOf?: string;
}

/** `-5%` is one figure. */
export type FigureNode = NumberLiteral | Negation | DateLiteral | Extract<Scope, { kind: 'OverYears' }>;

/** What bears anchors: a line, a row, a definition or a block. */
export type Bearer = object & { readonly anchors: readonly Anchor[] };

export interface Figure {
  readonly node: FigureNode;
  readonly trail: readonly PathStep[];
  /** Outermost first. */
  readonly bearers: readonly Bearer[];
}

/** A line, or a row of a choice by options, that can be left out. */
export interface Part {
  readonly node: object;
  readonly trail: readonly PathStep[];
}

interface Walk {
  readonly names: NameForms;
  readonly figures: Figure[];
  readonly parts: Part[];
}

interface Here {
  readonly trail: readonly PathStep[];
  readonly bearers: readonly Bearer[];
}

/** All figures and parts of one declaration, in written order. */
export function partsOf(declaration: Declaration, names: NameForms): Pick<Walk, 'figures' | 'parts'> {
  const walk: Walk = { names, figures: [], parts: [] };
  const here: Here = { trail: [], bearers: [] };
  switch (declaration.kind) {
    case 'ClauseDeclaration':
      if (declaration.each?.where !== undefined)
        walkExpression(walk, declaration.each.where, under(here, wordStep('where')));
      for (const line of declaration.lines) walkLine(walk, line, here);
      break;
    case 'Definition':
      walkExpression(walk, declaration.value, { ...here, bearers: [declaration] });
      break;
    case 'ParameterDeclaration':
      for (const row of declaration.rows) {
        const inside = under(here, versionStep(row));
        if (row.value !== undefined) walkExpression(walk, row.value, { ...inside, bearers: [row] });
      }
      break;
    case 'BlockDeclaration': {
      const inside = { ...under(here, wordStep('cap')), bearers: [declaration] };
      if (declaration.block.kind === 'GroupCapBlock') walkExpression(walk, declaration.block.amount, inside);
      walkScopes(walk, declaration.block.scopes, inside);
      break;
    }
    default:
  }
  return walk;
}

function under(here: Here, step: PathStep | undefined): Here {
  return step === undefined ? here : { ...here, trail: [...here.trail, step] };
}

function walkLine(walk: Walk, line: ClauseLine, here: Here): void {
  if (line.kind === 'ReadingChoice') {
    for (const row of line.rows)
      for (const inner of row.body) walkLine(walk, inner, under(here, choiceStep(walk, line.reading, row.choices)));
    return;
  }
  if (line.kind === 'EachBlock') {
    for (const where of expressionsOn(line)) walkExpression(walk, where, under(here, wordStep('where')));
    for (const inner of line.lines) walkLine(walk, inner, here);
    return;
  }
  const label = 'label' in line ? line.label : undefined;
  const step = label === undefined ? stepOf(lineWords(line)) : nameStep([label], label.id);
  const inside: Here = { trail: [...here.trail, step], bearers: 'anchors' in line ? [line] : [] };
  walk.parts.push({ node: line, trail: inside.trail });
  if (line.kind === 'PaymentPlan') {
    walkPlan(walk, line, inside);
    return;
  }
  const condition = line.kind === 'AdjustLine' ? line.condition : undefined;
  for (const root of expressionsOn(line))
    walkExpression(walk, root, root === condition ? under(inside, wordStep('if')) : inside);
  if ('scopes' in line) walkScopes(walk, line.scopes, inside);
}

/** Rows by their number. */
function walkPlan(walk: Walk, { form, most }: PaymentPlan, here: Here): void {
  const rows = form.kind === 'Instalments' ? form.rows : [];
  rows.forEach((row, index) => {
    const inside = { ...under(here, plainStep(String(index + 1))), bearers: [...here.bearers, row] };
    walk.parts.push({ node: row, trail: inside.trail });
    for (const due of row.due) if (due.kind === 'DueDay') walkExpression(walk, due.day, under(inside, wordStep('on')));
    if (row.share !== undefined) walkExpression(walk, row.share, inside);
    if (row.condition !== undefined) walkExpression(walk, row.condition, under(inside, wordStep('if')));
  });
  if (most !== undefined) walkExpression(walk, most.amount, under(here, wordStep('cap')));
}

function walkScopes(walk: Walk, scopes: readonly Scope[], here: Here): void {
  for (const scope of scopes)
    if (scope.kind === 'OverYears') walk.figures.push({ node: scope, ...under(here, wordStep('years')) });
}

function walkExpression(walk: Walk, expression: Expression, here: Here): void {
  switch (expression.kind) {
    case 'NumberLiteral':
    case 'DateLiteral':
      walk.figures.push({ node: expression, ...here });
      return;
    case 'Negation':
      if (expression.operand.kind === 'NumberLiteral') walk.figures.push({ node: expression, ...here });
      else walkExpression(walk, expression.operand, here);
      return;
    case 'Choose':
      walkChoose(walk, expression, here);
      return;
    case 'Ladder':
      walkExpression(walk, expression.of, under(here, wordStep('firstTime')));
      expression.rows.forEach((row, index) => {
        const inside = { ...under(here, plainStep(String(index + 1))), bearers: [...here.bearers, row] };
        walkExpression(walk, row.threshold, under(inside, stepOf(wordsOf(expression.word as WordId))));
        walkExpression(walk, row.amount, inside);
      });
      return;
    case 'CappedRow':
      walkExpression(walk, expression.value, here);
      walkExpression(walk, expression.cap, under(here, wordStep('cap')));
      return;
    case 'Raised':
      walkExpression(walk, expression.of, here);
      walkExpression(walk, expression.by, under(here, wordStep(expression.operation)));
      walkExpression(walk, expression.condition, under(here, wordStep('if')));
      return;
    case 'ReadingExpression':
      for (const row of expression.rows)
        walkExpression(walk, row.value, under(here, choiceStep(walk, expression.reading, row.choices)));
      return;
    default:
      for (const child of childrenOf(expression)) walkExpression(walk, child, here);
  }
}

function walkChoose(walk: Walk, choose: Extract<Expression, { kind: 'Choose' }>, here: Here): void {
  if (choose.key !== undefined) walkExpression(walk, choose.key, under(here, wordStep('by')));
  choose.rows.forEach((row, index) => {
    const { test } = row;
    const inside = { ...under(here, rowStep(walk, test, index)), bearers: [...here.bearers, row] };
    walk.parts.push({ node: row, trail: inside.trail });
    if (test.kind === 'BoundsRow')
      for (const bound of test.bounds)
        walkExpression(walk, bound.edge, under(inside, stepOf(wordsOf(bound.word as WordId))));
    if (test.kind === 'ConditionRow') walkExpression(walk, test.condition, under(inside, wordStep('when')));
    walkExpression(walk, row.value, inside);
  });
  if (choose.otherwise?.value !== undefined)
    walkExpression(walk, choose.otherwise.value, under(here, wordStep('otherwise')));
}

/** A row of options or of yes and no by what it is for, any other by its number. */
function rowStep(walk: Walk, test: RowTest, index: number): PathStep {
  if (test.kind === 'OptionsRow') return optionStep(walk, test.options);
  return test.kind === 'TruthRow' ? wordStep(test.truth ? 'yes' : 'no') : plainStep(String(index + 1));
}

// ── Steps ────────────────────────────────────────────────────────────────────

function plainStep(text: string): PathStep {
  return { shown: { zh: text, en: text }, forms: [text] };
}

/** `average.2025`; `ceiling.20250315`, the day from which a version holds: a name in a path holds no hyphen. */
function versionStep({ days, year }: ParameterRow): PathStep | undefined {
  if (days === undefined) return year === undefined ? undefined : plainStep(String(year));
  const step = plainStep(days.from.value.replaceAll('-', ''));
  return { ...step, forms: [...step.forms, days.from.value] };
}

function wordStep(id: WordId): PathStep {
  return stepOf(wordsOf(id));
}

/** A word of the language, in whichever script and spelling. */
function stepOf(shown: Bilingual): PathStep {
  const ids = keywordsOf(shown.zh).filter((id) => wordsOf(id).en === shown.en);
  const forms = ids.flatMap((id) => [...vocabulary[id].en, ...vocabulary[id].zh, ...vocabulary[id].hant]);
  return { shown: { zh: shown.zh, en: underscored(shown.en) }, forms: [shown.zh, ...forms, shown.en].map(underscored) };
}

/** `raise by` in a path is raise_by: a path holds no space. */
function underscored(text: string): string {
  return text.replaceAll(' ', '_');
}

function optionStep(walk: Walk, options: readonly Reference[]): PathStep {
  return namesStep(walk, options, 'options of ');
}

function choiceStep(walk: Walk, reading: Reference, choices: readonly Reference[]): PathStep {
  const [declared] = declaredAs(walk.names, reading.text, [space.readings]);
  return { ...namesStep(walk, choices, 'choices of '), choiceOf: declared?.id ?? reading.text };
}

function namesStep({ names }: Walk, references: readonly Reference[], places: string): PathStep {
  const all = references.flatMap(({ text }) => declaredAs(names, text, placesLike(names, places)));
  return nameStep(all, references[0]?.text ?? '', references);
}

function nameStep(names: readonly Name[], written: string, references: readonly Reference[] = []): PathStep {
  const forms = names.flatMap(({ id, zh, hant }) => [id, zh, hant]).filter((form) => form !== undefined);
  const [first] = names;
  return {
    shown: { zh: first?.zh ?? first?.id ?? written, en: first?.id ?? written },
    forms: [...forms, ...references.map(({ text }) => text), written],
  };
}
