/** Columnar code of a policy, compiled while the program runs: written as a module of its own, and imported as any other. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
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
  writeFileSync(join(folder, importer), 'module.exports = (url) => import(url);\n');
  return { path, layout: emitted.layout };
}

/** The program is bundled as a script, which has no import() of its own. */
const importer = 'import.cjs';

export async function loadColumnar(ir: PolicyIr, { path, layout }: WrittenColumnar): Promise<ColumnarModule> {
  const script = join(dirname(path), importer);
  const imported = createRequire(script)(script) as (url: string) => Promise<unknown>;
  const module = await imported(pathToFileURL(path).href);
  return { ir, layout, assess: (module as { readonly assessColumns: ColumnarCode }).assessColumns };
}
