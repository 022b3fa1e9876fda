import { emitColumnar } from '../../compiler/emit/columnar/emit-columnar.ts';
import { emitFactsSchema } from '../../compiler/emit/json-schema/emit.ts';
import { emitPackage, type PackageParts } from '../../compiler/emit/package/emit-package.ts';
import { emitTypeScript } from '../../compiler/emit/typescript/emit.ts';
import type { EmittedFile } from '../../compiler/emit/typescript/emitted-file.ts';
import { NotColumnarClause, NowhereToWrite, UnknownPrint } from '../../diagnostics/columnar.ts';
import { PackageName, PackageVersion, RuntimeNotBuilt } from '../../diagnostics/command-package.ts';
import { type Diagnostic, type Language, make } from '../../diagnostics/diagnostic.ts';
import type { ChoiceId, ReadingId } from '../../runtime/ir.ts';
import { chosenReadings } from '../chosen-readings.ts';
import { makeFolder, writeText } from '../files.ts';
import { type ExitCode, exitCodes, type Host } from '../host.ts';
import { type LoadedPolicy, loadPolicy } from '../load-policy.ts';
import { FoundProblems } from '../problems.ts';
import { version } from '../version.ts';
import { numbersText } from './print-numbers.ts';

export interface BuildOptions {
  readonly out?: string;
  readonly package?: string;
  readonly packageVersion: string;
  readonly columnar?: boolean;
  readonly trace?: boolean;
  readonly print?: string;
  readonly reading: readonly string[];
}

/**
 * `jieti build POLICY -o DIR`: evaluator, types, tables and JSON Schema; with `--package NAME` a whole npm package, with `--columnar` code over
 * columns for one choice of readings, with `--trace` such code that records what it meets. `--print numbers` tells how that code holds numbers.
 */
export function build(host: Host, language: Language, file: string, options: BuildOptions): ExitCode {
  const policy = loadPolicy(host, file);
  const { out, print } = options;
  const readings = chosenReadings(policy.ir, options.reading);
  if (print !== undefined && print !== 'numbers')
    throw new FoundProblems([make(UnknownPrint, { path: '--print' }, { name: print })], undefined, true);
  if (print !== undefined) host.out.write(numbersText(policy, readings, language));
  if (out === undefined && print !== undefined) return exitCodes.ok;
  if (out === undefined) throw new FoundProblems([make(NowhereToWrite, { path: '-o' }, {})], undefined, true);
  return writeFiles(host, language, filesOf(host, policy, options, readings), out);
}

function filesOf(
  host: Host,
  policy: LoadedPolicy,
  options: BuildOptions,
  readings: Readonly<Record<ReadingId, ChoiceId>>,
): readonly EmittedFile[] {
  if (options.columnar === true || options.trace === true) return columnarOf(policy, readings, options.trace === true);
  return options.package === undefined
    ? sourcesOf(policy)
    : packageOf(host, policy, options.package, options.packageVersion);
}

function writeFiles(host: Host, language: Language, files: readonly EmittedFile[], out: string): ExitCode {
  const folder = out.replace(/\/+$/u, '');
  for (const inner of new Set(files.map(({ path }) => path.split('/').slice(0, -1).join('/')))) {
    makeFolder(host, inner === '' ? folder : `${folder}/${inner}`);
  }
  for (const { path, content } of files) writeText(host, `${folder}/${path}`, content);
  // Of a package's declaration files nobody wants to read the list.
  for (const { path } of files.filter((one) => !one.path.startsWith('types/'))) {
    host.out.write(`${language === 'zh' ? '已写' : 'wrote'} ${folder}/${path}\n`);
  }
  return exitCodes.ok;
}

function sourcesOf({ ir, origins }: LoadedPolicy): readonly EmittedFile[] {
  const schema = `${JSON.stringify(emitFactsSchema(ir), undefined, 2)}\n`;
  return [...emitTypeScript(ir, origins), { path: `${ir.id}.schema.json`, content: schema }];
}

/** Every clause that columnar code cannot hold is told at its place. */
function columnarOf(
  { ir, origins, source }: LoadedPolicy,
  readings: Readonly<Record<ReadingId, ChoiceId>>,
  isTraced: boolean,
): readonly EmittedFile[] {
  const emitted = emitColumnar(ir, { readings, ...(isTraced ? { trace: true } : {}) });
  if (emitted.kind === 'emitted') return [emitted.file, emitted.script];
  const problems = emitted.reasons.map(({ clause, why }) => {
    const found = ir.clauses.find(({ id }) => id === clause) ?? ir.blocks.find(({ id }) => id === clause)!;
    const { start = 0, end = 0 } = origins.nodes[found.node] ?? {};
    const name = { en: found.names.en, zh: found.names.zh ?? found.names.en };
    return make(NotColumnarClause, { span: { start, end } }, { name, why });
  });
  throw new FoundProblems(problems, source);
}

function packageOf(host: Host, policy: LoadedPolicy, name: string, packageVersion: string): readonly EmittedFile[] {
  const problems: Diagnostic[] = [];
  if (!/^(?=.{1,214}$)(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/u.test(name))
    problems.push(make(PackageName, { path: '--package' }, { name }));
  if (!/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/u.test(packageVersion))
    problems.push(make(PackageVersion, { path: '--package-version' }, { text: packageVersion }));
  if (problems.length > 0) throw new FoundProblems(problems, undefined, true);
  const { ir, origins, compilation } = policy;
  return emitPackage({
    ir,
    origins,
    examples: compilation.examples,
    name,
    version: packageVersion,
    compilerVersion: version,
    runtime: standaloneRuntime(host),
  });
}

/** Built together with the program. */
function standaloneRuntime(host: Host): PackageParts['runtime'] {
  const file = 'standalone.json';
  try {
    return JSON.parse(host.readOwnFile(file)) as PackageParts['runtime'];
  } catch {
    throw new FoundProblems([make(RuntimeNotBuilt, { path: file }, {})]);
  }
}
