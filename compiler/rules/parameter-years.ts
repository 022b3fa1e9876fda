import { ParameterYears } from '../../diagnostics/rules.ts';
import { declarationsOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** A yearly parameter has one value for each year it names, any other one value at most. */
export const parameterYears: Rule = ({ file }, report) => {
  for (const { rows, yearly } of declarationsOf(file, 'ParameterDeclaration')) {
    const seen = new Set<number | undefined>();
    for (const { span, year } of rows) {
      const twice = seen.has(year);
      if (twice || (year !== undefined) !== yearly) report(ParameterYears, { span }, { yearly, twice });
      seen.add(year);
    }
  }
};
