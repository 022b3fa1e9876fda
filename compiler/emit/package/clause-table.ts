import type { ClauseIr, Names, PolicyIr, ReadingIr } from '../../../runtime/ir.ts';
import type { PackageParts } from './emit-package.ts';

/** README of a package: how to use it, and what is in it: clauses, readings, facts. */
export function clauseTable({ ir, name, examples, compilerVersion }: PackageParts): string {
  const until = ir.inForce.to === undefined ? '…' : ir.inForce.to;
  return `${[
    `# ${heading(ir)}`,
    '',
    `Policy \`${ir.id}\`, in force ${ir.inForce.from} to ${until}, as an evaluator without dependencies. Written by Jieti ${compilerVersion}; changes belong into the policy.`,
    '',
    '```js',
    `import { assess, messageOf } from '${name}';`,
    '',
    `const done = assess({ subject: 'a company' }, { year: ${firstYear(ir)} });`,
    "if (done.ok) console.log(done.text({ language: 'zh' }));",
    "else for (const found of done.diagnostics) console.error(messageOf(found, 'zh'));",
    '```',
    '',
    '`done.text({ language, clause })` explains one clause line by line, `done.explanation()` is the same for programs, `done.results` holds outcomes by clause. What is missing is never zero: amounts are intervals with causes.',
    `\`npm test\` runs the policy's ${examples.length} examples. The facts' form is \`facts.schema.json\`.`,
    '',
    '## Clauses 条款',
    '',
    '| clause | name | article | kind |',
    '| --- | --- | --- | --- |',
    ...ir.clauses.map(clauseRow),
    '',
    ...readingSection(ir.readings),
  ].join('\n')}\n`;
}

function heading(ir: PolicyIr): string {
  return plain(ir.title ?? ir.names.zh ?? ir.names.en);
}

function clauseRow(clause: ClauseIr): string {
  const { article, paragraph } = clause;
  const cited = article === undefined ? '' : `${article}${paragraph === undefined ? '' : `.${paragraph}`}`;
  return row([`\`${clause.id}\``, nameOf(clause.names), cited, clause.kind]);
}

function readingSection(readings: readonly ReadingIr[]): readonly string[] {
  if (readings.length === 0) return [];
  return [
    '## Readings 口径',
    '',
    '| reading | question | choices (the first is the default) |',
    '| --- | --- | --- |',
    ...readings.map((reading) => {
      const first = reading.choices.filter((choice) => choice.id === reading.default);
      const others = reading.choices.filter((choice) => choice.id !== reading.default);
      const choices = [...first, ...others].map((choice) => `\`${choice.id}\` ${nameOf(choice.names)}`);
      return row([`\`${reading.id}\``, reading.question, choices.join(', ')]);
    }),
    '',
  ];
}

function nameOf(names: Names): string {
  return names.zh ?? names.en;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(plain).join(' | ')} |`;
}

/** Text of a policy inside a table or a heading: no markup of its own. */
function plain(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[|<>\\]/g, (sign) => `\\${sign}`);
}

function firstYear(ir: PolicyIr): number {
  return Number(ir.inForce.from.slice(0, 4));
}
