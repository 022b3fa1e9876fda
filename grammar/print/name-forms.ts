import type {
  ClauseLine,
  Declaration,
  FactsDeclaration,
  FieldDeclaration,
  Name,
  PolicyFile,
  TypeExpression,
} from '../ast.ts';

/** A language of words, and of names: `zh-hant` takes the 简体 form where a name has no third one. */
export type PrintLanguage = 'zh' | 'zh-hant' | 'en';

/**
 * The declared names of a file by the place where they can stand (the same places that name resolution keeps apart), each place a
 * table from every form to the name. The first declaration keeps a form.
 */
export interface NameForms {
  readonly spaces: ReadonlyMap<string, ReadonlyMap<string, Name>>;
}

/** Keys of `NameForms.spaces`. Where a space belongs to a name, any declaration's id makes its key. */
export const space = {
  policy: 'policy',
  values: 'values',
  owners: 'owners',
  units: 'units',
  readings: 'readings',
  blocks: 'blocks',
  matters: 'matters',
  fieldsOf: (listId: string) => `fields of ${listId}`,
  optionsOf: (fieldId: string, listId = '') => `options of ${listId} ${fieldId}`,
  choicesOf: (readingId: string) => `choices of ${readingId}`,
  labelsOf: (clauseId: string) => `labels of ${clauseId}`,
} as const;

export const noNames: NameForms = { spaces: new Map() };

/** Collects every declaration of the file, labels and options included. */
export function nameForms(file: PolicyFile): NameForms {
  const spaces: Spaces = new Map();
  for (const declaration of file.declarations) enterDeclaration(spaces, declaration);
  return { spaces };
}

/** The names that a text may stand for, looking into each of the places. */
export function declaredAs(names: NameForms, text: string, places: readonly string[]): readonly Name[] {
  const found: Name[] = [];
  for (const place of places) {
    const name = names.spaces.get(place)?.get(text);
    if (name !== undefined && !found.includes(name)) found.push(name);
  }
  return found;
}

/** All places whose key begins so: where nothing tells which list or reading is meant. */
export function placesLike(names: NameForms, beginning: string): readonly string[] {
  let known = alike.get(names);
  if (known === undefined) {
    known = new Map();
    alike.set(names, known);
  }
  let found = known.get(beginning);
  if (found === undefined) {
    found = [...names.spaces.keys()].filter((key) => key.startsWith(beginning));
    known.set(beginning, found);
  }
  return found;
}

/** Asked for nearly every name that is printed. */
const alike = new WeakMap<NameForms, Map<string, readonly string[]>>();

export function formIn(name: Name, language: PrintLanguage): string {
  if (language === 'en') return name.id;
  return (language === 'zh-hant' ? name.hant : undefined) ?? name.zh ?? name.id;
}

/**
 * A use of a name in another language. It stays as written where the text is no declared name, where it could be several names
 * that differ in that language, or where the other form could also be read as another name: a formatter never changes a meaning.
 */
export function translated(names: NameForms, text: string, places: readonly string[], language: PrintLanguage): string {
  const meant = declaredAs(names, text, places);
  const [first] = meant;
  if (first === undefined) return text;
  const target = formIn(first, language);
  if (target === text || meant.some((name) => formIn(name, language) !== target)) return text;
  const readBack = declaredAs(names, target, places);
  const same = readBack.length === meant.length && readBack.every((name) => meant.includes(name));
  return same ? target : text;
}

type Spaces = Map<string, Map<string, Name>>;

function enter(spaces: Spaces, key: string, name: Name): void {
  const table = spaces.get(key) ?? new Map<string, Name>();
  spaces.set(key, table);
  for (const form of [name.id, name.zh, name.hant]) if (form !== undefined && !table.has(form)) table.set(form, name);
}

function enterDeclaration(spaces: Spaces, declaration: Declaration): void {
  if (declaration.kind === 'ExampleDeclaration') return;
  const { name } = declaration;
  enter(spaces, spaceOf(declaration), name);
  if (declaration.kind === 'FactsDeclaration') enterFacts(spaces, declaration);
  else if (declaration.kind === 'ParameterDeclaration') enterOptions(spaces, name, declaration.type);
  else if (declaration.kind === 'ClauseDeclaration') enterLines(spaces, name.id, declaration.lines);
  else if (declaration.kind === 'ReadingDeclaration')
    for (const choice of declaration.choices) enter(spaces, space.choicesOf(name.id), choice.name);
}

function spaceOf({ kind }: Declaration): string {
  if (kind === 'PolicyHead') return space.policy;
  if (kind === 'FactsDeclaration') return space.owners;
  if (kind === 'UnitDeclaration') return space.units;
  if (kind === 'ReadingDeclaration') return space.readings;
  return kind === 'BlockDeclaration' ? space.blocks : space.values;
}

function enterFacts(spaces: Spaces, { fields }: FactsDeclaration): void {
  for (const field of fields) {
    if (field.kind === 'FieldDeclaration') enterField(spaces, space.values, field);
    else {
      enter(spaces, space.owners, field.name);
      for (const own of field.fields) enterField(spaces, space.fieldsOf(field.name.id), own, field.name.id);
    }
  }
}

function enterField(spaces: Spaces, key: string, field: FieldDeclaration, listId?: string): void {
  enter(spaces, key, field.name);
  enterOptions(spaces, field.name, field.type, listId);
}

function enterOptions(spaces: Spaces, field: Name, type: TypeExpression, listId?: string): void {
  if (type.kind !== 'ChoiceType' && type.kind !== 'ChoicesType') return;
  for (const option of type.options) enter(spaces, space.optionsOf(field.id, listId), option);
}

function enterLines(spaces: Spaces, clauseId: string, lines: readonly ClauseLine[]): void {
  for (const line of lines) {
    if ('label' in line && line.label !== undefined) enter(spaces, space.labelsOf(clauseId), line.label);
    if (line.kind === 'MatterLine') enter(spaces, space.matters, line.name);
    if (line.kind === 'EachBlock') enterLines(spaces, clauseId, line.lines);
    if (line.kind === 'ReadingChoice') for (const row of line.rows) enterLines(spaces, clauseId, row.body);
  }
}
