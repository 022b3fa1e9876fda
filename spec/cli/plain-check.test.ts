/** Which runs need no grammar of options, and that they end as those do which have it. */
import { expect, test } from 'vitest';
import { plainCheck } from '../../cli/plain-check.ts';
import { jieti } from '../testing/memory-host.ts';

test('files, and a language in any place, are plain', () => {
  expect(plainCheck(['check', 'a.policy'])).toEqual(['a.policy']);
  expect(plainCheck(['check', 'a', '--lang', 'en', 'b'])).toEqual(['a', 'b']);
  expect(plainCheck(['check', '--lang=zh', 'a'])).toEqual(['a']);
});

test.each([
  [[]],
  [['check']],
  [['fmt', 'a']],
  [['--lang', 'en', 'check', 'a']],
  [['check', 'a', '--json']],
  [['check', 'a', '--lang']],
  [['check', '--lang', 'en']],
  [['check', 'a', '--lang', 'fr']],
  [['check', 'a', '--lang=']],
  [['check', 'a', '--print', 'ir']],
  [['check', '--', 'a']],
  [['check', '-']],
  [['check', '--help']],
])('whatever else is not: %j', (args) => {
  expect(plainCheck(args)).toBeUndefined();
});

test.each(['policies/xiamen-ai-2023/xiamen-ai-2023.policy', 'nowhere.policy'])(
  '%s is told alike with the grammar and without',
  async (file) => {
    const files = { 'wrong.policy': 'policy' };
    for (const told of ['zh', 'en']) {
      const plain = await jieti(['check', file, 'wrong.policy', '--lang', told], { files });
      expect(plain).toEqual(await jieti(['check', '--lang', told, '--', file, 'wrong.policy'], { files }));
      expect(plain.code).toBe(1);
    }
  },
);
