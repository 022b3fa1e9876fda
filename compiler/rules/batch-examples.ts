import { ApplicantTwice, ApplicantWithin, ExpectedOfNobody } from '../../diagnostics/batch-rules.ts';
import { declarationsOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** R22: in an example of several applicants each stands once, side by side, and what is expected is expected of one of them. */
export const batchExamples: Rule = ({ file }, report) => {
  for (const { lines } of declarationsOf(file, 'ExampleDeclaration')) {
    const applicants = lines.filter((line) => line.kind === 'ApplicantBlock');
    if (applicants.length === 0) continue;
    for (const line of lines) if (line.kind === 'ExpectLine') report(ExpectedOfNobody, { span: line.span }, {});
    const seen = new Set<string>();
    for (const { subject, lines: inner } of applicants) {
      if (seen.has(subject.value)) report(ApplicantTwice, { span: subject.span }, { name: subject.value });
      seen.add(subject.value);
      for (const line of inner)
        if (line.kind === 'ApplicantBlock') report(ApplicantWithin, { span: line.subject.span }, {});
    }
  }
};
