/** Policies → modules to measure: `jieti build` as it ships, then one file each with all it needs, as an application would bundle it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type ColumnarOptions, emitColumnar } from '../compiler/emit/columnar/emit-columnar.ts';
import { realisticCompanies } from './companies/five-generators.ts';
import { guardedClauses, manyClauses } from './policies/many-clauses.ts';
import { inputOf } from './rows/jieti/five-input.ts';
import { irOf } from './rows/jieti/interpreter.ts';

export interface Places {
  /** The project's folder. */
  readonly root: string;
  /** For what is made here. */
  readonly built: string;
}

/** The command as it ships. */
export function jietiCommand({ root }: Places): string {
  return join(root, 'dist', 'jieti.cjs');
}

/** Texts of the generated policies, by number of clauses. */
export const clauseCounts = [1000, 5000] as const;
export const guardedCount = 10_000;

export function writePolicies({ built }: Places): void {
  mkdirSync(built, { recursive: true });
  for (const count of clauseCounts) writeFileSync(join(built, `clauses-${count}.policy`), manyClauses(count));
  writeFileSync(join(built, 'guarded.policy'), guardedClauses(guardedCount));
}

/** `five-clauses.mjs`, and `emitted-cold.mjs`, which assesses one company and ends. */
export async function buildFiveClauses(places: Places): Promise<void> {
  emit(places, join(places.root, 'bench', 'policies', 'five-clauses.policy'));
  const from = './emitted/five_clauses';
  writeFileSync(
    join(places.built, 'five-clauses.ts'),
    [
      `export * from '${from}.ts';`,
      `export { ir, origins } from '${from}.tables.ts';`,
      `import schema from '${from}.schema.json' with { type: 'json' };`,
      'export { schema };',
    ].join('\n'),
  );
  await bundle(places, 'five-clauses');
  writeFileSync(join(places.built, 'emitted-cold.ts'), coldProgram(from));
  await bundle(places, 'emitted-cold');
}

/** `five-clauses-columnar.mjs`, and `five-clauses-traced.mjs`, which records what it meets: they need nothing. */
export async function buildColumnar(places: Places): Promise<void> {
  const file = join(places.root, 'bench', 'policies', 'five-clauses.policy');
  await buildColumnarOf(places, file, 'five-clauses-columnar');
  await buildColumnarOf(places, file, 'five-clauses-traced', { trace: true });
}

/** `guarded.mjs`: the columnar module of many clauses. */
export async function buildGuarded(places: Places): Promise<void> {
  await buildColumnarOf(places, join(places.built, 'guarded.policy'), 'guarded');
}

async function buildColumnarOf(
  places: Places,
  file: string,
  name: string,
  options: ColumnarOptions = {},
): Promise<void> {
  const emitted = emitColumnar(irOf({ file, text: readFileSync(file, 'utf8') }), options);
  if (emitted.kind === 'refused') throw new Error(`not columnar: ${JSON.stringify(emitted.reasons)}`);
  writeFileSync(join(places.built, `${name}.ts`), emitted.file.content);
  await bundle(places, name);
}

function emit(places: Places, policy: string): void {
  const command = [jietiCommand(places), 'build', policy, '-o', join(places.built, 'emitted'), '--lang', 'en'];
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`jieti build ${policy}: ${stderr}`);
}

/** As bundlers do unless told otherwise: what nobody calls is left out, and texts are ASCII, which are read sooner. Small names are no quicker. */
async function bundle({ root, built }: Places, name: string): Promise<void> {
  await build({
    entryPoints: [join(built, `${name}.ts`)],
    outfile: join(built, `${name}.mjs`),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    alias: { 'jieti/runtime': join(root, 'dist', 'runtime.mjs') },
    nodePaths: [join(root, 'node_modules')],
    logLevel: 'warning',
  });
}

/** The facts stand in the program, since reading them is not the evaluator's. */
function coldProgram(from: string): string {
  const [company] = realisticCompanies(1, 1);
  const { facts, ...rest } = inputOf(company!, 'company');
  const plain = { subject: facts.subject, values: [...facts.values] };
  return `import { assess } from '${from}.ts';
const { subject, values } = ${JSON.stringify(plain)};
const { clauses } = assess({ facts: { subject, values: new Map(values), lists: new Map() }, ...${JSON.stringify(rest)} });
if (clauses.length !== 5) process.exit(1);
`;
}
