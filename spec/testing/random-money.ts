import type { BoundIr, BoundOperator, ChooseExpr, ClauseExpr, Expr, TypeIr } from '../../runtime/ir.ts';
import { accrualExpr } from './random-calendar.ts';
import { casesExpr } from './random-cases.ts';
import { optionsKey, truthExpr } from './random-condition.ts';
import { datedFigure } from './random-dated.ts';
import { choose, extremeOf, type Made, type Making, money, node, several, switchOf } from './random-making.ts';
import { partInOrder } from './random-order.ts';
import { countExpr, countLiteral, numberExpr, ratioExpr, ratioLiteral } from './random-ratio.ts';

export function moneyExpr(making: Making, depth: number): Expr {
  const leaves = [
    moneyLiteral,
    moneyFact,
    moneyFact,
    ...(making.clauses.length > 0 ? [clauseReading, paidReading] : []),
  ];
  return choose(making, depth, leaves, [
    moneySum,
    difference,
    rateOf,
    priced,
    quotientOf,
    ...(making.ceilings ? [rateCeiling, rateCeiling, amountCeiling] : []),
    part,
    steps,
    chooseExpr,
    chooseExpr,
    casesExpr,
    datedFigure,
    datedFigure,
    bands,
    ...(making.inClause ? [ladder] : []),
    rowCap,
    extremeOf(money, moneyExpr),
    total,
    ...(making.items.includes('project') ? [partInOrder, partInOrder] : []),
    accrualExpr,
    accrualExpr,
    switchOf(money, moneyExpr),
  ]);
}

const figures = ['0', '0.01', '100', '9999.99', '100000', '300000', '1000000', '5000000', '0.005', '33.3333'];
export const moneyLiteral: Made = (making) =>
  node(making, (id) => ({ kind: 'literal', id, type: money, value: making.random.pick(figures) }));

const moneyFact: Made = (making) =>
  node(making, (id) => {
    if (making.items.includes('project') && making.random.chance(0.6)) {
      const field = making.random.pick(['cost', 'sales']);
      return {
        kind: 'fact',
        id,
        type: money,
        field,
        owner: 'project',
        shift: field === 'sales' ? -making.random.below(2) : 0,
      };
    }
    const field = making.random.pick(['rd', 'rd', 'revenue', 'revenue', 'profit', 'loan', 'gift', 'peak']);
    const yearly = ['rd', 'revenue', 'profit'].includes(field);
    return { kind: 'fact', id, type: money, field, shift: yearly ? -making.random.below(3) : 0 };
  });

const moneySum: Made = (making, depth) =>
  node(making, (id) => ({ kind: 'add', id, type: money, operands: several(making, depth, moneyExpr, 2, 4) }));

const difference: Made = (making, depth) =>
  node(making, (id) => ({
    kind: 'subtract',
    id,
    type: money,
    left: moneyExpr(making, depth),
    right: moneyExpr(making, depth),
  }));

const rateOf: Made = (making, depth) =>
  node(making, (id) => ({
    kind: 'multiply',
    id,
    type: money,
    left: ratioExpr(making, depth),
    right: moneyExpr(making, depth),
    written: making.random.pick(['rate', 'times']),
  }));

/** A quantity times a price per unit of it. */
const priced: Made = (making) =>
  node(making, (id) => ({
    kind: 'multiply',
    id,
    type: money,
    left: node<Expr>(making, (factId) => ({
      kind: 'fact',
      id: factId,
      type: { kind: 'quantity', unit: 'P' },
      field: 'power',
      shift: 0,
    })),
    right: unitPrice(making, 0),
    written: 'times',
  }));

const unitPrice: Made = (making) =>
  node<Expr>(making, (id) => {
    const type: TypeIr = {
      kind: 'compound',
      share: false,
      over: [{ kind: 'money', currency: 'CNY' }],
      per: [{ kind: 'quantity', unit: 'P' }],
    };
    if (making.random.chance(0.5)) return { kind: 'fact', id, type, field: 'price', shift: -making.random.below(2) };
    return { kind: 'literal', id, type, value: making.random.pick(['0.05', '30', '1200.5']) };
  });

const quotientOf: Made = (making, depth) =>
  node(making, (id) => ({
    kind: 'divide',
    id,
    type: money,
    left: moneyExpr(making, depth),
    right: making.random.pick([numberExpr, countExpr])(making, depth),
  }));

const rateCeiling: Made = (making, depth) =>
  node(making, (id) => ({
    kind: 'ceiling',
    id,
    type: money,
    limit: ratioExpr({ ...making, ceilings: false }, depth - 1),
    base: moneyExpr({ ...making, ceilings: false }, depth),
  }));

const amountCeiling: Made = (making, depth) =>
  node(making, (id) => ({ kind: 'ceiling', id, type: money, limit: moneyExpr({ ...making, ceilings: false }, depth) }));

const part: Made = (making, depth) =>
  node(making, (id) => ({
    kind: 'part',
    id,
    type: money,
    side: making.random.pick(['over', 'upTo']),
    of: moneyExpr(making, depth),
    edge: moneyExpr(making, depth - 1),
  }));

const steps: Made = (making, depth) =>
  node(making, (id) => {
    const of = moneyExpr(making, depth);
    const step = node<Expr>(making, (stepId) => ({
      kind: 'literal',
      id: stepId,
      type: money,
      value: making.random.pick(['0.03', '7', '200000', '1000000']),
    }));
    return {
      kind: 'steps',
      id,
      type: money,
      mode: making.random.pick(['everyFull', 'everyPart', 'everyStarted']),
      of,
      step,
      amount: moneyExpr(making, depth - 1),
    };
  });

const rowCap: Made = (making, depth) =>
  node(making, (id) => ({
    kind: 'rowCap',
    id,
    type: money,
    value: moneyExpr(making, depth),
    cap: moneyExpr(making, depth - 1),
  }));

const bands: Made = (making, depth) =>
  node(making, (id) => {
    const of = moneyExpr(making, depth);
    const edges = ['0', '100000', '300000.5', '1000000'].slice(0, making.random.between(1, 4));
    const edge = (value: string): Expr =>
      making.random.chance(0.2)
        ? seriesFact(making, 0)
        : node<Expr>(making, (edgeId) => ({ kind: 'literal', id: edgeId, type: money, value }));
    const made = edges.map((lower, index) => {
      const bandId = making.nextId();
      const next = edges[index + 1];
      const from = edge(lower);
      const upTo = next === undefined ? {} : { upper: edge(next) };
      const rate = ratioExpr(making, 0);
      const cap = making.random.chance(0.3) ? { cap: moneyExpr({ ...making, ceilings: false }, 0) } : {};
      return { id: bandId, lower: from, ...upTo, rate, ...cap };
    });
    return { kind: 'bands', id, type: money, of, bands: made };
  });

const chooseExpr: Made = (making, depth) =>
  node(making, (id): ChooseExpr => {
    const byOptions = making.random.chance(0.4);
    const key = byOptions
      ? making.random.chance(0.3)
        ? truthExpr(making, depth - 1)
        : optionsKey(making)
      : making.random.pick([moneyExpr, ratioExpr, countExpr])({ ...making, ceilings: false }, depth - 1);
    const rows = Array.from({ length: making.random.between(1, 3) }, () => {
      const rowId = making.nextId();
      const test = byOptions
        ? ({
            kind: 'options',
            options:
              key.type.kind === 'boolean'
                ? [making.random.pick(['true', 'false'])]
                : making.random.some(['o1', 'o2', 'o3'], 0.5),
          } as const)
        : ({ kind: 'bounds', bounds: boundsOn(making, key) } as const);
      return { id: rowId, test, value: moneyExpr(making, depth - 1) };
    });
    const mode = making.random.pick(['hardest', 'hardest', 'highest', 'eachRow'] as const);
    return {
      kind: 'choose',
      id,
      type: money,
      key,
      ...(isEveryAnswer(key, rows) ? { exhaustive: true as const } : {}),
      mode,
      rows,
      ...(making.random.chance(0.4) ? { otherwise: moneyExpr(making, depth - 1) } : {}),
    };
  });

/** As the compiler tells it: rows for yes and for no, and a fact that is never none. */
function isEveryAnswer(key: Expr, rows: ChooseExpr['rows']): boolean {
  const answers = new Set(rows.flatMap(({ test }) => (test.kind === 'options' ? test.options : [])));
  return key.kind === 'fact' && ['large', 'local'].includes(key.field) && answers.has('true') && answers.has('false');
}

function boundsOn(making: Making, key: Expr): readonly BoundIr[] {
  return Array.from({ length: making.random.pick([1, 1, 2]) }, () => ({
    operator: bound(making),
    edge: sameKind(key)(making, 0),
  }));
}

function sameKind(key: Expr): Made {
  if (key.type.kind === 'money') return moneyLiteral;
  return key.type.kind === 'percent' ? ratioLiteral : countLiteral;
}

export const words: readonly BoundOperator[] = ['atLeast', 'over', 'atMost', 'under'];

export function bound({ random }: Making): BoundIr['operator'] {
  if (random.chance(0.85)) return random.pick(words);
  return { reading: 'r2', cases: { a: 'over', b: 'atLeast', c: random.pick(words) } };
}

const ladder: Made = (making, depth) =>
  node(making, (id) => {
    const { random } = making;
    const of = random.chance(0.7)
      ? seriesFact(making, 0)
      : node<Expr>(making, (sumId) => ({
          kind: 'add',
          id: sumId,
          type: money,
          operands: [seriesFact(making, 0), moneyExpr({ ...making, ceilings: false }, depth - 1)],
        }));
    const rungs = ['100000', '300000', '1000000'].slice(0, random.between(1, 3)).map((threshold) => {
      const rungId = making.nextId();
      return {
        id: rungId,
        threshold: node<Expr>(making, (edgeId) => ({ kind: 'literal', id: edgeId, type: money, value: threshold })),
        amount: moneyExpr({ ...making, ceilings: false }, random.chance(0.8) ? 0 : depth - 1),
      };
    });
    return {
      kind: 'ladder',
      id,
      type: money,
      of,
      range: random.pick([
        { kind: 'sinceFact', field: 'registered_on' },
        { kind: 'sinceYear', year: 2019 },
        { kind: 'given' },
        { kind: 'unrewarded' },
      ] as const),
      ...(random.chance(0.3) ? { peak: { field: 'peak', before: 2021 } } : {}),
      operator: bound(making),
      settlement: random.pick(['toppingUp', 'perTierHeld', 'everyTier', 'inFull'] as const),
      rungs,
    };
  });

const seriesFact: Made = (making) =>
  node(making, (id) => ({
    kind: 'fact',
    id,
    type: money,
    field: making.random.pick(['rd', 'revenue', 'profit']),
    shift: -making.random.below(2),
  }));

/** Over the items of a list; in an items block, perhaps over the other one. */
const total: Made = (making, depth) =>
  node(making, (id) => {
    const inside: Making = { ...making, items: [...making.items, 'project'] };
    const where = making.random.chance(0.5) ? { where: truthExpr({ ...inside, ceilings: false }, depth - 1) } : {};
    const operation = making.random.pick(['total', 'total', 'highest', 'lowest'] as const);
    return {
      kind: 'aggregate',
      id,
      type: money,
      operation,
      list: 'project',
      ...where,
      of: moneyExpr(inside, depth - 1),
    };
  });

const clauseReading: Made = (making) =>
  node(making, (id): ClauseExpr => {
    const { random } = making;
    const clause = random.pick(making.clauses);
    const block = making.blocks.find((one) => one.members.includes(clause.id));
    const label = random.pick(['first', 'second']);
    const at = random.pick<ClauseExpr['at']>([
      { kind: 'own' },
      { kind: 'own' },
      { kind: 'beforeCap' },
      { kind: 'line', label },
      ...(block === undefined ? [] : [{ kind: 'after', block: block.id } as const]),
    ]);
    return { kind: 'clause', id, type: money, clause: clause.id, at };
  });

const paidReading: Made = (making) =>
  node(making, (id) => ({
    kind: 'paid',
    id,
    type: money,
    clause: making.random.pick(making.clauses).id,
    forItem: making.list !== undefined && making.random.chance(0.5),
  }));
