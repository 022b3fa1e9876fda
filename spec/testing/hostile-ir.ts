import type { PolicyIr } from '../../runtime/ir.ts';

/** What has broken generators of code: ends of strings, comments, templates and lines, and names that objects give a meaning to. */
export const hostileTexts: readonly string[] = [
  '*/ evil() /*',
  '// evil()\n evil()',
  '`evil()`',
  ['$', '{evil()}'].join(''),
  '__proto__',
  'constructor',
  '"); evil(); ("',
  "'); evil(); ('",
  '\\',
  '\\"evil()',
  '\u2028evil()',
  '\u2029evil()',
  '</script><script>evil()</script>',
  '<!-- evil() -->',
  '\ud800',
  '\u202eevil()',
  'evil() 😀',
  '条款｛evil（）｝',
  '\r\nevil()',
  '\0evil()',
  'hasOwnProperty',
  'toString',
];

/** Properties of the IR that hold text of the drafter's; whatever else is text is a word of the IR's own. */
const textual = new Set([
  'id',
  'en',
  'zh',
  'hant',
  'field',
  'owner',
  'since',
  'key',
  'list',
  'clause',
  'reading',
  'choice',
  'label',
  'default',
  'block',
  'choiceField',
  'on',
  'question',
  'text',
  'matter',
  'title',
  'interpretedBy',
  'reason',
]);
const textualLists = new Set(['options', 'members', 'choices', 'authority', 'anchors']);

/** The same policy with every name and text made hostile, each to one of its own. */
export function hostileIr(ir: PolicyIr): PolicyIr {
  const renamed = new Map<string, string>();
  const rename = (text: string): string => {
    const known =
      renamed.get(text) ??
      (renamed.size < hostileTexts.length
        ? hostileTexts[renamed.size]
        : `${hostileTexts[renamed.size % hostileTexts.length]} ${renamed.size}`) ??
      text;
    renamed.set(text, known);
    return known;
  };
  const walk = (value: unknown, property: string): unknown => {
    if (typeof value === 'string') return textual.has(property) ? rename(value) : value;
    if (Array.isArray(value))
      return value.map((one) => (typeof one === 'string' && textualLists.has(property) ? rename(one) : walk(one, '')));
    if (typeof value !== 'object' || value === null) return value;
    const isText =
      'type' in value && 'value' in value && 'kind' in value && value.kind === 'literal' && isTextType(value.type);
    const entries = Object.entries(value).map(([key, one]) => [
      property === 'cases' ? rename(key) : key,
      isText && key === 'value' && typeof one === 'string' ? rename(one) : walk(one, key),
    ]);
    return Object.fromEntries(entries);
  };
  return walk(ir, '') as PolicyIr;
}

function isTextType(type: unknown): boolean {
  return typeof type === 'object' && type !== null && 'kind' in type && type.kind === 'text';
}
