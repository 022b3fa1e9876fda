/** The figures that Jieti sets itself, in the words of its plan, and whether they are reached. */
import { clauseCounts } from '../build-emitted.ts';
import type { Standing } from '../measure/contest.ts';
import { figure, rateText, ratioText, withTenths } from './figures.ts';
import { markdownTable } from './markdown-table.ts';
import { type Results, standingOf } from './results.ts';

/** A goal held against results. `undefined`: not measured, because it is not built or was left out. */
interface Goal {
  readonly name: string;
  readonly goal: string;
  readonly measured: (results: Results) => Measured | undefined;
}
interface Measured {
  readonly text: string;
  readonly reached: boolean;
}

/** At most so many times the hand-written code of the same rounds. */
function atMost(most: number, find: (results: Results) => Standing | undefined): Goal['measured'] {
  return (results) => {
    const standing = find(results);
    if (standing === undefined) return undefined;
    const { ratio, nanoseconds } = standing;
    return { text: `${ratioText(ratio)}, ${rateText(nanoseconds.median)}`, reached: ratio.median <= most };
  };
}

/** Milliseconds beyond a bare start of Node: at the median, and between the quickest of both, for one of them alone may be chance. */
function startsWithin(most: number, id: string): Goal['measured'] {
  return (results) => {
    const found = results.starts?.find((start) => start.id === id);
    if (found === undefined) return undefined;
    const text = `${withTenths(found.beyondBare, 'ms')}, least ${figure(found.least)} ms`;
    return { text, reached: Math.max(found.beyondBare.median, found.least) <= most };
  };
}

const columnar = (id: string) => (results: Results) => standingOf(results.columns?.standings, id);

const goals: readonly Goal[] = [
  {
    name: 'assessment without explanation, facts validated',
    goal: '≤ 1.3×',
    measured: atMost(1.3, (results) => standingOf(results.assessing, 'direct')),
  },
  {
    name: 'with the flat trace in a reused buffer',
    goal: '≤ 1.8×',
    measured: atMost(1.8, (results) => standingOf(results.assessing, 'trace-reused')),
  },
  {
    name: 'with the flat trace kept',
    goal: '≤ 2.5×',
    measured: atMost(2.5, (results) => standingOf(results.assessing, 'trace-kept')),
  },
  {
    name: 'steps of every assessment, as objects',
    goal: '≤ 8×',
    measured: atMost(8, (results) => standingOf(results.explaining, 'steps-objects')),
  },
  {
    name: 'steps of every assessment, as text',
    goal: '≤ 50×',
    measured: atMost(50, (results) => standingOf(results.explaining, 'steps-text')),
  },
  {
    name: 'steps of every assessment, as JSON text',
    goal: '≤ 100×',
    measured: atMost(100, (results) => standingOf(results.explaining, 'steps-json')),
  },
  {
    name: 'full explanation as objects',
    goal: '≤ 8×',
    measured: atMost(8, (results) => standingOf(results.explainingFully, 'explanation-objects')),
  },
  {
    name: 'full explanation as text',
    goal: '≤ 50×',
    measured: atMost(50, (results) => standingOf(results.explainingFully, 'explanation-text')),
  },
  {
    name: 'full explanation as JSON text',
    goal: '≤ 100×',
    measured: atMost(100, (results) => standingOf(results.explainingFully, 'explanation-json')),
  },
  {
    name: 'JSON text → validated → assessed → JSON',
    goal: '≤ 2× of the same by hand',
    measured: atMost(2, (results) => standingOf(results.json, 'jieti')),
  },
  { name: 'columnar, one core', goal: '≤ 1.3× of loops by hand', measured: atMost(1.3, columnar('columnar')) },
  {
    name: 'columnar, filled from buffers with guards and masks',
    goal: '≤ 1.3× of loops by hand',
    measured: atMost(1.3, columnar('columnar-filled')),
  },
  { name: 'columnar, against the quickest engine', goal: 'ahead of it', measured: aheadOfEngines },
  { name: 'columnar on two workers', goal: '≥ 1.8× of one', measured: twoWorkers },
  { name: 'wrong amounts of Jieti', goal: '0', measured: wrongOfJieti },
  { name: '1,000 clauses, check and emit', goal: '≤ 500 ms beyond Node', measured: startsWithin(500, 'clauses-1000') },
  { name: '5,000 clauses', goal: 'linear', measured: linear },
  { name: '10,000 clauses of which 10 apply', goal: '≤ 5 µs', measured: guarded },
  {
    name: '`jieti check` of the Xiamen policy',
    goal: '≤ 100 ms beyond Node',
    measured: startsWithin(100, 'check-xiamen'),
  },
  { name: 'emitted evaluator, cold', goal: '≤ 10 ms beyond Node', measured: startsWithin(10, 'emitted-cold') },
];

function aheadOfEngines(results: Results): Measured | undefined {
  const own = columnar('columnar-filled')(results) ?? columnar('columnar')(results);
  const others = results.columns?.standings.filter(({ id }) => id === 'dataframe' || id === 'database') ?? [];
  const quickest = Math.min(...others.map(({ nanoseconds }) => nanoseconds.median));
  if (own === undefined || others.length === 0) return undefined;
  const text = `${figure(own.nanoseconds.median)} ns a row against ${figure(quickest)}`;
  return { text, reached: own.nanoseconds.median < quickest };
}

function twoWorkers(results: Results): Measured | undefined {
  const one = columnar('columnar')(results);
  const two = columnar('columnar-workers')(results);
  if (one === undefined || two === undefined) return undefined;
  const gain = one.nanoseconds.median / two.nanoseconds.median;
  return { text: `${figure(gain)}×, ${rateText(two.nanoseconds.median)}`, reached: gain >= 1.8 };
}

/** Of the rows of Jieti, in both groups that count. */
const jietiRows = [
  'emitted',
  'interpreter',
  'direct',
  'trace-reused',
  'trace-kept',
  'steps-objects',
  'steps-text',
  'steps-json',
  'from-json',
  'columnar',
  'columnar-filled',
  'columnar-workers',
];

function wrongOfJieti({ wrong, columns }: Results): Measured | undefined {
  if (wrong === undefined) return undefined;
  const counted = [wrong, ...(columns === undefined ? [] : [columns.wrong])].flatMap(({ of, byRow }) =>
    Object.entries(byRow).flatMap(([id, count]) => (jietiRows.includes(id) ? [{ of, count }] : [])),
  );
  const count = counted.reduce((sum, one) => sum + one.count, 0);
  const of = counted.reduce((sum, one) => sum + one.of, 0);
  return { text: `${count} of ${of.toLocaleString('en')}`, reached: count === 0 };
}

/** Five times the clauses may take little more than five times as long. */
function linear({ starts }: Results): Measured | undefined {
  const [few, many] = clauseCounts.map((count) => starts?.find(({ id }) => id === `clauses-${count}`));
  if (few === undefined || many === undefined) return undefined;
  const growth = many.least / few.least;
  const most = (clauseCounts[1] / clauseCounts[0]) * 1.1;
  const text = `${withTenths(many.beyondBare, 'ms')}, ${figure(growth)}× of ${clauseCounts[0].toLocaleString('en')}`;
  return { text, reached: growth <= most };
}

function guarded(results: Results): Measured | undefined {
  if (results.guarded === undefined) return undefined;
  const { nanoseconds } = results.guarded;
  return { text: withTenths(nanoseconds, 'µs', 1000), reached: nanoseconds.median <= 5000 };
}

export function goalsTable(results: Results): string {
  const rows = goals.map(({ name, goal, measured }) => {
    const found = measured(results);
    return [name, goal, found?.text ?? 'not measured', found === undefined ? '—' : found.reached ? 'yes' : 'no'];
  });
  return markdownTable(['', 'goal', 'measured: median (p10–p90)', 'reached'], rows);
}
