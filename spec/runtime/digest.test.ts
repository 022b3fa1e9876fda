import { expect, test } from 'vitest';
import { canonicalJson } from '../../runtime/canonical.ts';
import { digest } from '../../runtime/digest.ts';

test('the order in which members were written does not matter, that of list entries does', () => {
  expect(canonicalJson({ b: 1, a: [true, null, { d: 'x', c: '元' }] })).toBe(
    '{"a":[true,null,{"c":"元","d":"x"}],"b":1}',
  );
  expect(digest({ a: 1, b: 2 })).toBe(digest({ b: 2, a: 1 }));
  expect(digest(['a', 'b'])).not.toBe(digest(['b', 'a']));
});

test('maps count as objects, undefined members are left out', () => {
  expect(
    canonicalJson(
      new Map([
        ['z', { number: '1' }],
        ['__proto__', { number: '2' }],
      ]),
    ),
  ).toBe('{"__proto__":{"number":"2"},"z":{"number":"1"}}');
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
});

test('a fraction has no canonical text: figures travel as decimal text', () => {
  expect(() => canonicalJson({ rate: 0.1 })).toThrow(RangeError);
});

test('is SHA-256 of the canonical text', () => {
  expect(digest({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
});
