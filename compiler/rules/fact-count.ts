import { TooManyFacts } from '../../diagnostics/lowering.ts';
import type { Rule } from './rule.ts';

/** The door compiles a validator that holds every fact; programs that fill in facts hold them too. */
export const factLimit = 2_000;

export const factCount: Rule = ({ names }, report) => {
  const all = names.symbols.filter(({ kind }) => kind === 'fact' || kind === 'itemField' || kind === 'parameter');
  const first = all[factLimit];
  if (first !== undefined) report(TooManyFacts, { span: first.name.span }, { count: all.length, limit: factLimit });
};
