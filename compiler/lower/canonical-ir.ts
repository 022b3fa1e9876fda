import type { NodeId, PolicyIr } from '../../runtime/ir.ts';

/**
 * The order in which keys stand wherever they occur. It fixes the pre-order of node ids: what is evaluated first stands first, left
 * before right.
 */
const keys = [
  ...[
    'format',
    'kind',
    'id',
    'node',
    'label',
    'names',
    'en',
    'zh',
    'hant',
    'type',
    'unit',
    'options',
    'title',
    'question',
  ],
  ...[
    'default',
    'choices',
    'reason',
    'interpretedBy',
    'inForce',
    'continues',
    'policy',
    'formerly',
    'reading',
    'choice',
    'from',
    'to',
    'currency',
    'payment',
  ],
  ...[
    'unknownFacts',
    'elsewhere',
    'subject',
    'yearly',
    'since',
    'orNone',
    'low',
    'high',
    'role',
    'published',
    'publications',
    'publishedOn',
    'source',
    'dated',
    'versions',
    'fields',
  ],
  ...['lists', 'units', 'readings', 'article', 'paragraph', 'authority', 'matter', 'text', 'texts', 'mode', 'anchors'],
  ...[
    'reference',
    'field',
    'owner',
    'shift',
    'under',
    'members',
    'share',
    'over',
    'per',
    'window',
    'years',
    'year',
    'chooser',
    'choiceField',
  ],
  ...[
    'earlier',
    'clause',
    'at',
    'day',
    'block',
    'forItem',
    'list',
    'on',
    'where',
    'verb',
    'operation',
    'operator',
    'written',
    'side',
  ],
  ...[
    'key',
    'shared',
    'fact',
    'exhaustive',
    'range',
    'peak',
    'settlement',
    'test',
    'condition',
    'operand',
    'operands',
    'of',
    'edge',
    'left',
    'right',
    'now',
  ],
  ...[
    'before',
    'limit',
    'base',
    'lower',
    'upper',
    'principal',
    'rate',
    'begin',
    'end',
    'by',
    'through',
    'basis',
    'step',
    'threshold',
    'amount',
    'value',
    'cap',
    'negated',
    'zeroBase',
  ],
  ...[
    'bounds',
    'bands',
    'rows',
    'rungs',
    'otherwise',
    'cases',
    'scope',
    'allOrNothing',
    'cutToCeiling',
    'rounding',
    'period',
  ],
  ...['number', 'day', 'due', 'share', 'instalments', 'excess', 'most'],
  ...['sharing', 'cut', 'statements', 'clauses', 'blocks', 'order', 'keys', 'by', 'first', 'ties', 'times', 'remarks'],
] as const;
const rank: ReadonlyMap<string, number> = new Map(keys.map((key, index) => [key, index]));

/** Objects under these keys are tables: their keys are names from the policy. */
const tables: ReadonlySet<string> = new Set(['published', 'publications', 'cases']);

/**
 * The text that two spellings of one policy share byte for byte: JSON without white space, keys sorted by code units. The same text
 * that `runtime/digest.ts` takes the policy's digest of.
 */
export function canonicalIr(ir: PolicyIr): string {
  return sortedText(ir, { shapes: { after: new Map() }, types: new Map(), texts: new Map() });
}

interface Writing {
  /** Keys in order and written out, by the keys as they stand. A policy has thousands of nodes, and some dozens of shapes. */
  readonly shapes: Shapes;
  /** Texts of types, by their objects: most nodes share one. */
  readonly types: Map<object, string>;
  /** Texts as JSON: words of the IR, and names, occur thousands of times. */
  readonly texts: Map<string, string>;
}

/** Pieces are put together once, at the end: a text that grows is gone through again whenever it is read. */
function sortedText(value: unknown, writing: Writing): string {
  const pieces: string[] = [];
  write(value, writing, pieces);
  return pieces.join('');
}

function write(value: unknown, writing: Writing, pieces: string[]): void {
  if (typeof value === 'string') pieces.push(quoted(value, writing));
  else if (typeof value !== 'object' || value === null) pieces.push(value === undefined ? 'null' : String(value));
  else if (Array.isArray(value)) writeList(value, writing, pieces);
  else writeObject(value, writing, pieces);
}

function quoted(text: string, { texts }: Writing): string {
  let known = texts.get(text);
  if (known === undefined) {
    known = JSON.stringify(text);
    texts.set(text, known);
  }
  return known;
}

function writeList(list: readonly unknown[], writing: Writing, pieces: string[]): void {
  pieces.push('[');
  for (let index = 0; index < list.length; index += 1) {
    if (index > 0) pieces.push(',');
    write(list[index], writing, pieces);
  }
  pieces.push(']');
}

function writeObject(value: object, writing: Writing, pieces: string[]): void {
  const members = inOrderOfUnits(Object.keys(value), writing.shapes);
  let isFirst = true;
  for (let index = 0; index < members.length; index += 1) {
    const { key, first, later } = members[index]!;
    const member = (value as Readonly<Record<string, unknown>>)[key];
    // As in JSON, what is undefined is not there.
    if (member === undefined) continue;
    pieces.push(isFirst ? first : later);
    isFirst = false;
    if (key === 'type' && typeof member === 'object' && member !== null) pieces.push(typeText(member, writing));
    else write(member, writing, pieces);
  }
  pieces.push(isFirst ? '{}' : '}');
}

function typeText(type: object, writing: Writing): string {
  let text = writing.types.get(type);
  if (text === undefined) {
    text = sortedText(type, writing);
    writing.types.set(type, text);
  }
  return text;
}

interface Member {
  readonly key: string;
  /** `{"key":` */
  readonly first: string;
  /** `,"key":` */
  readonly later: string;
}

/** Objects by their keys, one after the other. */
interface Shapes {
  readonly after: Map<string, Shapes>;
  /** Of those that have no more keys. */
  members?: readonly Member[];
}

function inOrderOfUnits(keys: string[], shapes: Shapes): readonly Member[] {
  let shape = shapes;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index]!;
    let next = shape.after.get(key);
    if (next === undefined) {
      next = { after: new Map() };
      shape.after.set(key, next);
    }
    shape = next;
  }
  shape.members ??= keys.sort().map((key) => {
    const written = `${JSON.stringify(key)}:`;
    return { key, first: `{${written}`, later: `,${written}` };
  });
  return shape.members;
}

export interface NumberedIr {
  readonly ir: PolicyIr;
  /** The provisional ids of the nodes, in the order of their final ones. */
  readonly provisional: readonly NodeId[];
}

/** Gives the nodes their final ids, 1, 2, 3 … in pre-order, and the objects their canonical order of keys. */
export function numberNodes(draft: PolicyIr): NumberedIr {
  const provisional: NodeId[] = [];
  const work = { renumber: (id: NodeId) => provisional.push(id), types: new Map(), layouts: { after: new Map() } };
  return { ir: rebuild(draft, work) as PolicyIr, provisional };
}

interface Rebuilding {
  /** Sees the ids of nodes in pre-order: an object's own before those within it. */
  readonly renumber: (id: NodeId) => NodeId;
  /** Types in order, by the object that the checker made: most nodes share one, and go on sharing it. */
  readonly types: Map<object, unknown>;
  readonly layouts: Layouts;
}

/** Objects by their keys, one after the other: keys in order, and what is done with what they hold. */
interface Layouts {
  readonly after: Map<string, Layouts>;
  layout?: readonly Slot[];
}

interface Slot {
  readonly key: string;
  readonly holds: 'node' | 'type' | 'table' | 'other';
}

/** A copy with keys in order. Counts rather than iterates, which is many times dearer before code is optimised: this is most of lowering. */
function rebuild(value: unknown, work: Rebuilding): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) return rebuiltObject(value, work);
  const copies: unknown[] = [];
  for (let index = 0; index < value.length; index += 1) copies.push(rebuild(value[index], work));
  return copies;
}

function rebuiltObject(value: object, work: Rebuilding): unknown {
  const copy: Record<string, unknown> = {};
  const slots = layoutOf(Object.keys(value), work.layouts);
  for (let index = 0; index < slots.length; index += 1) {
    const { key, holds } = slots[index]!;
    const inner = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof inner === 'object' && inner !== null) copy[key] = rebuiltMember(inner, holds, work);
    else if (inner !== undefined)
      copy[key] = holds === 'node' && typeof inner === 'number' ? work.renumber(inner) : inner;
  }
  return copy;
}

function rebuiltMember(inner: object, holds: Slot['holds'], work: Rebuilding): unknown {
  if (holds === 'type') return rebuiltType(inner, work);
  return holds === 'table' && !Array.isArray(inner) ? rebuiltTable(inner, work) : rebuild(inner, work);
}

function rebuiltType(type: object, work: Rebuilding): unknown {
  let copy = work.types.get(type);
  if (copy === undefined) {
    copy = rebuild(type, work);
    work.types.set(type, copy);
  }
  return copy;
}

/** Its keys are names from the policy, which may be those that every object bears. */
function rebuiltTable(table: object, work: Rebuilding): unknown {
  const copy: Record<string, unknown> = Object.create(null);
  for (const name of Object.keys(table).sort()) {
    const inner = (table as Readonly<Record<string, unknown>>)[name];
    if (inner !== undefined) copy[name] = rebuild(inner, work);
  }
  return copy;
}

function layoutOf(keys: string[], layouts: Layouts): readonly Slot[] {
  let at = layouts;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index]!;
    let next = at.after.get(key);
    if (next === undefined) {
      next = { after: new Map() };
      at.after.set(key, next);
    }
    at = next;
  }
  at.layout ??= keys.sort((a, b) => rankOf(a) - rankOf(b)).map((key) => ({ key, holds: heldUnder(key) }));
  return at.layout;
}

function heldUnder(key: string): Slot['holds'] {
  if (key === 'id' || key === 'node') return 'node';
  if (key === 'type') return 'type';
  return tables.has(key) ? 'table' : 'other';
}

function rankOf(key: string): number {
  const found = rank.get(key);
  if (found === undefined) throw new Error(`the IR has a key without a place in the canonical order: ${key}`);
  return found;
}
