/** `replace`, `new` and `omit`: whole declarations of the base, and parts of them. */
import { nearNames } from '../../diagnostics/near-names.ts';
import {
  AlreadyInBase,
  AmbiguousPath,
  ChangedTwice,
  DeclarationNeedsWord,
  NothingToOmit,
  NothingToReplace,
  OtherKindInBase,
} from '../../diagnostics/sharing.ts';
import { type Term, terms } from '../../diagnostics/terms.ts';
import type {
  Declaration,
  ExampleDeclaration,
  FactsDeclaration,
  FieldDeclaration,
  ListDeclaration,
  Name,
  Omission,
  OmittedKind,
  Reference,
  Text,
} from '../../grammar/ast.ts';
import { formsOf } from '../resolve/symbol.ts';
import { declarationsOf } from '../walk.ts';
import type { Amending } from './amending.ts';
import { type Named, namedIn, partsAt, rootsAt } from './find-path.ts';

type Field = FieldDeclaration | ListDeclaration;

/** What stands in an adapting policy without a word: examples are its own, all else must say what it does to the base. */
export function takeDeclaration(work: Amending, declaration: Declaration): void {
  if (declaration.kind === 'ExampleDeclaration' || declaration.kind === 'PolicyHead') {
    work.added.push(declaration);
    return;
  }
  const exists = sameNamed(work, declaration).length > 0;
  work.report(DeclarationNeedsWord, { span: declaration.name.span }, { name: shown(declaration.name), exists });
  if (exists) replaceDeclaration(work, declaration);
  else work.added.push(declaration);
}

export function addDeclaration(work: Amending, declaration: Declaration): void {
  const named =
    declaration.kind === 'ExampleDeclaration' || declaration.kind === 'PolicyHead' ? [] : sameNamed(work, declaration);
  if (declaration.kind === 'FactsDeclaration' || named.length === 0 || declaration.kind === 'ExampleDeclaration') {
    work.added.push(declaration);
    return;
  }
  if (declaration.kind === 'PolicyHead') return;
  work.report(AlreadyInBase, { span: declaration.name.span }, { name: shown(declaration.name) });
  work.replaced.set(named[0]!, declaration);
}

export function replaceDeclaration(work: Amending, declaration: Declaration): void {
  if (declaration.kind === 'ExampleDeclaration') replaceExample(work, declaration);
  else if (declaration.kind === 'FactsDeclaration') replaceFacts(work, declaration);
  else if (declaration.kind !== 'PolicyHead') replaceNamed(work, declaration);
}

function replaceNamed(work: Amending, declaration: Named): void {
  const { name } = declaration;
  const place = { span: name.span };
  const [before] = sameNamed(work, declaration);
  if (before === undefined) {
    const other = namedIn(work.base).find((one) => formsOf(one.name).includes(name.id));
    if (other !== undefined)
      work.report(OtherKindInBase, place, { name: shown(name), is: termOf(other), wanted: termOf(declaration) });
    else tellNothing(work, NothingToReplace, name.id, place);
    return;
  }
  if (work.replaced.has(before) || work.omitted.has(before)) work.report(ChangedTwice, place, { path: shown(name) });
  work.replaced.set(before, { ...declaration, name: nameAfter(before.name, name) });
}

/** Written by one of its names, it keeps all of them, so that the base's other lines still find it. */
function nameAfter(before: Name, now: Name): Name {
  return now.zh === undefined && now.hant === undefined ? { ...before, span: now.span } : now;
}

function sameNamed(work: Amending, declaration: Named): readonly Named[] {
  return namedIn(work.base).filter(
    (one) =>
      one.kind === declaration.kind && formsOf(one.name).some((form) => formsOf(declaration.name).includes(form)),
  );
}

function replaceExample(work: Amending, example: ExampleDeclaration): void {
  const before = exampleOf(work, example.title, NothingToReplace);
  if (before !== undefined) work.replaced.set(before, example);
}

function exampleOf(
  work: Amending,
  title: Text,
  missing: typeof NothingToReplace | typeof NothingToOmit,
): ExampleDeclaration | undefined {
  const examples = declarationsOf(work.base, 'ExampleDeclaration');
  const found = examples.find((one) => one.title.value === title.value && !work.settledExamples.has(one));
  const titles = examples.map((one) => one.title.value);
  if (found === undefined)
    work.report(missing, { span: title.span }, { name: title.value, near: nearNames(title.value, titles) });
  else work.settledExamples.add(found);
  return found;
}

/** Each field and list of the block takes the place of the base's of that name. */
function replaceFacts(work: Amending, facts: FactsDeclaration): void {
  for (const field of facts.fields) {
    const before = fieldsOf(work).find((one) => formsOf(one.name).includes(field.name.id));
    if (before === undefined) {
      const known = fieldsOf(work).flatMap((one) => formsOf(one.name));
      const near = nearNames(field.name.id, known);
      work.report(NothingToReplace, { span: field.name.span }, { name: shown(field.name), near });
    } else work.replaced.set(before, { ...field, name: nameAfter(before.name, field.name) });
  }
}

function fieldsOf({ base }: Amending): readonly Field[] {
  return declarationsOf(base, 'FactsDeclaration').flatMap(({ fields }) => fields);
}

// ── Omissions ────────────────────────────────────────────────────────────────

export function omit(work: Amending, { what }: Omission): void {
  switch (what.kind) {
    case 'touchedExamples':
      work.omitsTouched = true;
      return;
    case 'examples':
      for (const title of what.titles) {
        const example = exampleOf(work, title, NothingToOmit);
        if (example !== undefined) work.omitted.set(example, title.span);
      }
      return;
    case 'paths':
      for (const path of what.paths) omitPath(work, path, what.word);
  }
}

function omitPath(work: Amending, path: Reference, word: OmittedKind | undefined): void {
  const place = { span: path.span };
  const field = fieldAt(work, path.text);
  const roots = rootsAt(work.base, path.text).filter(({ root }) => root.kind !== 'FactsDeclaration');
  const [only, other] = roots;
  if (field !== undefined && only === undefined) {
    work.omitted.set(field, path.span);
    return;
  }
  if (only === undefined) {
    tellNothing(work, NothingToOmit, path.text, place);
    return;
  }
  if (other !== undefined) {
    work.report(AmbiguousPath, place, { path: path.text, paths: [] });
    return;
  }
  const { root, rest } = only;
  if (work.replaced.has(root) || work.omitted.has(root)) {
    work.report(ChangedTwice, place, { path: path.text });
    return;
  }
  if (word !== undefined && !isOfWord(root, word))
    work.report(OtherKindInBase, place, { name: path.text, is: termOf(root), wanted: wordTerms[word] });
  if (rest.length === 0) work.omitted.set(root, path.span);
  else {
    const parts = partsAt(work.base, only);
    if (parts.length === 0) tellNothing(work, NothingToOmit, path.text, place);
    for (const { node } of parts) work.omitted.set(node, path.span);
  }
}

/** `rd`, `project`, `project.place`. */
function fieldAt(work: Amending, path: string): Field | undefined {
  const [first, second, ...others] = path.split('.');
  const whole = fieldsOf(work).find((one) => formsOf(one.name).includes(path));
  if (whole !== undefined || second === undefined || others.length > 0) return whole;
  const list = fieldsOf(work).find((one) => formsOf(one.name).includes(first ?? ''));
  if (list?.kind !== 'ListDeclaration') return undefined;
  return list.fields.find((one) => formsOf(one.name).includes(second));
}

function tellNothing(
  work: Amending,
  kind: typeof NothingToReplace | typeof NothingToOmit,
  name: string,
  place: { readonly span: Name['span'] },
): void {
  const known = [
    ...namedIn(work.base).flatMap((one) => formsOf(one.name)),
    ...fieldsOf(work).flatMap((one) => formsOf(one.name)),
  ];
  work.report(kind, place, { name, near: nearNames(name, known) });
}

function shown({ id, zh }: Name): string {
  return zh ?? id;
}

const wordTerms: Readonly<Record<OmittedKind, Term>> = {
  clause: terms.clause,
  let: terms.definition,
  reading: terms.reading,
  facts: terms.fact,
  noDuplication: terms.block,
  sharedCap: terms.block,
};

function isOfWord(root: Named, word: OmittedKind): boolean {
  return termOf(root) === wordTerms[word];
}

export function termOf({ kind }: Named): Term {
  switch (kind) {
    case 'ClauseDeclaration':
      return terms.clause;
    case 'ParameterDeclaration':
      return terms.parameter;
    case 'UnitDeclaration':
      return terms.unit;
    case 'Definition':
      return terms.definition;
    case 'ReadingDeclaration':
      return terms.reading;
    case 'BlockDeclaration':
      return terms.block;
    case 'FactsDeclaration':
      return terms.subject;
  }
}
