/** Columnar code of a policy, compiled while the program runs: written as a module of its own, and imported as any other. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { emitColumnar } from '../../compiler/emit/columnar/emit-columnar.ts';
import type { ColumnarModule } from '../../runtime/columnar/columnar-module.ts';
import type { ColumnarCode, ColumnarLayout } from '../../runtime/columnar/layout.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import type { RunSetting } from '../run/run-setting.ts';

export interface WrittenColumnar {
  readonly path: string;
  readonly layout: ColumnarLayout;
}

/** Undefined: the policy has a clause of which no columnar code can be made, and every row is assessed in general. */
export function writeColumnar(
  { ir, readings }: Pick<RunSetting, 'ir' | 'readings'>,
  folder: string,
): WrittenColumnar | undefined {
  const emitted = emitColumnar(ir, { readings });
  if (emitted.kind === 'refused') return undefined;
  const path = join(folder, 'columnar.mjs');
  writeFileSync(path, emitted.script.content);
  return { path, layout: emitted.layout };
}

export async function loadColumnar(ir: PolicyIr, { path, layout }: WrittenColumnar): Promise<ColumnarModule> {
  const module: unknown = await import(pathToFileURL(path).href);
  return { ir, layout, assess: (module as { readonly assessColumns: ColumnarCode }).assessColumns };
}
