import type { PolicyIr } from '../../runtime/ir.ts';

/**
 * The IR for people: one node a line, `id kind key=value …`, what stands within it indented under its key. For goldens and
 * `check --print ir`; the canonical text is `canonicalIr`.
 */
export function printIr(ir: PolicyIr): string {
  const { clauses, blocks, fields, lists, readings, order, ...head } = ir;
  const lines = [
    ...rows(head, 0),
    ...section('fields', fields),
    ...section('lists', lists),
    ...section('readings', readings),
    ...section('clauses', clauses),
    ...section('blocks', blocks),
    `order: ${order.map(({ id }) => id).join(' ')}`,
  ];
  return `${lines.join('\n')}\n`;
}

function section(name: string, members: readonly object[]): readonly string[] {
  return members.length === 0 ? [] : ['', `${name}:`, ...members.flatMap((member) => node(member, '', 1))];
}

function node(value: object, key: string, depth: number): readonly string[] {
  const { kind, id } = value as { readonly kind?: string; readonly id?: number | string };
  const entries = Object.entries(value);
  const inline = entries
    .filter(([name, inner]) => name !== 'kind' && isInline(inner))
    .map(([name, inner]) => written(name, inner, typeof id === 'number'));
  const head = [
    typeof id === 'number' ? id : undefined,
    key === '' || key === 'statements' ? undefined : `${key}:`,
    kind,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
  const line = [head, ...inline.filter((text) => text !== '')].filter((part) => part !== '').join(' ');
  const nested = entries.filter(([, inner]) => !isInline(inner));
  return [indent(line, depth), ...nested.flatMap(([name, inner]) => child(name, inner, depth + 1))];
}

function rows(value: object, depth: number): readonly string[] {
  return Object.entries(value).map(([name, inner]) => indent(`${name}: ${text(inner)}`, depth));
}

function child(name: string, value: unknown, depth: number): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((element) => node(element as object, name, depth));
  return node(value as object, name, depth);
}

/** Types, names, scopes and tables of settings fit on the line of their owner. */
function isInline(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return !holdsNode(value);
}

function holdsNode(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (typeof (value as { readonly id?: unknown }).id === 'number') return true;
  return Object.values(value).some(holdsNode);
}

/** The types of expressions repeat what the fields declare: the kind is enough. */
function typeText({
  kind,
  currency,
  unit,
}: {
  readonly kind: string;
  readonly currency?: string;
  readonly unit?: string;
}): string {
  return [kind, currency, unit].filter((part) => part !== undefined).join(':');
}

function written(name: string, value: unknown, isNode: boolean): string {
  if (name === 'type' && isNode) return typeText(value as { readonly kind: string });
  if (name === 'id') return typeof value === 'number' ? '' : String(value);
  return `${name}=${text(value)}`;
}

function text(value: unknown): string {
  if (typeof value === 'string') return /^[\w.@+-]+$/.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(text).join(' ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value);
  if (entries.length === 1 && entries[0]![0] === 'kind') return text(entries[0]![1]);
  return `{${entries.map(([name, inner]) => `${name}=${text(inner)}`).join(' ')}}`;
}

function indent(line: string, depth: number): string {
  return `${'  '.repeat(depth)}${line}`;
}
