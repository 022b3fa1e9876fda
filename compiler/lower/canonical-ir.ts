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
  return sortedText(ir, { shapes: { after: new Map() }, types: new Map() });
}

interface Writing {
  /** Keys in order and written out, by the keys as they stand. A policy has thousands of nodes, and some dozens of shapes. */
  readonly shapes: Shapes;
  /** Texts of types, by their objects: most nodes share one. */
  readonly types: Map<object, string>;
}

/** Pieces are put together once, at the end: a text that grows is gone through again whenever it is read. */
function sortedText(value: unknown, writing: Writing): string {
  const pieces: string[] = [];
  write(value, writing, pieces);
  return pieces.join('');
}

function write(value: unknown, writing: Writing, pieces: string[]): void {
  if (typeof value !== 'object' || value === null) pieces.push(JSON.stringify(value ?? null));
  else if (Array.isArray(value)) writeList(value, writing, pieces);
  else writeObject(value, writing, pieces);
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
  let before = '{';
  for (let index = 0; index < members.length; index += 1) {
    const { key, written } = members[index]!;
    const member = (value as Readonly<Record<string, unknown>>)[key];
    // As in JSON, what is undefined is not there.
    if (member === undefined) continue;
    pieces.push(before, written);
    before = ',';
    if (key === 'type' && typeof member === 'object' && member !== null) pieces.push(typeText(member, writing));
    else write(member, writing, pieces);
  }
  pieces.push(before === '{' ? '{}' : '}');
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
  /** `"key":` */
  readonly written: string;
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
  shape.members ??= keys.sort().map((key) => ({ key, written: `${JSON.stringify(key)}:` }));
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
  const ir = rebuild(draft, undefined, { renumber: (id) => provisional.push(id), types: new Map() }) as PolicyIr;
  return { ir, provisional };
}

interface Rebuilding {
  /** Sees the ids of nodes in pre-order: an object's own before those within it. */
  readonly renumber: (id: NodeId) => NodeId;
  /** Types in order, by the object that the checker made: most nodes share one, and go on sharing it. */
  readonly types: Map<object, unknown>;
}

/** A copy with keys in order. Counts rather than iterates, which is many times dearer before code is optimised: this is most of lowering. */
function rebuild(value: unknown, under: string | undefined, work: Rebuilding): unknown {
  if (Array.isArray(value)) {
    const copies: unknown[] = [];
    for (let index = 0; index < value.length; index += 1) copies.push(rebuild(value[index], undefined, work));
    return copies;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (under === 'type') return rebuiltType(value, work);
  return rebuiltObject(value, under !== undefined && tables.has(under), work);
}

function rebuiltType(type: object, work: Rebuilding): unknown {
  let copy = work.types.get(type);
  if (copy === undefined) {
    copy = rebuiltObject(type, false, work);
    work.types.set(type, copy);
  }
  return copy;
}

function rebuiltObject(value: object, isTable: boolean, work: Rebuilding): unknown {
  const copy: Record<string, unknown> = isTable ? Object.create(null) : {};
  const names = inOrder(Object.keys(value), isTable);
  for (let index = 0; index < names.length; index += 1) {
    const key = names[index]!;
    const inner = (value as Readonly<Record<string, unknown>>)[key];
    if (inner === undefined) continue;
    const isNode = !isTable && (key === 'id' || key === 'node') && typeof inner === 'number';
    copy[key] = isNode ? work.renumber(inner) : rebuild(inner, isTable ? undefined : key, work);
  }
  return copy;
}

/** Most objects hold one or two keys, or have them in order already: there is nothing to sort then. */
function inOrder(names: string[], isTable: boolean): readonly string[] {
  if (isTable) return names.sort();
  let last = -1;
  for (let index = 0; index < names.length; index += 1) {
    const at = rankOf(names[index]!);
    if (at < last) return names.sort((a, b) => rankOf(a) - rankOf(b));
    last = at;
  }
  return names;
}

function rankOf(key: string): number {
  const found = rank.get(key);
  if (found === undefined) throw new Error(`the IR has a key without a place in the canonical order: ${key}`);
  return found;
}
