import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyTexts } from '../../cli/policy-texts.ts';
import { compile } from '../../compiler/compile.ts';
import { emitTypeScript } from '../../compiler/emit/typescript/emit.ts';
import type { ExampleIr } from '../../runtime/example.ts';
import type { PolicyIr } from '../../runtime/ir.ts';

/** A case of the language, compiled, with the evaluator that is emitted for it. */
export interface MutationCase {
  readonly file: string;
  readonly ir: PolicyIr;
  readonly examples: readonly ExampleIr[];
  /** Path of the emitted evaluator among the given texts. */
  readonly emitted: string;
}

const folders = ['spec/shapes', 'spec/conformance', 'spec/decisions/decided'];

/** All cases; what is emitted for them is put into `given`. */
export function casesOf(root: string, given: Map<string, string>): readonly MutationCase[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.policy'))
      .sort()
      .map((file, index) => caseOf(root, `${folder}/${file}`, `${folder.replaceAll('/', '_')}_${index}`, given)),
  );
}

function caseOf(root: string, file: string, name: string, given: Map<string, string>): MutationCase {
  const readFile = (path: string) => readFileSync(join(root, path), 'utf8');
  const { ir, origins, examples } = compile({ file, text: readFile(file) }, { load: policyTexts({ readFile }, file) });
  if (ir === undefined || origins === undefined) throw new Error(`${file} does not compile`);
  const files = emitTypeScript(ir, origins, { name, runtime: '../runtime/core/index.ts' });
  for (const { path, content } of files) given.set(`emitted/${path}`, content);
  return { file, ir, examples, emitted: `emitted/${name}.ts` };
}
