import { describe, expect, test } from 'vitest';
import { readFacts } from '../../../runtime/door/read-facts.ts';
import { processorTime } from '../../testing/processor-time.ts';
import { policy, read, schema } from './sample-policy.ts';

/** Reads, and fails if that took longer than hostile input may. */
function codes(source: unknown): readonly string[] {
  const { result, milliseconds } = processorTime(() => read(source));
  expect(milliseconds).toBeLessThan(2000);
  expect(result.facts).toBeUndefined();
  return [...new Set(result.diagnostics.map(({ code }) => code))];
}

describe('text', () => {
  test('ten megabytes', () => expect(codes(`{"note": "${'x'.repeat(10_000_000)}"}`)).toEqual(['JT6001']));
  test('brackets a hundred thousand deep', () => expect(codes('['.repeat(100_000))).toEqual(['JT6003']));
  test('objects a hundred thousand deep', () => expect(codes('{"a":'.repeat(100_000))).toEqual(['JT6003']));
  test('200,000 bad items', () => expect(codes(`{"project": [${'0,'.repeat(200_000)}0]}`)).toEqual(['JT6006']));
  test('10,000 bad items of many wrong fields', () => {
    const item = '{"number":1,"rd_invested":"x","won_on":"y","levels":["z","z"],"q":1}';
    expect(codes(`{"project": [${Array(10_000).fill(item).join(',')}]}`)).toContain('JT6059');
  });
  test('10,000 unknown names', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `"capital_${'x'.repeat(60)}${index}":1`);
    const { result, milliseconds } = processorTime(() => read(`{${names.join(',')}}`));
    expect(result.diagnostics.at(-1)?.code).toBe('JT6059');
    expect(milliseconds).toBeLessThan(2000);
  });
  test('100,000 wrong years and options', () => {
    expect(codes(`{"rd": {${Array.from({ length: 9000 }, (_, index) => `"y${index}":1`).join(',')}}}`)).toContain(
      'JT6012',
    );
    expect(codes(`{"project": [{"number":"1","levels":[${'"x",'.repeat(9000)}"y"]}]}`)).toContain('JT6030');
    expect(codes(`{"project": [{"number":"1","levels":[${'"national",'.repeat(9000)}"national"]}]}`)).toEqual([
      'JT6031',
    ]);
  });
  test('unclosed quotes by the hundred thousand', () =>
    expect(codes('{"note": "\\"'.repeat(70_000))).toEqual(['JT6002']));
  test('numbers without end', () => {
    expect(codes('{"capital": 1e9000000}')).toEqual(['JT6005']);
    expect(codes(`{"capital": ${'9'.repeat(500_000)}}`)).toEqual(['JT6005']);
    expect(codes('{"capital": 1e-9000000}')).toEqual(['JT6005']);
    expect(codes(`{"capital": "${'9'.repeat(500_000)}", "index": "1e9000000"}`)).toEqual(['JT6020', 'JT6025']);
  });
  test('a long key of an item is cut where it is told', () => {
    const result = read(`{"project": [{"number": "${'长'.repeat(5000)}", "won_on": "x"}]}`);
    expect(result.diagnostics.every(({ message }) => message.zh.length < 500)).toBe(true);
    expect(result.facts).toBeUndefined();
  });
});

describe('names that programs use themselves', () => {
  const source =
    '{"__proto__": {"capital": "5"}, "constructor": 1, "toString": 2, "hasOwnProperty": 3, "project": [{"number": "__proto__", "__proto__": 1}]}';
  test('are unknown names, in text', () => {
    const result = read(source);
    expect(result.diagnostics.map(({ code }) => code)).toEqual(Array(5).fill('JT6010'));
    expect([...(result.facts?.values ?? [])]).toEqual([]);
    expect(result.facts?.lists.get('project')?.[0]?.key).toBe('__proto__');
  });
  test('are unknown names, in objects', () => {
    expect(read(JSON.parse(source))).toEqual(read(source));
    expect(({} as Record<string, unknown>).capital).toBeUndefined();
  });
  test('lend nothing to the facts', () => {
    expect(read(Object.create(null)).facts?.values.size).toBe(0);
    expect(codes(Object.create({ capital: '5' }))).toEqual(['JT6007']);
    expect(codes(JSON.parse('{"rd": {"__proto__": "5"}}'))).toEqual(['JT6012']);
  });
});

describe('objects of a program', () => {
  test('that contain themselves', () => {
    const facts: Record<string, unknown> = {};
    facts.capital = facts;
    expect(codes(facts)).toEqual(['JT6003']);
  });
  test('that share parts until they are enormous', () => {
    let part: unknown = [];
    for (let depth = 0; depth < 40; depth += 1) part = [part, part];
    expect(codes({ note: part })).toEqual(['JT6006']);
  });
  test('nested five million deep', () => {
    let part: unknown = [];
    for (let depth = 0; depth < 5_000_000; depth += 1) part = [part];
    expect(codes({ note: part })).toEqual(['JT6003']);
  });
  test('a list or an object beyond the limit', () => {
    expect(codes({ project: Array(10_001).fill({}) })).toEqual(['JT6006']);
    expect(codes(Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`k${index}`, 1])))).toEqual([
      'JT6006',
    ]);
    expect(codes({ project: new Array(4_000_000_000) })).toEqual(['JT6006']);
  });
  test('what JSON cannot hold', () => {
    const getter = Object.defineProperty({}, 'capital', { enumerable: true, get: () => expect.unreachable() });
    for (const value of [Number.NaN, Infinity, 5n, () => 1, Symbol('x'), new Map(), getter]) {
      expect(codes(typeof value === 'object' ? value : { capital: value })).toEqual(['JT6007']);
    }
    expect(codes(undefined)).toEqual(['JT6007']);
  });
  test('a property that is undefined is absent', () => {
    expect(read({ capital: undefined, note: 'x' }).facts?.values.size).toBe(1);
  });
});

test('the whole of a large honest file', () => {
  const items = Array.from({ length: 9000 }, (_, index) => ({
    number: `P${index}`,
    levels: ['national'],
    rd_invested: '5',
  }));
  const { result, milliseconds } = processorTime(() => read(JSON.stringify({ project: items })));
  expect(result.facts?.lists.get('project')?.length).toBe(9000);
  expect(milliseconds).toBeLessThan(2000);
});

test('a validator of another policy lets nothing slip by', () => {
  const refusing = () => [{ instancePath: '/elsewhere', keyword: 'type' }];
  const result = readFacts(policy, refusing, '{}');
  expect(result.diagnostics.map(({ code }) => code)).toEqual(['JT6058']);
  expect(result.facts).toBeUndefined();
  expect(readFacts(policy, () => [], '{"note": "x"}').facts?.values.get('note')).toEqual({ text: 'x' });
  expect(readFacts(policy, schema, '{}').facts).toBeDefined();
});

test('100,000 keys written again and again', () => {
  const key = (index: number) => `"k${index % 5000}":1`;
  expect(codes(`{${Array.from({ length: 90_000 }, (_, index) => key(index)).join(',')}}`)).toContain('JT6004');
});
