import { emitFactsSchema } from '../../compiler/emit/json-schema/emit.ts';
import { emitPackage, type PackageParts } from '../../compiler/emit/package/emit-package.ts';
import { emitTypeScript } from '../../compiler/emit/typescript/emit.ts';
import type { EmittedFile } from '../../compiler/emit/typescript/emitted-file.ts';
import { PackageName, PackageVersion, RuntimeNotBuilt } from '../../diagnostics/command-package.ts';
import { type Diagnostic, type Language, make } from '../../diagnostics/diagnostic.ts';
import { makeFolder, writeText } from '../files.ts';
import { type ExitCode, exitCodes, type Host } from '../host.ts';
import { type LoadedPolicy, loadPolicy } from '../load-policy.ts';
import { FoundProblems } from '../problems.ts';
import { version } from '../version.ts';

export interface BuildOptions {
  readonly out: string;
  readonly package?: string;
  readonly packageVersion: string;
}

/** `jieti build POLICY -o DIR`: evaluator, types, tables and JSON Schema; with `--package NAME` a whole npm package. */
export function build(host: Host, language: Language, file: string, options: BuildOptions): ExitCode {
  const policy = loadPolicy(host, file);
  const files =
    options.package === undefined
      ? sourcesOf(policy)
      : packageOf(host, policy, options.package, options.packageVersion);
  const folder = options.out.replace(/\/+$/u, '');
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
