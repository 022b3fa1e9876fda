/** `--by sector`, `--by "revenue@2023: 500万, 2000万"`: by which fact applicants are grouped, and where figures are cut. */
import { FoundProblems } from '../../cli/problems.ts';
import { type Bilingual, make } from '../../diagnostics/diagnostic.ts';
import { FactToGroupBy } from '../../diagnostics/programme-simulate.ts';
import { canonicalText } from '../../runtime/door/decimal-text.ts';
import { foldWidth } from '../../runtime/door/fold-width.ts';
import { nameTable } from '../../runtime/door/name-table.ts';
import { namesOf } from '../../runtime/door/path-names.ts';
import type { DecimalText, FieldIr, PolicyIr } from '../../runtime/ir.ts';
import { compare, ofDecimalText } from '../../runtime/rational.ts';
import { readFigure } from '../cells/figure.ts';
import { applicantVocabulary, columnUse, nearFacts } from '../tables/header.ts';

export interface Grouping {
  readonly field: FieldIr;
  /** Of a yearly fact: the year asked for; absent: the last year in which the applicant applied. */
  readonly year?: string;
  readonly isFigure: boolean;
  /** Where bands of figures begin, rising, in base units; absent: quarters of the applicants. */
  readonly edges?: readonly DecimalText[];
  readonly names: Bilingual;
}

const figureKinds = new Set([
  'money',
  'percent',
  'points',
  'number',
  'count',
  'rank',
  'duration',
  'quantity',
  'compound',
]);

export function groupingsOf(settings: readonly string[], ir: PolicyIr): readonly Grouping[] {
  return settings.map((text) => groupingOf(text, ir));
}

function groupingOf(text: string, ir: PolicyIr): Grouping {
  const [head = '', bands] = splitOnce(foldWidth(text));
  const vocabulary = applicantVocabulary(ir);
  const use = columnUse(head.trim(), vocabulary);
  const wrong = (reason: Parameters<typeof FactToGroupBy.zh.message>[0]['reason'], near: readonly string[] = []) =>
    new FoundProblems([make(FactToGroupBy, { path: '--by' }, { text, reason, near })], undefined, true);
  if (use?.kind !== 'field' || use.unit !== undefined || use.field.role === 'parameter') {
    const [name = ''] = head.split('@');
    const isPlain = nameTable(ir.fields).has(name.trim());
    throw isPlain ? wrong('year') : wrong('unknown', nearFacts(name, vocabulary));
  }
  const { field, year } = use;
  const isFigure = figureKinds.has(field.type.kind);
  const edges = bands?.split(/[,、]/u).map((one) => edgeOf(one.trim(), field));
  if (edges !== undefined && !isFigure) throw wrong('bands');
  if (edges?.every((edge, index) => edge !== undefined && isAbove(edge, edges[index - 1])) === false)
    throw wrong('order');
  return {
    field,
    isFigure,
    names: withYear(namesOf(field.names, field.id), year),
    ...(year === undefined ? {} : { year }),
    ...(edges === undefined ? {} : { edges: edges.filter((edge) => edge !== undefined) }),
  };
}

function splitOnce(text: string): readonly [string, string | undefined] {
  const at = text.indexOf(':');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function edgeOf(text: string, { type }: FieldIr): DecimalText | undefined {
  const figure = readFigure(text);
  if (figure === undefined) return undefined;
  const { digits, places } = figure.value;
  // Percentages are held as ratios.
  const isPercent = figure.unit === '%';
  if (isPercent !== (type.kind === 'percent' || type.kind === 'points')) return undefined;
  return canonicalText({ digits: digits * 10n ** BigInt(figure.tens), places: places + (isPercent ? 2 : 0) });
}

function isAbove(edge: DecimalText, before: DecimalText | undefined): boolean {
  return before === undefined || compare(ofDecimalText(edge), ofDecimalText(before)) > 0;
}

function withYear({ zh, en }: Bilingual, year: string | undefined): Bilingual {
  return year === undefined ? { zh, en } : { zh: `${zh}（${year}年）`, en: `${en} (${year})` };
}
