import type {
  BlockIr,
  BoundIr,
  BoundOperator,
  ChooseExpr,
  ClauseExpr,
  ClauseIr,
  Expr,
  TypeIr,
} from '../../runtime/ir.ts';
import type { Random } from './random.ts';

/** What a random policy is made with, and what its expressions may see. */
export interface Making {
  readonly random: Random;
  readonly nextId: () => number;
  /** Clauses and blocks that stand before: only these may be read. */
  readonly clauses: readonly ClauseIr[];
  readonly blocks: readonly BlockIr[];
  /** Lists whose current item is in sight. */
  readonly items: readonly string[];
  /** The list of the items block around. */
  readonly list: string | undefined;
  /** The amount of a shared cap stands in no clause: no ladder there, which asks what was paid under its clause. */
  readonly inClause: boolean;
  /** `up to` stands in amounts alone. */
  readonly ceilings: boolean;
}
type Made<E extends Expr = Expr> = (making: Making, depth: number) => E;

const money: TypeIr = { kind: 'money', currency: 'CNY' };
const ratio: TypeIr = { kind: 'percent' };
const truthType: TypeIr = { kind: 'boolean' };
const day: TypeIr = { kind: 'date' };
const count: TypeIr = { kind: 'count' };

/** Pre-order numbers: a node takes its id before its parts are made. */
function node<E extends Expr>(making: Making, make: (id: number) => E): E {
  return make(making.nextId());
}

function choose(making: Making, depth: number, leaves: readonly Made[], inner: readonly Made[]): Expr {
  return making.random.pick(depth <= 0 ? leaves : [...leaves, ...inner, ...inner])(making, depth - 1);
}

// ── Money ────────────────────────────────────────────────────────────────────

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
    quotientOf,
    ...(making.ceilings ? [rateCeiling, rateCeiling, amountCeiling] : []),
    part,
    steps,
    chooseExpr,
    chooseExpr,
    bands,
    ...(making.inClause ? [ladder] : []),
    rowCap,
    extremeOf(money, moneyExpr),
    total,
    switchOf(money, moneyExpr),
  ]);
}

const figures = ['0', '0.01', '100', '9999.99', '100000', '300000', '1000000', '5000000', '0.005', '33.3333'];
const moneyLiteral: Made = (making) =>
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
    const edge = (value: string) =>
      node<Expr>(making, (edgeId) => ({ kind: 'literal', id: edgeId, type: money, value }));
    const made = edges.map((lower, index) => {
      const bandId = making.nextId();
      const next = edges[index + 1];
      const from = edge(lower);
      const upTo = next === undefined ? {} : { upper: edge(next) };
      return { id: bandId, lower: from, ...upTo, rate: ratioExpr(making, 0) };
    });
    return { kind: 'bands', id, type: money, of, bands: made };
  });

const chooseExpr: Made = (making, depth) =>
  node(making, (id): ChooseExpr => {
    const byOptions = making.random.chance(0.4);
    const key = byOptions
      ? optionsKey(making)
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
      mode,
      rows,
      ...(making.random.chance(0.4) ? { otherwise: moneyExpr(making, depth - 1) } : {}),
    };
  });

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

const words: readonly BoundOperator[] = ['atLeast', 'over', 'atMost', 'under'];

function bound({ random }: Making): BoundIr['operator'] {
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

// ── Ratios, counts, days ─────────────────────────────────────────────────────

export function ratioExpr(making: Making, depth: number): Expr {
  return choose(
    making,
    depth,
    [ratioLiteral, ratioLiteral, ratioFact],
    [growthOf, growthOf, shareOf, ratioSum, extremeOf(ratio, ratioExpr), switchOf(ratio, ratioExpr)],
  );
}

const ratioLiteral: Made = (making) =>
  node(making, (id) => ({
    kind: 'literal',
    id,
    type: ratio,
    value: making.random.pick(['0', '0.05', '0.006', '0.2', '0.4', '1', '0.3333', '-0.1']),
  }));

const ratioFact: Made = (making) =>
  node(making, (id) => {
    if (making.items.includes('project') && making.random.chance(0.4))
      return { kind: 'fact', id, type: ratio, field: 'share', owner: 'project', shift: 0 };
    const field = making.random.pick(['rate', 'trend', 'sector', 'base_rate']);
    return {
      kind: 'fact',
      id,
      type: ratio,
      field,
      shift: field === 'trend' || field === 'sector' ? -making.random.below(2) : 0,
    };
  });

const growthOf: Made = (making) =>
  node(making, (id) => {
    const field = making.random.pick(['rd', 'revenue', 'profit']);
    const shift = -making.random.below(2);
    const at = (years: number) =>
      node<Expr>(making, (factId) => ({ kind: 'fact', id: factId, type: money, field, shift: years }));
    return {
      kind: 'growth',
      id,
      type: ratio,
      now: at(shift),
      before: at(shift - 1),
      zeroBase: making.random.pick(['undefined', 'unlimited']),
    };
  });

const shareOf: Made = (making, depth) =>
  node(making, (id) => ({
    kind: 'divide',
    id,
    type: ratio,
    left: moneyExpr(noCeilings(making), depth - 1),
    right: moneyExpr(noCeilings(making), depth - 1),
  }));

const ratioSum: Made = (making, depth) =>
  node(making, (id) => ({ kind: 'add', id, type: ratio, operands: several(making, depth, ratioExpr, 2, 3) }));

export function countExpr(making: Making, depth: number): Expr {
  return choose(making, depth, [countLiteral, countFact], [countOf, daysOf]);
}

const countLiteral: Made = (making) =>
  node(making, (id) => ({
    kind: 'literal',
    id,
    type: count,
    value: making.random.pick(['0', '1', '2', '5', '50', '365']),
  }));

const countFact: Made = (making) =>
  node(making, (id) => {
    const field = making.random.pick(['staff', 'place', 'term']);
    return { kind: 'fact', id, type: count, field, shift: field === 'staff' ? -making.random.below(2) : 0 };
  });

const countOf: Made = (making, depth) =>
  node(making, (id) => {
    const list = making.random.pick(['project', 'site']);
    const inside: Making = { ...noCeilings(making), items: [...making.items, list] };
    return {
      kind: 'aggregate',
      id,
      type: count,
      operation: 'count',
      list,
      ...(making.random.chance(0.7) ? { where: truthExpr(inside, depth - 1) } : {}),
    };
  });

const daysOf: Made = (making, depth) =>
  node(making, (id) => ({ kind: 'days', id, type: count, from: dayExpr(making, depth), to: dayExpr(making, depth) }));

function numberExpr(making: Making, _depth: number): Expr {
  const { random } = making;
  return node(making, (id) =>
    random.chance(0.5)
      ? { kind: 'literal', id, type: { kind: 'number' }, value: random.pick(['3', '0.7', '12', '0']) }
      : { kind: 'fact', id, type: { kind: 'number' }, field: random.pick(['index', 'power']), shift: 0 },
  );
}

export function dayExpr(making: Making, depth: number): Expr {
  return choose(
    making,
    depth,
    [dayLiteral, dayFact, referenceDay],
    [dayShift, extremeOf(day, dayExpr), switchOf(day, dayExpr)],
  );
}

const dayLiteral: Made = (making) =>
  node(making, (id) => ({
    kind: 'literal',
    id,
    type: day,
    value: making.random.pick(['2023-10-10', '2024-02-29', '2022-12-31']),
  }));
const referenceDay: Made = (making) => node(making, (id) => ({ kind: 'referenceDay', id, type: day }));
const dayFact: Made = (making) =>
  node(making, (id) => {
    if (making.items.includes('project') && making.random.chance(0.5))
      return { kind: 'fact', id, type: day, field: 'won_on', owner: 'project', shift: 0 };
    return { kind: 'fact', id, type: day, field: making.random.pick(['registered_on', 'claimed_on']), shift: 0 };
  });
const dayShift: Made = (making, depth) =>
  node(making, (id) => ({
    kind: 'dateShift',
    id,
    type: day,
    from: dayExpr(making, depth),
    amount: making.random.between(-20, 40),
    unit: making.random.pick(['years', 'months', 'days']),
  }));

// ── Conditions ───────────────────────────────────────────────────────────────

export function truthExpr(given: Making, depth: number): Expr {
  const making = noCeilings(given);
  return choose(
    making,
    depth,
    [truthFact, optionTest, comparison],
    [
      comparison,
      comparison,
      logical,
      logical,
      not,
      hasGrown,
      textComparison,
      switchOf(truthType, truthExpr),
      ...(making.clauses.length > 0 ? [isGranted] : []),
    ],
  );
}

const truthFact: Made = (making) =>
  node(making, (id) => {
    if (making.items.includes('project') && making.random.chance(0.5))
      return { kind: 'fact', id, type: truthType, field: 'local', owner: 'project', shift: 0 };
    if (making.random.chance(0.1))
      return { kind: 'literal', id, type: truthType, value: making.random.pick(['true', 'false']) };
    return { kind: 'fact', id, type: truthType, field: making.random.pick(['large', 'new']), shift: 0 };
  });

function optionsKey(making: Making): Expr {
  const { random } = making;
  if (random.chance(0.2)) return truthFact(making, 0);
  return node(making, (id) => {
    if (making.items.includes('project') && random.chance(0.5))
      return { kind: 'fact', id, type: { kind: 'choices', options: [] }, field: 'grades', owner: 'project', shift: 0 };
    return {
      kind: 'fact',
      id,
      type: { kind: 'choices', options: [] },
      field: random.pick(['stage', 'levels']),
      shift: 0,
    };
  });
}

const optionTest: Made = (making) =>
  node(making, (id) => {
    const operand = optionsKey(making);
    const options = operand.type.kind === 'boolean' ? ['true'] : making.random.some(['o1', 'o2', 'o3'], 0.5);
    return { kind: 'optionTest', id, type: truthType, operand, options, negated: making.random.chance(0.3) };
  });

const comparison: Made = (making, depth) =>
  node(making, (id) => {
    const made = making.random.pick([moneyExpr, moneyExpr, ratioExpr, countExpr, dayExpr]);
    const operator = making.random.pick([...words, ...words, 'equal', 'notEqual'] as const);
    return {
      kind: 'compare',
      id,
      type: truthType,
      operator,
      left: made(making, Math.max(depth - 1, 1)),
      right: made(making, depth - 1),
    };
  });

const textComparison: Made = (making) =>
  node(making, (id) => ({
    kind: 'compare',
    id,
    type: truthType,
    operator: making.random.pick(['equal', 'notEqual'] as const),
    left: node<Expr>(making, (leftId) => ({
      kind: 'fact',
      id: leftId,
      type: { kind: 'text' },
      field: 'name',
      shift: 0,
    })),
    right: node<Expr>(making, (rightId) => ({ kind: 'literal', id: rightId, type: { kind: 'text' }, value: '甲' })),
  }));

const hasGrown: Made = (making) =>
  node(making, (id) => {
    const field = making.random.pick(['rd', 'revenue', 'profit']);
    const at = (shift: number) =>
      node<Expr>(making, (factId) => ({ kind: 'fact', id: factId, type: money, field, shift }));
    return { kind: 'hasGrown', id, type: truthType, now: at(0), before: at(-1) };
  });

const logical: Made = (making, depth) =>
  node(making, (id) => ({
    kind: 'logical',
    id,
    type: truthType,
    operator: making.random.pick(['and', 'or']),
    operands: several(making, depth, truthExpr, 2, 4),
  }));

const not: Made = (making) =>
  node(making, (id) => ({
    kind: 'not',
    id,
    type: truthType,
    operand: making.random.pick([truthFact, optionTest, ...(making.clauses.length > 0 ? [isGranted] : [])])(making, 0),
  }));

const isGranted: Made = (making) =>
  node(making, (id) => ({ kind: 'isGranted', id, type: truthType, clause: making.random.pick(making.clauses).id }));

// ── Shared ───────────────────────────────────────────────────────────────────

function extremeOf(type: TypeIr, operand: Made): Made {
  return (making, depth) =>
    node(making, (id) => ({
      kind: 'extreme',
      id,
      type,
      side: making.random.pick(['lowest', 'highest']),
      operands: several(making, depth, operand, 1, 3),
    }));
}

function switchOf(type: TypeIr, value: Made): Made {
  return (making, depth) =>
    node(making, (id) => ({
      kind: 'switch',
      id,
      type,
      reading: 'r1',
      cases: ['a', 'b'].map((choice) => ({ choice, value: value(making, depth) })),
    }));
}

function several(making: Making, depth: number, made: Made, low: number, high: number): readonly Expr[] {
  return Array.from({ length: making.random.between(low, high) }, () => made(making, depth - 1));
}

function noCeilings(making: Making): Making {
  return making.ceilings ? { ...making, ceilings: false } : making;
}
