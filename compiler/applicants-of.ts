import type { ExampleDeclaration } from '../grammar/ast.ts';

/**
 * An example as one example for each of its applicants, named after the applicant; lines outside the applicants' blocks are said of each,
 * and stand first. An example without blocks is its own only one.
 */
export function applicantsOf(example: ExampleDeclaration): readonly ExampleDeclaration[] {
  const common = example.lines.filter((line) => line.kind !== 'ApplicantBlock');
  const blocks = example.lines.filter((line) => line.kind === 'ApplicantBlock');
  if (blocks.length === 0) return [example];
  return blocks.map((block) => ({
    ...example,
    span: block.span,
    title: block.subject,
    lines: [...common, ...block.lines],
  }));
}
