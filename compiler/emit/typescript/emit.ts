import type { PolicyIr } from '../../../runtime/ir.ts';
import type { Origins } from '../../../runtime/origins.ts';
import { type EmitOptions, type EmittedFile, emitOptions } from './emitted-file.ts';
import { evaluatorModule } from './evaluator.ts';
import { tablesModule } from './tables.ts';
import { asJavaScript, asTypeScript } from './type-syntax.ts';
import { typesModule } from './types.ts';

export type { EmitOptions, EmittedFile } from './emitted-file.ts';

/**
 * IR → a typed evaluator in TypeScript that gives the same assessment as the reference interpreter, frames included. Three files:
 * `NAME.ts` (`assess`), `NAME.types.ts` (facts as people write them, results by clause), `NAME.tables.ts` (IR and origins as data).
 */
export function emitTypeScript(
  ir: PolicyIr,
  origins: Origins,
  options: Partial<EmitOptions> = {},
): readonly EmittedFile[] {
  const settled = emitOptions(ir.id, options);
  return [
    { path: `${settled.name}.ts`, content: asTypeScript(evaluatorModule(ir, settled)) },
    { path: `${settled.name}.types.ts`, content: typesModule(ir, settled) },
    { path: `${settled.name}.tables.ts`, content: tablesModule(ir, origins, settled, asTypeScript) },
  ];
}

/** The same as ES modules in JavaScript; the types in a declaration file beside them. */
export function emitJavaScript(
  ir: PolicyIr,
  origins: Origins,
  options: Partial<EmitOptions> = {},
): readonly EmittedFile[] {
  const settled = { ...emitOptions(ir.id, options), importEnding: '.js' as const };
  return [
    { path: `${settled.name}.js`, content: asJavaScript(evaluatorModule(ir, settled)) },
    { path: `${settled.name}.types.d.ts`, content: typesModule(ir, settled) },
    { path: `${settled.name}.tables.js`, content: tablesModule(ir, origins, settled, asJavaScript) },
  ];
}
