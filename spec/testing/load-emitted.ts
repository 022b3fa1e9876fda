import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { emitTypeScript } from '../../compiler/emit/typescript/emit.ts';
import type { Assessment } from '../../runtime/assessment.ts';
import type { EvaluationInput } from '../../runtime/input.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import type { Origins } from '../../runtime/origins.ts';
import { projectRoot } from './golden.ts';

export type EmittedAssess = (input: EvaluationInput) => Assessment;

const folder = join(projectRoot, '.cache', 'emitted');

/** Emits a policy into the ignored cache folder, under a name made of its content, and imports it. */
export async function loadEmitted(ir: PolicyIr, origins: Origins = noOrigins): Promise<EmittedAssess> {
  const name = `p${createHash('sha256').update(JSON.stringify(ir)).digest('hex').slice(0, 16)}`;
  const files = emitTypeScript(ir, origins, { name, runtime: '../../runtime/core/index.ts' });
  await mkdir(folder, { recursive: true });
  await Promise.all(files.map((file) => writeFile(join(folder, file.path), file.content)));
  const module: unknown = await import(pathToFileURL(join(folder, `${name}.ts`)).href);
  if (typeof module !== 'object' || module === null || !('assess' in module) || typeof module.assess !== 'function') {
    throw new Error('the emitted module has no assess');
  }
  return module.assess as EmittedAssess;
}

export const noOrigins: Origins = { file: 'policy', policyDigest: '', nodes: {} };
