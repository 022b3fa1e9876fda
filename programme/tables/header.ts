/** Header → the fact that its column holds, by the names of the policy in any of its languages, with year and unit where they are written. */
import { foldWidth } from '../../runtime/door/fold-width.ts';
import { type NameTable, nameTable, nearIn } from '../../runtime/door/name-table.ts';
import type { FieldIr, ListIr, PolicyIr } from '../../runtime/ir.ts';
import type { ColumnUnit } from '../cells/cell-value.ts';
import { headerUnit } from '../cells/figure.ts';

export type ColumnUse =
  | { readonly kind: 'subject' }
  | { readonly kind: 'year' }
  | { readonly kind: 'field'; readonly field: FieldIr; readonly year?: string; readonly unit?: ColumnUnit }
  /** A whole list in a cell, as JSON. */
  | { readonly kind: 'list'; readonly list: ListIr }
  | { readonly kind: 'decision'; readonly entry: string };

/** What the columns of one table may be called. */
export interface Vocabulary {
  readonly names: NameTable;
  readonly fields: ReadonlyMap<string, FieldIr>;
  readonly lists: ReadonlyMap<string, ListIr>;
  readonly subjects: readonly string[];
  readonly isOfDecisions: boolean;
}

const subjectNames = [
  'subject',
  '申报主体',
  '统一社会信用代码',
  '社会信用代码',
  '信用代码',
  'applicant',
  'company',
  'company id',
  'id',
  '编号',
  '企业编号',
  '企业名称',
  '单位名称',
  '主体',
];
const yearNames = ['year', '年度', '年份', '申报年度', '所属年度'];
const decisionNames = [
  { id: 'clause', names: { en: 'clause', zh: '条款' } },
  { id: 'item', names: { en: 'item', zh: '对象' } },
  { id: 'year', names: { en: 'year', zh: '年度' } },
  { id: 'rate', names: { en: 'rate', zh: '比例' } },
  { id: 'amount', names: { en: 'amount', zh: '金额' } },
  { id: 'date', names: { en: 'date', zh: '日期' } },
  { id: 'source', names: { en: 'source', zh: '依据' } },
];

/** Of the table of applicants. */
export function applicantVocabulary(ir: PolicyIr): Vocabulary {
  return vocabulary(ir, ir.fields, ir.lists);
}

/** Of the linked table of a list. */
export function listVocabulary(ir: PolicyIr, list: ListIr): Vocabulary {
  return vocabulary(ir, list.fields, []);
}

/** Of the linked table of decisions. */
export function decisionVocabulary(ir: PolicyIr): Vocabulary {
  return { ...vocabulary(ir, [], []), names: nameTable(decisionNames), isOfDecisions: true };
}

function vocabulary(ir: PolicyIr, fields: readonly FieldIr[], lists: readonly ListIr[]): Vocabulary {
  const { names } = ir.subject;
  return {
    names: nameTable([...fields, ...lists]),
    fields: new Map(fields.map((field) => [field.id, field])),
    lists: new Map(lists.map((list) => [list.id, list])),
    subjects: [...subjectNames, ir.subject.id, names.en, ...(names.zh === undefined ? [] : [names.zh])],
    isOfDecisions: false,
  };
}

/** `undefined`: no fact of the policy. */
export function columnUse(header: string, vocabulary: Vocabulary): ColumnUse | undefined {
  const text = foldWidth(header)
    .replace(/\s+/gu, ' ')
    .replace(/^\*|\*$/g, '')
    .trim();
  if (vocabulary.isOfDecisions) return decisionUse(text, vocabulary);
  const named = namedUse(text, undefined, undefined, vocabulary);
  if (named !== undefined) return named;
  if (isOneOf(text, vocabulary.subjects)) return { kind: 'subject' };
  if (isOneOf(text, yearNames)) return { kind: 'year' };
  return compoundUse(text, vocabulary);
}

function decisionUse(text: string, { names, subjects }: Vocabulary): ColumnUse | undefined {
  const entry = names.get(text);
  if (entry !== undefined) return { kind: 'decision', entry };
  return isOneOf(text, subjects) ? { kind: 'subject' } : undefined;
}

function isOneOf(text: string, names: readonly string[]): boolean {
  return names.includes(text) || names.includes(text.toLowerCase());
}

function namedUse(
  name: string,
  year: string | undefined,
  unit: ColumnUnit | undefined,
  { names, fields, lists }: Vocabulary,
): ColumnUse | undefined {
  const id = names.get(name);
  const field = id === undefined ? undefined : fields.get(id);
  if (field !== undefined) {
    if (year !== undefined && !field.yearly) return undefined;
    return { kind: 'field', field, ...(year === undefined ? {} : { year }), ...(unit === undefined ? {} : { unit }) };
  }
  const list = id === undefined || year !== undefined ? undefined : lists.get(id);
  return list === undefined ? undefined : { kind: 'list', list };
}

/** `rd@2023`, `自主研发费用 2023`, `2023年度自主研发费用（万元）`, `自主研发费用(万元)_2023年`. */
function compoundUse(text: string, vocabulary: Vocabulary): ColumnUse | undefined {
  for (const [rest, unit] of withoutUnit(text)) {
    const dated = withoutYear(rest);
    for (const [name, year] of dated) {
      for (const [bare, inner] of unit === undefined ? withoutUnit(name) : [[name, unit] as const]) {
        const use = namedUse(bare, year, inner ?? unit, vocabulary);
        if (use !== undefined) return use;
      }
    }
  }
  return undefined;
}

function withoutUnit(text: string): readonly (readonly [string, ColumnUnit | undefined])[] {
  const match = /^(.*?) ?[([]([^()[\]]*)[)\]]$/u.exec(text);
  const unit = match === null ? undefined : headerUnit(match[2]!);
  return unit === undefined
    ? [[text, undefined]]
    : [
        [match![1]!.trim(), unit],
        [text, undefined],
      ];
}

function withoutYear(text: string): readonly (readonly [string, string | undefined])[] {
  const behind = /^(.+?) ?[@_-]? ?[([]?((?:19|20|21)\d\d) ?年?度?[)\]]?$/u.exec(text);
  const before = /^((?:19|20|21)\d\d) ?年?度?的? ?[_-]? ?(.+)$/u.exec(text);
  return [
    [text, undefined],
    ...(behind === null ? [] : [[behind[1]!.trim(), behind[2]!] as const]),
    ...(before === null ? [] : [[before[2]!.trim(), before[1]!] as const]),
  ];
}

/** Facts whose names are like a header that is none. */
export function nearFacts(header: string, { names }: Vocabulary): readonly string[] {
  return nearIn(names, foldWidth(header)).slice(0, 2);
}
