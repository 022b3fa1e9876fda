import { emitFactsSchema } from '../../compiler/emit/json-schema/emit.ts';
import { emitTypeScript } from '../../compiler/emit/typescript/emit.ts';
import type { Language } from '../../diagnostics/diagnostic.ts';
import { makeFolder, writeText } from '../files.ts';
import { type ExitCode, exitCodes, type Host } from '../host.ts';
import { loadPolicy } from '../load-policy.ts';

/** `jieti build POLICY -o DIR`: evaluator, types, tables and JSON Schema. */
export function build(host: Host, language: Language, file: string, options: { readonly out: string }): ExitCode {
  const { ir, origins } = loadPolicy(host, file);
  const schema = { path: `${ir.id}.schema.json`, content: `${JSON.stringify(emitFactsSchema(ir), undefined, 2)}\n` };
  makeFolder(host, options.out);
  for (const { path, content } of [...emitTypeScript(ir, origins), schema]) {
    const target = `${options.out.replace(/\/+$/u, '')}/${path}`;
    writeText(host, target, content);
    host.out.write(`${language === 'zh' ? '已写' : 'wrote'} ${target}\n`);
  }
  return exitCodes.ok;
}
