import type { ExampleIr } from '../../../runtime/example.ts';
import { exampleText } from '../../../runtime/example-text.ts';
import type { PolicyIr } from '../../../runtime/ir.ts';
import type { Origins } from '../../../runtime/origins.ts';
import { emitFactsSchema } from '../json-schema/emit.ts';
import { emitJavaScript } from '../typescript/emit.ts';
import { banner, type EmittedFile } from '../typescript/emitted-file.ts';
import { stringLiteral } from '../typescript/literal.ts';
import { clauseTable } from './clause-table.ts';

export interface PackageParts {
  readonly ir: PolicyIr;
  readonly origins: Origins;
  readonly examples: readonly ExampleIr[];
  /** A name npm takes. */
  readonly name: string;
  readonly version: string;
  readonly compilerVersion: string;
  /** The runtime as one ES module, and its declaration files by path; `runtime/standalone.d.ts` is the entry. */
  readonly runtime: { readonly code: string; readonly types: Readonly<Record<string, string>> };
}

/**
 * A policy as a complete npm package: ES modules with types, the schema of the facts, a README with the clause table, the policy's
 * examples as its tests. It depends on nothing; paths are relative to its folder.
 */
export function emitPackage(parts: PackageParts): readonly EmittedFile[] {
  const { ir, origins, runtime } = parts;
  const schema = emitFactsSchema(ir);
  const modules = emitJavaScript(ir, origins, { name: 'policy', runtime: './runtime.js' });
  return [
    { path: 'package.json', content: `${JSON.stringify(manifest(parts), undefined, 2)}\n` },
    { path: 'README.md', content: clauseTable(parts) },
    { path: 'facts.schema.json', content: `${JSON.stringify(schema, undefined, 2)}\n` },
    { path: 'examples.json', content: `${exampleText(parts.examples)}\n` },
    { path: 'index.js', content: indexModule(parts, schema) },
    { path: 'index.d.ts', content: indexTypes },
    ...modules,
    { path: 'runtime.js', content: runtime.code },
    { path: 'runtime.d.ts', content: "export * from './types/runtime/standalone.js';\n" },
    ...Object.entries(runtime.types).map(([path, content]) => ({ path: `types/${path}`, content })),
    { path: 'test/examples.test.js', content: testModule },
  ];
}

function manifest({ ir, name, version }: PackageParts): object {
  return {
    name,
    version,
    description: ir.title ?? ir.names.zh ?? ir.names.en,
    type: 'module',
    engines: { node: '>=20' },
    exports: {
      '.': { types: './index.d.ts', default: './index.js' },
      './facts.schema.json': './facts.schema.json',
      './package.json': './package.json',
    },
    scripts: { test: 'node --test' },
  };
}

/** `import … with { type: 'json' }` is not stable in Node 20, so the schema stands in the module as text. */
function indexModule({ compilerVersion }: PackageParts, schema: object): string {
  return `${[
    banner,
    'import { assess as evaluate } from "./policy.js";',
    'import { ir, origins } from "./policy.tables.js";',
    'import { messageOf, policyPackage } from "./runtime.js";',
    '',
    `export const schema = JSON.parse(${stringLiteral(JSON.stringify(schema))});`,
    `const policy = policyPackage({ ir, origins, schema, assess: evaluate, compilerVersion: ${stringLiteral(compilerVersion)} });`,
    'export const { assess, runExample, id, names, title } = policy;',
    'export { messageOf };',
  ].join('\n')}\n`;
}

const indexTypes = `${banner}
import type { ClauseId, Facts, Readings } from './policy.types.js';
import type { Assessed, AssessOptions, PolicyPackage, Refused } from './runtime.js';

export type { ClauseId, Decision, Facts, Readings, Results } from './policy.types.js';
export { type Assessed, type AssessOptions, type Diagnostic, type Explanation, type Language, messageOf, type Refused } from './runtime.js';

/** Assesses one applicant: facts as JSON text or as a value. Whatever is wrong with them is told in \`diagnostics\`; nothing is thrown for it. */
export declare function assess(facts: Facts | string, options: AssessOptions<Readings>): Assessed<ClauseId> | Refused;
/** Runs an example of the policy. */
export declare const runExample: PolicyPackage['runExample'];
export declare const id: string;
/** What the policy is called. */
export declare const names: { readonly en: string; readonly zh?: string; readonly hant?: string };
export declare const title: string | undefined;
/** JSON Schema (2020-12) of the facts. */
export declare const schema: object;
`;

const testModule = `${banner}
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runExample } from '../index.js';
import { reviveExamples } from '../runtime.js';

const examples = reviveExamples(readFileSync(new URL('../examples.json', import.meta.url), 'utf8'));
test('the policy has examples', () => assert.ok(examples.length > 0));
for (const example of examples) {
  test(example.title, () => {
    const { passed, failures } = runExample(example);
    const told = failures.map(({ expectation, expected, got }) => [expectation.clause ?? 'total', expectation.item, expected.zh, got.zh]);
    assert.deepEqual(told, []);
    assert.ok(passed);
  });
}
`;
