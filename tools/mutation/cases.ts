import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyTexts } from '../../cli/policy-texts.ts';
import { compile } from '../../compiler/compile.ts';
import { emitTypeScript } from '../../compiler/emit/typescript/emit.ts';
import type { ExampleIr } from '../../runtime/example.ts';
import type { PolicyIr } from '../../runtime/ir.ts';

/** One example of a case of the language, compiled, with the evaluator that is emitted for it. */
export interface MutationCase {
  /** File and name of the example. */
  readonly name: string;
  readonly ir: PolicyIr;
  readonly example: ExampleIr;
  /** Path of the emitted evaluator among the given texts. */
  readonly emitted: string;
  /** All that its assessment says is kept in a golden. */
  readonly isKept: boolean;
}

const kept = 'spec/runtime/assessments';
const folders = ['spec/shapes', 'spec/conformance', 'spec/decisions/decided', kept];

/** All examples of all cases, or of those whose path holds a part; what is emitted for them is put into `given`. */
export function casesOf(root: string, given: Map<string, string>, part = ''): readonly MutationCase[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.policy') && `${folder}/${file}`.includes(part))
      .sort()
      .flatMap((file, index) =>
        examplesOf(root, `${folder}/${file}`, `${folder.replaceAll('/', '_')}_${index}`, given),
      ),
  );
}

function examplesOf(root: string, file: string, name: string, given: Map<string, string>): readonly MutationCase[] {
  const readFile = (path: string) => readFileSync(join(root, path), 'utf8');
  const { ir, origins, examples } = compile({ file, text: readFile(file) }, { load: policyTexts({ readFile }, file) });
  if (ir === undefined || origins === undefined) throw new Error(`${file} does not compile`);
  const files = emitTypeScript(ir, origins, { name, runtime: '../runtime/core/index.ts' });
  for (const { path, content } of files) given.set(`emitted/${path}`, content);
  return examples.map((example) => ({
    name: `${file} ${example.title}`,
    ir,
    example,
    emitted: `emitted/${name}.ts`,
    isKept: file.startsWith(kept),
  }));
}
