import type { Statement } from '../../runtime/ir.ts';
import { truthExpr } from './random-condition.ts';
import type { Making } from './random-making.ts';
import { moneyExpr } from './random-money.ts';
import { randomOrder } from './random-order.ts';
import { countExpr, ratioExpr } from './random-ratio.ts';
import { anyWindow, randomScope } from './random-scope.ts';

/** Lines of a clause: conditions, an amount or an items block, then whatever changes the amount; now and then out of the usual order. */
export function makeStatements(making: Making, clause: string): readonly Statement[] {
  const { random } = making;
  const before = conditions(making, random.pick([0, 1, 1, 2]));
  const main = random.chance(0.35) ? items(making, clause) : amount(making, clause);
  const hasProjects = main.kind === 'items' && main.list === 'project';
  return [
    ...before,
    main,
    ...(hasProjects ? onAllItems(making) : []),
    ...effects(making, random.pick([0, 1, 2, 3]), true),
    ...(hasProjects && random.chance(0.2) ? onAllItems(making) : []),
    ...(random.chance(0.1) ? conditions(making, 1) : []),
    ...(random.chance(0.15) ? effects(making, 1, true) : []),
  ];
}

function conditions(making: Making, count: number): readonly Statement[] {
  return Array.from({ length: count }, () => {
    const id = making.nextId();
    if (making.random.chance(0.15))
      return {
        kind: 'once',
        id,
        scope: randomScope(
          making,
          making.list === undefined ? 'subject' : making.random.pick(['item', 'subject']),
          anyWindow(making),
        ),
        ...(making.random.chance(0.5) ? { times: countExpr(making, 0) } : {}),
      };
    return { kind: 'when', id, condition: truthExpr(making, making.random.between(0, 2)) };
  });
}

function items(making: Making, _clause: string): Statement {
  const { random } = making;
  const id = making.nextId();
  const list = random.pick(['project', 'project', 'site']);
  const inside: Making = { ...making, items: [list], list };
  const on = list === 'project' ? 'won_on' : 'built_on';
  return {
    kind: 'items',
    id,
    list,
    ...(random.chance(0.7) ? { on } : {}),
    ...(random.chance(0.3) ? { where: truthExpr(inside, 1) } : {}),
    statements: [
      ...conditions(inside, random.pick([0, 0, 1])),
      amount(inside, ''),
      ...effects(inside, random.pick([0, 1, 2]), false),
    ],
  };
}

/** Limits on the number of projects, and caps that say how they cut; only of projects, which orders speak of. */
function onAllItems(making: Making): readonly Statement[] {
  const { random } = making;
  return Array.from({ length: random.pick([0, 1, 1, 2]) }, (): Statement => {
    const id = making.nextId();
    const scope = randomScope(making, 'subject', anyWindow(making));
    if (random.chance(0.5)) {
      return { kind: 'limit', id, times: countExpr(making, 0), scope, order: randomOrder(making, 'listed') };
    }
    const cut = random.pick([
      { kind: 'proRata' } as const,
      { kind: 'inOrder' } as const,
      { kind: 'inOrder', order: randomOrder(making, 'listed') } as const,
    ]);
    return {
      kind: 'cap',
      id,
      amount: moneyExpr({ ...making, ceilings: false }, 0),
      scope,
      allOrNothing: false,
      cut,
    };
  });
}

function amount(making: Making, _clause: string): Statement {
  const id = making.nextId();
  return {
    kind: 'amount',
    id,
    verb: 'grant',
    ...(making.random.chance(0.4) ? { label: 'first' } : {}),
    amount: moneyExpr(making, making.random.between(1, 3)),
    cutToCeiling: making.random.chance(0.4),
  };
}

function effects(making: Making, count: number, wide: boolean): readonly Statement[] {
  return Array.from({ length: count }, () => effect(making, wide));
}

function effect(making: Making, wide: boolean): Statement {
  const { random } = making;
  const id = making.nextId();
  const label = random.chance(0.2) ? { label: 'second' } : {};
  const plain = { ...making, ceilings: false };
  switch (random.pick(['adjust', 'adjust', 'cap', 'cap', 'round', 'budget', 'switch'] as const)) {
    case 'adjust': {
      const operation = random.pick(['add', 'less', 'raise', 'lower', 'floor'] as const);
      const value = operation === 'raise' || operation === 'lower' ? ratioExpr(plain, 1) : moneyExpr(plain, 1);
      return {
        kind: 'adjust',
        id,
        ...label,
        operation,
        amount: value,
        ...(random.chance(0.4) ? { condition: truthExpr(making, 1) } : {}),
      };
    }
    case 'cap': {
      const window = random.pick([
        { kind: 'period' },
        { kind: 'period' },
        { kind: 'ever' },
        { kind: 'inForce' },
        { kind: 'years', years: 3 },
      ] as const);
      const per = wide ? 'subject' : random.pick(['item', 'subject'] as const);
      return {
        kind: 'cap',
        id,
        ...label,
        amount: moneyExpr(plain, 1),
        scope: randomScope(making, per, window),
        allOrNothing: random.chance(0.2),
      };
    }
    case 'round': {
      const mode = random.pick(['halfUp', 'halfEven', 'up', 'down', 'awayFromZero'] as const);
      return { kind: 'round', id, ...label, rounding: { mode, step: random.pick(['0.01', '1', '10000', '0.5']) } };
    }
    case 'budget': {
      if (!wide) return { kind: 'round', id, ...label, rounding: { mode: 'down', step: '0.01' } };
      const sharing = random.pick(['proRata', 'firstCome', 'unlimited'] as const);
      return { kind: 'budget', id, ...label, amount: moneyExpr(plain, 0), period: 'period', sharing };
    }
    case 'switch': {
      const cases = ['a', 'b', 'c'].map((choice) => ({
        choice,
        statements: random.chance(0.3)
          ? []
          : [...(random.chance(0.2) ? conditions(making, 1) : []), effect(making, wide)],
      }));
      return { kind: 'switch', id, reading: 'r2', cases };
    }
  }
}
