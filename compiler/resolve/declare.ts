import type { Report } from '../../diagnostics/diagnostic.ts';
import { DeclaredTwice, NameFormTaken, ReservedName, TwoSubjects } from '../../diagnostics/names.ts';
import { terms } from '../../diagnostics/terms.ts';
import type {
  BlockDeclaration,
  ClauseDeclaration,
  ClauseLine,
  Declaration,
  FactsDeclaration,
  FieldDeclaration,
  ListDeclaration,
  Name,
  PolicyFile,
  ReadingDeclaration,
  TypeExpression,
} from '../../grammar/ast.ts';
import { everyLine, isEffectLine } from '../walk.ts';
import { newScopes, type Scopes, type Space } from './scope.ts';
import {
  type ClauseSymbol,
  type FieldSymbol,
  formsOf,
  type ItemFieldSymbol,
  type LabelSymbol,
  type ListSymbol,
  type MatterSymbol,
  type PolicySymbol,
  type ReadingSymbol,
  type SubjectSymbol,
} from './symbol.ts';

export interface Declared {
  readonly scopes: Scopes;
  readonly symbols: readonly PolicySymbol[];
  readonly declared: ReadonlyMap<Name, PolicySymbol>;
  readonly subject?: SubjectSymbol;
}

interface Work {
  readonly scopes: Scopes;
  readonly symbols: PolicySymbol[];
  readonly declared: Map<Name, PolicySymbol>;
  readonly report: Report;
  readonly matters: Map<string, MatterSymbol>;
}

/** Makes a symbol of every declaration, whichever order they stand in. */
export function declare(file: PolicyFile, report: Report): Declared {
  const work: Work = { scopes: newScopes(), symbols: [], declared: new Map(), report, matters: new Map() };
  let subject: SubjectSymbol | undefined;
  for (const declaration of file.declarations) {
    if (declaration.kind === 'FactsDeclaration') subject = declareFacts(work, declaration, subject);
    else declareOne(work, declaration);
  }
  const { scopes, symbols, declared } = work;
  return subject === undefined ? { scopes, symbols, declared } : { scopes, symbols, declared, subject };
}

function declareOne(work: Work, declaration: Exclude<Declaration, FactsDeclaration>): void {
  const { scopes } = work;
  switch (declaration.kind) {
    case 'ParameterDeclaration': {
      const symbol = { kind: 'parameter', name: declaration.name, declaration } as const;
      enter(work, scopes.values, symbol);
      declareOptions(work, symbol, declaration.type);
      return;
    }
    case 'UnitDeclaration':
      enter(work, scopes.units, { kind: 'unit', name: declaration.name, declaration });
      return;
    case 'Definition':
      enter(work, scopes.values, { kind: 'definition', name: declaration.name, declaration });
      return;
    case 'ReadingDeclaration':
      declareReading(work, declaration);
      return;
    case 'ClauseDeclaration':
      declareClause(work, declaration);
      return;
    case 'BlockDeclaration':
      declareBlock(work, declaration);
      return;
    case 'PolicyHead':
    case 'ExampleDeclaration':
      return;
  }
}

/** Facts may be spread over several `facts` blocks of one applicant. */
function declareFacts(work: Work, facts: FactsDeclaration, before: SubjectSymbol | undefined): SubjectSymbol {
  let subject = before;
  if (subject === undefined) {
    subject = { kind: 'subject', name: facts.name, declaration: facts };
    enter(work, work.scopes.owners, subject);
  } else if (formsOf(facts.name).some((form) => work.scopes.owners.get(form) === subject)) {
    work.declared.set(facts.name, subject);
  } else {
    const note = { span: subject.name.span, text: { zh: '第一处在这里', en: 'the first one is here' } };
    work.report(TwoSubjects, { span: facts.name.span }, { first: subject.name.id, second: facts.name.id }, [note]);
  }
  for (const field of facts.fields)
    if (field.kind === 'ListDeclaration') declareList(work, field);
    else declareField(work, field);
  return subject;
}

function declareField(work: Work, declaration: FieldDeclaration): void {
  const symbol = { kind: 'fact', name: declaration.name, declaration } as const;
  enter(work, work.scopes.values, symbol);
  declareOptions(work, symbol, declaration.type);
}

function declareList(work: Work, declaration: ListDeclaration): void {
  const list: ListSymbol = { kind: 'list', name: declaration.name, declaration };
  const fields: Space<ItemFieldSymbol> = new Map();
  enter(work, work.scopes.owners, list);
  work.scopes.fieldsOf.set(list, fields);
  for (const field of declaration.fields) {
    const symbol: ItemFieldSymbol = { kind: 'itemField', name: field.name, declaration: field, list };
    enter(work, fields, symbol);
    declareOptions(work, symbol, field.type);
  }
}

function declareOptions(work: Work, owner: FieldSymbol, type: TypeExpression): void {
  if (type.kind !== 'ChoiceType' && type.kind !== 'ChoicesType') return;
  const space: Space<Extract<PolicySymbol, { kind: 'option' }>> = new Map();
  work.scopes.optionsOf.set(owner, space);
  for (const name of type.options) enter(work, space, { kind: 'option', name, owner });
}

function declareReading(work: Work, declaration: ReadingDeclaration): void {
  const reading: ReadingSymbol = { kind: 'reading', name: declaration.name, declaration };
  const choices: Space<Extract<PolicySymbol, { kind: 'choice' }>> = new Map();
  enter(work, work.scopes.readings, reading);
  work.scopes.choicesOf.set(reading, choices);
  for (const choice of declaration.choices)
    enter(work, choices, { kind: 'choice', name: choice.name, declaration: choice, reading });
}

function declareClause(work: Work, declaration: ClauseDeclaration): void {
  const clause: ClauseSymbol = { kind: 'clause', name: declaration.name, declaration };
  enter(work, work.scopes.values, clause);
  work.scopes.labelsOf.set(clause, new Map());
  declareLabels(work, clause, declaration.lines, new Set());
  for (const line of everyLine(declaration.lines)) if (line.kind === 'MatterLine') declareMatter(work, line);
}

/** Alternatives of one reading may repeat a label, for only one of them runs. `before` holds the labels that would run with these lines. */
function declareLabels(work: Work, clause: ClauseSymbol, lines: readonly ClauseLine[], before: Set<string>): void {
  for (const line of lines) {
    if (isEffectLine(line) && line.label !== undefined) declareLabel(work, clause, line.label, before);
    if (line.kind === 'EachBlock') declareLabels(work, clause, line.lines, before);
    if (line.kind !== 'ReadingChoice') continue;
    const together = new Set(before);
    for (const row of line.rows) {
      const own = new Set(before);
      declareLabels(work, clause, row.body, own);
      for (const label of own) together.add(label);
    }
    for (const label of together) before.add(label);
  }
}

function declareLabel(work: Work, clause: ClauseSymbol, name: Name, before: Set<string>): void {
  const space = work.scopes.labelsOf.get(clause) as Space<LabelSymbol>;
  const earlier = formsOf(name)
    .map((form) => space.get(form))
    .find((symbol) => symbol !== undefined);
  if (earlier !== undefined && !before.has(earlier.name.id)) {
    work.declared.set(name, earlier);
    for (const form of formsOf(name)) space.set(form, earlier);
  } else enter(work, space, { kind: 'label', name, clause });
  before.add((earlier?.name ?? name).id);
}

function declareMatter(work: Work, line: Extract<ClauseLine, { kind: 'MatterLine' }>): void {
  const forms = formsOf(line.name);
  const earlier = forms.map((form) => work.matters.get(form)).find((symbol) => symbol !== undefined);
  const symbol: MatterSymbol = earlier ?? { kind: 'matter', name: line.name, declaration: line };
  if (earlier === undefined) work.symbols.push(symbol);
  for (const form of forms) work.matters.set(form, symbol);
  work.declared.set(line.name, symbol);
  refuseReserved(work, line.name, 'matter');
}

function declareBlock(work: Work, declaration: BlockDeclaration): void {
  enter(work, work.scopes.blocks, { kind: 'block', name: declaration.name, declaration });
}

/** The first declaration keeps a name; later ones are reported and reachable by the forms that are still free. */
function enter<S extends PolicySymbol>(work: Work, space: Space<S>, symbol: S): void {
  work.symbols.push(symbol);
  work.declared.set(symbol.name, symbol);
  refuseReserved(work, symbol.name, symbol.kind);
  let told = false;
  for (const form of formsOf(symbol.name)) {
    const earlier = space.get(form);
    if (earlier === undefined) space.set(form, symbol);
    else if (!told && earlier !== symbol) {
      told = true;
      reportTaken(work, symbol, earlier, form);
    }
  }
}

function reportTaken(work: Work, symbol: PolicySymbol, earlier: PolicySymbol, form: string): void {
  const place = { span: symbol.name.span };
  const term = terms[earlier.kind];
  const notes = [{ span: earlier.name.span, text: { zh: '前一个在这里', en: 'the earlier one is here' } }];
  if (symbol.name.id === earlier.name.id) work.report(DeclaredTwice, place, { name: form, term }, notes);
  else work.report(NameFormTaken, place, { name: symbol.name.id, form, other: earlier.name.id, term }, notes);
}

/** Facts and readings travel as JSON objects: names that every object bears already would be read wrongly somewhere. */
const reserved: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** What stands beside the facts in their file, in both languages. */
const besideFacts: ReadonlySet<string> = new Set(['subject', '申报主体', 'decisions', '核定']);
const inFactsFile: readonly PolicySymbol['kind'][] = ['fact', 'list', 'parameter'];

function refuseReserved(work: Work, name: Name, kind: PolicySymbol['kind']): void {
  const isFact = inFactsFile.includes(kind);
  const bad = formsOf(name).find((form) => reserved.has(form) || (isFact && besideFacts.has(form)));
  if (bad !== undefined) work.report(ReservedName, { span: name.span }, { name: bad });
}
