import { describe, expect, test } from 'vitest';
import { emptySpan } from '../../diagnostics/span.ts';
import type {
  ClauseLine,
  Expression,
  LiteralUnit,
  Name,
  NumberLiteral,
  PolicyFile,
  Reference,
  Scope,
} from '../../grammar/ast.ts';
import { chineseNumeral } from '../../grammar/print/numerals.ts';
import { quotedText } from '../../grammar/print/printer.ts';
import { quotedName } from '../../grammar/print/quoting.ts';
import {
  nameForms,
  type PrintLanguage,
  print,
  printDeclarationHeader,
  printExpression,
  printLine,
  printRow,
} from '../../grammar/print.ts';

function at<T extends { readonly kind: string }>(node: T): T & { readonly span: typeof emptySpan } {
  return { ...node, span: emptySpan };
}
const name = (id: string, zh?: string, hant?: string): Name =>
  at({ kind: 'Name', id, ...(zh === undefined ? {} : { zh }), ...(hant === undefined ? {} : { hant }) });
const use = (text: string): Reference => at({ kind: 'Reference', text });
const value = (text: string): Expression => at({ kind: 'ReferenceExpression', reference: use(text) });
const number = (digits: string, unit: LiteralUnit): NumberLiteral => at({ kind: 'NumberLiteral', value: digits, unit });
const yuan = (digits: string) => number(digits, { kind: 'Money', currency: 'CNY' });
const percent = (digits: string) => number(digits, { kind: 'Percent' });
const tail = { anchors: [], readings: [] };
const perCompany: Scope = at({ kind: 'PerSubject', name: use('company') });
const perYear: Scope = at({ kind: 'PerYear' });

const file: PolicyFile = at({
  kind: 'PolicyFile',
  comments: [],
  declarations: [
    at({
      kind: 'FactsDeclaration',
      name: name('company', '企业', '企業'),
      fields: [
        field('compute_bought', '算力购买额', '算力購買額'),
        field('rd', '自主研发费用'),
        field('mutual', '共用'),
        at({
          kind: 'ListDeclaration',
          name: name('project', '项目'),
          key: [],
          shared: false,
          fields: [field('cost', '成本'), field('mark', '记号甲')],
        }),
        at({
          kind: 'ListDeclaration',
          name: name('platform', '平台'),
          key: [],
          shared: false,
          fields: [field('mark', '记号乙'), field('other', '共用')],
        }),
      ],
    }),
    at({ kind: 'ClauseDeclaration', name: name('art3', '算力券'), lines: [] }),
  ],
});

function field(id: string, zh: string, hant?: string) {
  const type = at({ kind: 'MoneyType' as const });
  const plain = { orNone: false, mayBeNegative: false, shared: false };
  return at({ kind: 'FieldDeclaration' as const, name: name(id, zh, hant), type, ...plain });
}

const names = nameForms(file);
const expression = (one: Expression, language: PrintLanguage = 'zh') => printExpression(one, { language, names });
const line = (one: ClauseLine, language: PrintLanguage = 'zh') => printLine(one, { language, names });

describe('numbers', () => {
  test.each([
    ['300000', '30万元', '300,000 CNY'],
    ['120000000', '1.2亿元', '120,000,000 CNY'],
    ['1234.56', '1234.56元', '1,234.56 CNY'],
    ['10000000', '1000万元', '10,000,000 CNY'],
    ['1000', '1000元', '1,000 CNY'],
    ['15000', '1.5万元', '15,000 CNY'],
    ['12345678', '12345678元', '12,345,678 CNY'],
    ['100000000', '1亿元', '100,000,000 CNY'],
    ['0', '0元', '0 CNY'],
  ])('%s yuan', (digits, zh, en) => {
    expect(expression(yuan(digits))).toBe(zh);
    expect(expression(yuan(digits), 'en')).toBe(en);
  });

  test.each<[NumberLiteral, string, string, string]>([
    [percent('0.6'), '0.6%', '0.6%', '0.6%'],
    [number('5', { kind: 'Points' }), '5个百分点', '5個百分點', '5 percentage points'],
    [number('50', { kind: 'Counter', word: '家' }), '50家', '50家', '50 firms'],
    [number('5', { kind: 'Duration', unit: 'years' }), '5年', '5年', '5 years'],
    [number('100', { kind: 'Unit', name: use('P') }), '100 P', '100 P', '100 P'],
    [number('50000', { kind: 'Money', currency: 'USD' }), '5万美元', '5萬美元', '50,000 USD'],
    [number('1000', { kind: 'None' }), '1000', '1000', '1,000'],
  ])('%o', (literal, zh, hant, en) => {
    expect([expression(literal), expression(literal, 'zh-hant'), expression(literal, 'en')]).toEqual([zh, hant, en]);
  });

  test.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [101, '一百零一'],
    [110, '一百一十'],
    [1005, '一千零五'],
  ])('article %d', (figure, word) => {
    expect(chineseNumeral(figure)).toBe(word);
  });
});

describe('brackets come from the tree', () => {
  const a = value('rd');
  const b = value('compute_bought');
  const sum: Expression = at({ kind: 'Binary', operator: '+', left: a, right: b });

  test('a chain binds tighter than an operator', () => {
    const rateOfSum: Expression = at({ kind: 'RateOf', rate: percent('5'), base: sum });
    const sumOfRate: Expression = at({
      kind: 'Binary',
      operator: '+',
      left: at({ kind: 'RateOf', rate: percent('5'), base: a }),
      right: b,
    });
    expect(expression(rateOfSum)).toBe('（自主研发费用 + 算力购买额） 的 5%');
    expect(expression(rateOfSum, 'en')).toBe('5% of (rd + compute_bought)');
    expect(expression(sumOfRate)).toBe('自主研发费用 的 5% + 算力购买额');
    expect(expression(sumOfRate, 'en')).toBe('5% of rd + compute_bought');
  });

  test('operators of one rank group to the left', () => {
    const right: Expression = at({ kind: 'Binary', operator: '-', left: a, right: sum });
    expect(expression(right, 'en')).toBe('rd - (rd + compute_bought)');
    const left: Expression = at({ kind: 'Binary', operator: '-', left: sum, right: a });
    expect(expression(left, 'en')).toBe('rd + compute_bought - rd');
  });

  test('last year takes a name or brackets in either language', () => {
    const growth: Expression = at({ kind: 'Growth', of: at({ kind: 'Shift', years: -1, of: a }) });
    const shifted: Expression = at({ kind: 'Shift', years: -1, of: at({ kind: 'Growth', of: a }) });
    expect([expression(growth), expression(growth, 'en')]).toEqual([
      '上年 自主研发费用 的 增速',
      "growth of last year's rd",
    ]);
    expect([expression(shifted), expression(shifted, 'en')]).toEqual([
      '上年 （自主研发费用 的 增速）',
      "last year's (growth of rd)",
    ]);
  });

  test('and and or are never mixed without brackets', () => {
    const either: Expression = at({ kind: 'Logical', operator: 'or', block: false, operands: [a, b] });
    const both: Expression = at({ kind: 'Logical', operator: 'and', block: false, operands: [a, either] });
    expect(expression(both)).toBe('自主研发费用 且 （自主研发费用 或 算力购买额）');
    expect(expression(at({ kind: 'Not', operand: either }), 'en')).toBe('not (rd or compute_bought)');
  });
});

describe('labels of lines', () => {
  const cases: readonly [ClauseLine, string, string][] = [
    [
      at({
        kind: 'WhenLine',
        condition: at({
          kind: 'Comparison',
          operator: 'atLeast',
          word: 'atLeast',
          left: value('compute_bought'),
          right: yuan('300000'),
        }),
        ...tail,
        anchors: [at({ kind: 'Anchor', text: '达到30万元以上' })],
      }),
      '条件 算力购买额 达到 30万元',
      'when compute_bought at least 300,000 CNY',
    ],
    [
      at({ kind: 'CapLine', amount: yuan('500000'), scopes: [perCompany, perYear], allOrNothing: false, ...tail }),
      '封顶 每家 企业 每年 50万元',
      'cap 500,000 CNY per company per year',
    ],
    [
      at({
        kind: 'CapLine',
        amount: yuan('500000'),
        scopes: [at({ kind: 'OverYears', years: 3 })],
        allOrNothing: true,
        ...tail,
      }),
      '封顶 连续3年 50万元，超出全部不予',
      'cap 500,000 CNY over 3 years, all or nothing',
    ],
    [
      at({
        kind: 'AmountLine',
        verb: 'grant',
        amount: at({ kind: 'UpTo', limit: percent('50'), base: value('rd') }),
        cutToCeiling: false,
        ...tail,
      }),
      '补助 自主研发费用 的 最高 50%',
      'grant up to 50% of rd',
    ],
    [
      at({
        kind: 'AmountLine',
        verb: 'award',
        amount: at({
          kind: 'Steps',
          mode: 'everyFull',
          amount: yuan('100000'),
          step: yuan('2000000'),
          of: value('rd'),
        }),
        cutToCeiling: false,
        ...tail,
      }),
      '奖励 自主研发费用 每满 200万元 给予 10万元',
      'award 100,000 CNY for every full 2,000,000 CNY of rd',
    ],
    [
      at({ kind: 'CitesLine', article: 6, paragraph: 2, anchors: [] }),
      '依据 第六条第二款',
      'cites article 6 paragraph 2',
    ],
    [
      at({ kind: 'OnceLine', scopes: [at({ kind: 'PerSubject', name: use('项目') })], ...tail }),
      '限次 每个 项目 一次',
      'once per project',
    ],
    [
      at({
        kind: 'WhenLine',
        condition: at({
          kind: 'Comparison',
          operator: 'over',
          word: 'over',
          left: at({ kind: 'Part', side: 'over', of: value('rd'), edge: yuan('10000') }),
          right: yuan('20000'),
        }),
        ...tail,
      }),
      '条件 （自主研发费用 超过 1万元 的部分） 超过 2万元',
      'when (the part of rd over 10,000 CNY) over 20,000 CNY',
    ],
    [
      at({
        kind: 'AmountLine',
        verb: 'grant',
        amount: at({
          kind: 'Aggregate',
          operation: 'total',
          list: use('project'),
          where: at({ kind: 'HasGrown', operand: value('cost') }),
          of: value('cost'),
        }),
        cutToCeiling: false,
        ...tail,
      }),
      '补助 各 项目（成本 比上年 增长） 的 成本 合计',
      'grant total of cost over each project where (cost has grown)',
    ],
  ];
  test.each(cases)('%#', (one, zh, en) => {
    expect([line(one), line(one, 'en')]).toEqual([zh, en]);
  });

  test('a row of a choice', () => {
    const row = {
      span: emptySpan,
      test: at({
        kind: 'BoundsRow' as const,
        bounds: [{ span: emptySpan, word: 'over', operator: 'over' as const, edge: percent('20') }],
      }),
      value: yuan('300000'),
      anchors: [],
      readings: [],
    };
    const key: Expression = at({ kind: 'Growth', of: value('rd') });
    expect(printRow(row, key, { language: 'zh', names })).toBe('超过 20% ： 30万元');
    expect(printRow(row, key, { language: 'en', names })).toBe('over 20% : 300,000 CNY');
    const choose: Expression = at({ kind: 'Choose', key, rows: [row, row] });
    expect(printExpression(choose, { language: 'zh', names })).toBe(
      '按 自主研发费用 的 增速 { 超过 20% ： 30万元 ； 超过 20% ： 30万元 }',
    );
    expect(printExpression(choose, { language: 'en', names, elideRows: true })).toBe('by growth of rd {…}');
  });

  test('the head of a clause', () => {
    const each = { span: emptySpan, list: use('项目'), on: use('成本') };
    const clause = at({ kind: 'ClauseDeclaration' as const, name: name('art4', '攻关'), each, lines: [] });
    expect(printDeclarationHeader(clause, { language: 'zh', names })).toBe('条款 art4 | 攻关 逐个 项目 于 成本');
    expect(printDeclarationHeader(clause, { language: 'en', names })).toBe(
      'clause art4 | 攻关 for each project on cost',
    );
  });
});

describe('names', () => {
  test('take the form of the language, 繁體 falling back to 简体', () => {
    expect(expression(value('算力购买额'), 'en')).toBe('compute_bought');
    expect(expression(value('compute_bought'), 'zh-hant')).toBe('算力購買額');
    expect(expression(value('rd'), 'zh-hant')).toBe('自主研发费用');
  });

  test('stay as written where they are unknown or could be several', () => {
    expect(expression(value('nowhere'))).toBe('nowhere');
    expect(expression(value('mark'))).toBe('mark');
    expect(expression(value('mutual'))).toBe('mutual');
  });

  test('are found in the list that is spoken of', () => {
    const own = (owner: string): Expression => at({ kind: 'FieldExpression', owner: use(owner), field: use('mark') });
    expect([expression(own('project')), expression(own('平台'))]).toEqual(['项目 之 记号甲', '平台 之 记号乙']);
    expect(printExpression(value('mark'), { language: 'zh', names, list: 'platform' })).toBe('记号乙');
  });

  test.each([
    ['rd', 'rd'],
    ['art4.voucher', 'art4.voucher'],
    ['算力券', '算力券'],
    ['MaaS收入', 'MaaS收入'],
    ['5G基站', '『5G基站』'],
    ['首台(套)', '『首台(套)』'],
    ['条件', '『条件』'],
    ['增速', '『增速』'],
    ['year', '『year』'],
    ['number', 'number'],
    ['growth', '『growth』'],
    ['rate', 'rate'],
    ['item', 'item'],
    ['P 1', '『P 1』'],
    ['é', '『é』'],
  ])('%s is written %s', (text, written) => {
    expect(quotedName(text)).toBe(written);
  });
});

describe('nothing leaks out of its quotes', () => {
  test.each([
    ['plain', '"plain"'],
    ['a "b"', '“a "b"”'],
    ['a “b”', '"a “b”"'],
    ['a "b” c', '"a \\"b” c"'],
    ['end\\', '"end\\\\"'],
  ])('%s', (text, written) => {
    expect(quotedText({ value: text })).toBe(written);
  });

  test('a comment stays on its line', () => {
    const comment = at({ kind: 'Comment' as const, text: 'one\n条款 x { }\u2028two\r', ownLine: true });
    const printed = print({ ...file, declarations: [], comments: [comment] }, { language: 'zh' });
    expect(printed).toBe('// one 条款 x { } two\n');
  });
});
