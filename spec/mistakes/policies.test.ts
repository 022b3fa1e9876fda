import { describe, expect, test } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { findingsAsText } from '../testing/findings-text.ts';
import { cases, golden } from '../testing/golden.ts';

/** Slips that drafters make, each in a small policy that is otherwise sound, and all that `jieti check` says of it. */
const folder = 'spec/mistakes/policies';

describe.each(['zh', 'en'] as const)('%s', (language) => {
  golden(folder, `${language}.txt`, (text, file) => findingsAsText(text, file.slice(folder.length + 1), language));
});

/** Policies that hold more than one slip. */
const slips: Readonly<Record<string, number>> = {
  'english-missing-unit': 2,
  'english-unknown-and-misspelt': 2,
  'money-against-count': 2,
  'unclosed-quotation': 2,
  'units-by-name': 3,
};

test.each(cases(folder).map((one) => [one.name, one] as const))(
  '%s: every slip once, and nothing beside',
  (name, source) => {
    expect(compile(source).diagnostics).toHaveLength(slips[name] ?? 1);
  },
);
