import fc from 'fast-check';
import type { Anchor, DateLiteral, LiteralUnit, NumberLiteral, PerUnit, Rounding, Text } from '../../../grammar/ast.ts';
import { at, few, unitReference } from './names.ts';

/** Canonical decimal text: no sign, no leading or trailing zeros. Round figures and near misses of them are likely. */
const digits: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      fc.nat(99),
      fc.nat(2_000_000_000),
      fc.nat(9999).map((n) => n * 10_000),
      fc.nat(30).map((n) => n * 10_000_000),
    ),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.stringMatching(/^[0-9]{0,5}[1-9]$/) },
    ),
  )
  .map(([whole, fraction]) => (fraction === '' ? `${whole}` : `${whole}.${fraction}`));

const currencies = ['CNY', 'USD', 'HKD', 'EUR', 'SGD', 'AUD'];
export const currency = fc.constantFrom(...currencies);

const money: fc.Arbitrary<LiteralUnit> = fc
  .oneof({ weight: 4, arbitrary: fc.constant('CNY') }, { weight: 1, arbitrary: currency })
  .map((one) => ({ kind: 'Money', currency: one }));

const counterWords = ['家', '户', '人', '名', '位', '件', '项', '个', '次', '台'];

const unit: fc.Arbitrary<LiteralUnit> = fc.oneof(
  { weight: 5, arbitrary: money },
  fc.constant<LiteralUnit>({ kind: 'None' }),
  fc.constant<LiteralUnit>({ kind: 'Percent' }),
  fc.constant<LiteralUnit>({ kind: 'Points' }),
  fc.constantFrom(...counterWords).map((word): LiteralUnit => ({ kind: 'Counter', word })),
  fc.constantFrom('years', 'months', 'days').map((one): LiteralUnit => ({ kind: 'Duration', unit: one as 'years' })),
  unitReference.map((name): LiteralUnit => ({ kind: 'Unit', name })),
);

function literalOf(units: fc.Arbitrary<LiteralUnit>): fc.Arbitrary<NumberLiteral> {
  return fc.tuple(digits, units).map(([value, one]) => at({ kind: 'NumberLiteral', value, unit: one }));
}

/** What a figure or type may be per. */
export const perUnit: fc.Arbitrary<PerUnit> = fc.oneof(
  currency.map((one): PerUnit => ({ kind: 'Money', currency: one })),
  fc.constantFrom(...counterWords).map((word): PerUnit => ({ kind: 'Counter', word })),
  fc.constantFrom('years', 'months', 'days').map((one): PerUnit => ({ kind: 'Duration', unit: one as 'years' })),
  unitReference.map((name): PerUnit => ({ kind: 'Unit', name })),
);

/** 30元/平方米/月. */
const perLiteral: fc.Arbitrary<NumberLiteral> = fc
  .tuple(literalOf(unit), few(perUnit, 1, 3))
  .filter(([{ unit: of }]) => of.kind !== 'None' && of.kind !== 'Points')
  .map(([literal, per]) => ({ ...literal, per }));

export const numberLiteral = fc.oneof({ weight: 5, arbitrary: literalOf(unit) }, { weight: 1, arbitrary: perLiteral });
export const moneyLiteral = literalOf(money);
/** `前5名`, 5 years: small whole numbers. */
export const places: fc.Arbitrary<NumberLiteral> = fc
  .integer({ min: 1, max: 50 })
  .map((value) => at({ kind: 'NumberLiteral', value: `${value}`, unit: { kind: 'None' } }));
export const duration: fc.Arbitrary<NumberLiteral> = fc
  .tuple(fc.integer({ min: 1, max: 120 }), fc.constantFrom('years', 'months', 'days'))
  .map(([value, one]) =>
    at({ kind: 'NumberLiteral', value: `${value}`, unit: { kind: 'Duration', unit: one as 'years' } }),
  );

export const year = fc.integer({ min: 1990, max: 2099 });

export const dateLiteral: fc.Arbitrary<DateLiteral> = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, month, day]) =>
    at({ kind: 'DateLiteral', value: `${y}-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}` }),
  );

/** Words that would be code if they leaked out of their quotes. */
const insides = [
  '条件',
  'grant',
  '}',
  '{',
  '//',
  '50%',
  '，',
  ';',
  '：',
  '『',
  '』',
  '#2',
  ' ',
  '30万元',
  '$',
  '`',
  '\\',
  '*/',
  '|',
];

export const text: fc.Arbitrary<Text> = fc
  .tuple(few(fc.constantFrom(...insides, '甲', 'x')), fc.constantFrom('', '"', '“', '”', '「'))
  .map(([parts, quote]) => at({ kind: 'Text', value: `${parts.join('').trim()}${quote}` }));

export const anchor: fc.Arbitrary<Anchor> = fc
  .tuple(few(fc.constantFrom(...insides, '“', '”', '"')), fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }))
  .map(([parts, occurrence]) =>
    at({ kind: 'Anchor', text: `${parts.join('').trim()}达到`, ...(occurrence === undefined ? {} : { occurrence }) }),
  );
export const anchors = few(anchor, 0, 2);

export const rounding: fc.Arbitrary<Rounding> = fc
  .tuple(
    fc.constantFrom('halfUp', 'halfEven', 'up', 'down', 'awayFromZero'),
    fc.constantFrom('0.01', '1', '100', '10000'),
  )
  .map(([mode, value]) => {
    const step = at({ kind: 'NumberLiteral' as const, value, unit: { kind: 'Money' as const, currency: 'CNY' } });
    return { mode: mode as 'halfUp', step, span: step.span };
  });
