import { dirname, join, normalize, relative } from 'node:path';
import { FileExists, NameNotPossible, TemplateAndBase, UnknownTemplate } from '../../diagnostics/command.ts';
import { type Language, make } from '../../diagnostics/diagnostic.ts';
import { LinkedTextMissing } from '../../diagnostics/linked-texts.ts';
import { makeFolder, writeText } from '../files.ts';
import { type ExitCode, exitCodes, type Host } from '../host.ts';
import { loadPolicy } from '../load-policy.ts';
import { FoundProblems } from '../problems.ts';
import { adaptedPolicy } from '../templates/adapted-policy.ts';
import { templates } from '../templates/index.ts';
import type { Template } from '../templates/template.ts';
import { words } from '../words.ts';

export interface NewOptions {
  readonly template?: string;
  readonly adapts?: string;
}

interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** `jieti new NAME`: a folder with a policy that checks and runs, to be made the drafter's own. Asks only on a terminal, where nothing was said. */
export async function newPolicy(
  host: Host,
  language: Language,
  folder: string,
  options: NewOptions,
): Promise<ExitCode> {
  if (options.template !== undefined && options.adapts !== undefined)
    throw usage(make(TemplateAndBase, { path: '--template' }, {}));
  const place = placeOf(folder);
  const file = join(place.folder, `${place.file}.policy`);
  if (host.exists(file)) throw usage(make(FileExists, { path: file }, { file }));
  const chosen = isSaid(options) ? options : await asked(host, language);
  const files =
    chosen.adapts === undefined
      ? fromTemplate(templateOf(chosen.template), { ...place, language })
      : [{ path: file, text: adapted(host, language, chosen.adapts, { ...place, file }) }];
  makeFolder(host, place.folder);
  for (const { path, text } of files) {
    writeText(host, path, text);
    host.out.write(`${words.wrote[language]} ${path}\n`);
  }
  host.out.write(`${nextSteps(files, language).join('\n')}\n`);
  return exitCodes.ok;
}

function isSaid({ template, adapts }: NewOptions): boolean {
  return template !== undefined || adapts !== undefined;
}

interface Place {
  readonly folder: string;
  /** Of the policy file, without its ending. */
  readonly file: string;
  /** The policy's id. */
  readonly id: string;
}

/** The last part of the path names the policy; in an id, what joins words is `_`. */
function placeOf(folder: string): Place {
  const normal = normalize(folder).replace(/[\\/]+$/u, '');
  const file = normal.split(/[\\/]/u).at(-1) ?? '';
  const id = file.normalize('NFC').replace(/[-\s]/gu, '_');
  if (!/^(?:[A-Za-z][A-Za-z0-9_]*|[A-Za-z_]*\p{Script=Han}[A-Za-z_\p{Script=Han}]*)$/u.test(id))
    throw usage(make(NameNotPossible, { path: folder }, { name: file }));
  return { folder: normal, file, id };
}

function usage(found: ReturnType<typeof make>): FoundProblems {
  return new FoundProblems([found], undefined, true);
}

// ── From a template ──────────────────────────────────────────────────────────

function templateOf(id: string | undefined): Template {
  const found = id === undefined ? templates[0] : templates.find((one) => one.id === id);
  if (found === undefined) {
    const known = templates.map((one) => one.id).join(', ');
    throw usage(make(UnknownTemplate, { path: '--template' }, { name: id ?? '', known }));
  }
  return found;
}

function fromTemplate(
  { policy, applicant, called }: Template,
  { folder, file, id, language }: Place & { readonly language: Language },
): readonly NewFile[] {
  const name = language === 'zh' && /^[\x20-\x7e]*$/u.test(id) ? `${id} | ${called}` : id;
  return [
    { path: join(folder, `${file}.policy`), text: policy[language].replace('{NAME}', name) },
    { path: join(folder, 'applicant.json'), text: applicant[language] },
  ];
}

// ── From a base ──────────────────────────────────────────────────────────────

function adapted(host: Host, language: Language, base: string, { file, id }: Place): string {
  if (!base.endsWith('.policy'))
    throw usage(make(LinkedTextMissing, { path: '--adapts' }, { path: base, problem: 'notAllowed', reason: '' }));
  const { compilation } = loadPolicy(host, base);
  const path = relative(dirname(file), base).replaceAll('\\', '/');
  return adaptedPolicy({ name: id, path, base: compilation, language });
}

// ── Asking ───────────────────────────────────────────────────────────────────

async function asked(host: Host, language: Language): Promise<NewOptions> {
  if (!host.isInteractive) return {};
  const offers = templates.map(({ id, title }, index) => `  ${index + 1}  ${id.padEnd(10)}${title[language]}\n`);
  host.out.write(`${words.newQuestion[language]}\n${offers.join('')}${words.newPrompt[language]}`);
  const answer = await firstLine(host.input);
  if (answer === '') return {};
  if (answer.endsWith('.policy')) return { adapts: answer };
  return { template: templates[Number(answer) - 1]?.id ?? answer };
}

async function firstLine(input: AsyncIterable<string>): Promise<string> {
  let held = '';
  for await (const piece of input) {
    held += piece;
    if (held.includes('\n')) break;
  }
  return (held.split('\n')[0] ?? '').trim();
}

function nextSteps(files: readonly NewFile[], language: Language): readonly string[] {
  const [policy, applicant] = files.map(({ path }) => path);
  const steps = [`jieti check ${policy}`, `jieti test ${policy}`];
  if (applicant !== undefined) steps.push(`jieti assess ${policy} --facts ${applicant} --year 2025 --explain`);
  return [words.newNext[language], ...steps.map((step) => `  ${step}`)];
}
