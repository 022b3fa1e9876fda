import type { Report } from '../../diagnostics/diagnostic.ts';
import {
  ConflictAcross,
  FactNotShared,
  KeyOfSeveralParts,
  OthersUnread,
  SharedNotText,
} from '../../diagnostics/list-rules.ts';
import type {
  ClauseDeclaration,
  ExampleLine,
  FieldDeclaration,
  ListDeclaration,
  Scope,
  Text,
} from '../../grammar/ast.ts';
import { itemKey, keyParts } from '../../runtime/item-key.ts';
import { applicantsOf } from '../applicants-of.ts';
import { keyFields, listUnder } from '../resolve/item-keys.ts';
import type { Names } from '../resolve/names.ts';
import { bothNames } from '../resolve/scope.ts';
import { isShared, scopeOwner } from '../resolve/scope-owner.ts';
import { type ClauseSymbol, formsOf } from '../resolve/symbol.ts';
import { declarationsOf, everyLine } from '../walk.ts';
import type { Rule } from './rule.ts';

/** R21: what several applicants share is known by a text, and only limits and caps reach across applicants. */
export const sharedKeys: Rule = ({ file, names }, report) => {
  for (const { fields } of declarationsOf(file, 'FactsDeclaration'))
    for (const field of fields)
      if (field.kind === 'FieldDeclaration') checkFact(field, report);
      else for (const own of field.fields) refuseOfItem(own, report);
  for (const { lines } of declarationsOf(file, 'ClauseDeclaration'))
    for (const line of everyLine(lines))
      if (line.kind === 'CapLine' || line.kind === 'OnceLine') requireShared(names, line.scopes, report);
  for (const { block } of declarationsOf(file, 'BlockDeclaration')) {
    const owner = scopeOwner(names, block.scopes);
    if (block.kind === 'GroupCapBlock') requireShared(names, block.scopes, report);
    else if (owner?.kind === 'fact')
      report(ConflictAcross, { span: block.scopes[0]!.span }, { fact: bothNames(owner.name) });
  }
  const looking = readers(names, file);
  for (const example of declarationsOf(file, 'ExampleDeclaration').flatMap(applicantsOf))
    for (const line of example.lines) checkExampleLine(names, looking, line, report);
};

function checkFact({ name, type, yearly, shared }: FieldDeclaration, report: Report): void {
  if (shared && (type.kind !== 'TextType' || yearly !== undefined))
    report(SharedNotText, { span: name.span }, { name: bothNames(name), isOfItem: false });
}

function refuseOfItem({ name, shared }: FieldDeclaration, report: Report): void {
  if (shared) report(SharedNotText, { span: name.span }, { name: bothNames(name), isOfItem: true });
}

function requireShared(names: Names, scopes: readonly Scope[], report: Report): void {
  const owner = scopeOwner(names, scopes);
  if (owner?.kind !== 'fact' || isShared(owner)) return;
  const { span } = scopes.find(({ kind }) => kind === 'PerSubject')!;
  report(FactNotShared, { span }, { fact: bothNames(owner.name) });
}

/** Clauses that look at what other applicants were paid. */
function readers(names: Names, file: Parameters<Rule>[0]['file']): ReadonlySet<ClauseSymbol> {
  const found = new Set<ClauseSymbol>();
  const enter = (reference: Parameters<Names['used']['get']>[0]): void => {
    const symbol = names.used.get(reference);
    if (symbol?.kind === 'clause') found.add(symbol);
  };
  for (const clause of declarationsOf(file, 'ClauseDeclaration')) {
    const symbol = names.declared.get(clause.name);
    if (symbol?.kind === 'clause' && looksAtOthers(names, clause)) found.add(symbol);
  }
  for (const { block } of declarationsOf(file, 'BlockDeclaration'))
    if (block.kind === 'GroupCapBlock' && isShared(scopeOwner(names, block.scopes))) block.members.forEach(enter);
  return found;
}

/** A pool too is used up by others. */
function looksAtOthers(names: Names, { lines }: ClauseDeclaration): boolean {
  return everyLine(lines).some((line) => {
    if (line.kind === 'BudgetLine') return true;
    return (line.kind === 'CapLine' || line.kind === 'OnceLine') && isShared(scopeOwner(names, line.scopes));
  });
}

function checkExampleLine(names: Names, looking: ReadonlySet<ClauseSymbol>, line: ExampleLine, report: Report): void {
  if (line.kind === 'GivenItem') {
    const list = names.used.get(line.list);
    if (list?.kind === 'list') checkKey(list.declaration, line.key, report);
  }
  if (line.kind !== 'LedgerPaidLine') return;
  const clause = names.used.get(line.clause);
  if (clause?.kind !== 'clause') return;
  if (line.subject !== undefined && !looking.has(clause))
    report(OthersUnread, { span: line.subject.span }, { clause: bothNames(clause.name) });
  const list = listUnder(names, line.clause);
  if (line.item !== undefined && list !== undefined) checkKey(list.declaration, line.item, report);
}

function checkKey(list: ListDeclaration, { value, span }: Text, report: Report): void {
  const { key } = list;
  if (key.length < 2) return;
  const declared = keyFields(list);
  const parts = keyParts(value, key.length);
  const odd = declared.find((field, index) => !fits(field, parts[index]));
  if (odd === undefined && parts.length === key.length) return;
  const names = declared.map(({ name }) => bothNames(name));
  const options = odd?.type.kind === 'ChoiceType' ? odd.type.options.map(bothNames) : undefined;
  report(
    KeyOfSeveralParts,
    { span },
    {
      fields: { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') },
      example: itemKey(declared.map(({ type }, index) => sample(type, parts[index]))),
      ...(options === undefined
        ? {}
        : { options: { zh: options.map(({ zh }) => zh).join('、'), en: options.map(({ en }) => en).join(', ') } }),
    },
  );
}

function fits({ type }: FieldDeclaration, part: string | undefined): boolean {
  if (part === undefined || part === '') return false;
  return type.kind !== 'ChoiceType' || type.options.some((option) => formsOf(option).includes(part));
}

function sample(type: FieldDeclaration['type'], part: string | undefined): string {
  if (type.kind === 'ChoiceType' && type.options[0] !== undefined) return formsOf(type.options[0])[0]!;
  return part === undefined || part === '' ? '…' : part;
}
