import type { Command } from 'commander';
import { nearNames } from '../diagnostics/near-names.ts';

/** What a verb lacks: every required option that was not given; or an option it does not know that looks like one of them. */
export interface MissingOptions {
  readonly missing: readonly string[];
  readonly unknown?: string;
  readonly near?: string;
}

/** Commander names the first missing option and nothing else, though `--fact` may stand where `--facts` was meant. */
export function missingOptions(verb: Command, args: readonly string[]): MissingOptions {
  const given = args.filter((argument) => /^--?[a-z]/u.test(argument)).map((argument) => argument.split('=')[0]!);
  const isGiven = ({ long, short }: { long?: string | undefined; short?: string | undefined }) =>
    [long, short].some((form) => form !== undefined && given.includes(form));
  const required = verb.options.filter((option) => option.mandatory && !isGiven(option));
  const forms = required.flatMap(({ long }) => (long === undefined ? [] : [long]));
  const missing = required.map(({ flags }) => flags);
  for (const unknown of given.filter((one) => !verb.options.some(({ long, short }) => one === long || one === short))) {
    const near = nearNames(unknown, forms)[0];
    if (near !== undefined) return { missing, unknown, near };
  }
  return { missing };
}
