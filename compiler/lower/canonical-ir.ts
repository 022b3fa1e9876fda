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
  return JSON.stringify(sorted(ir));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value).sort()) copy[key] = sorted((value as Readonly<Record<string, unknown>>)[key]);
  return copy;
}

export interface NumberedIr {
  readonly ir: PolicyIr;
  /** Final id by provisional id. */
  readonly ids: ReadonlyMap<NodeId, NodeId>;
}

/** Gives the nodes their final ids, 1, 2, 3 … in pre-order, and the objects their canonical order of keys. */
export function numberNodes(draft: PolicyIr): NumberedIr {
  const ids = new Map<NodeId, NodeId>();
  const ir = rebuild(draft, undefined, (provisional) => {
    const id = ids.size + 1;
    ids.set(provisional, id);
    return id;
  }) as PolicyIr;
  return { ir, ids };
}

/** A copy with keys in order. Counts rather than iterates, which is many times dearer before code is optimised: this is most of lowering. `renumber` sees the ids of nodes in pre-order: an object's own before those within it. */
function rebuild(value: unknown, under: string | undefined, renumber: (id: NodeId) => NodeId): unknown {
  if (Array.isArray(value)) return value.map((element) => rebuild(element, undefined, renumber));
  if (typeof value !== 'object' || value === null) return value;
  const isTable = under !== undefined && tables.has(under);
  const copy: Record<string, unknown> = isTable ? Object.create(null) : {};
  const names = inOrder(Object.keys(value), isTable);
  for (let index = 0; index < names.length; index += 1) {
    const key = names[index]!;
    const inner = (value as Readonly<Record<string, unknown>>)[key];
    if (inner === undefined) continue;
    const isNode = !isTable && (key === 'id' || key === 'node') && typeof inner === 'number';
    copy[key] = isNode ? renumber(inner) : rebuild(inner, isTable ? undefined : key, renumber);
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
