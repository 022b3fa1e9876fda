import { emitFactsSchema } from '../../compiler/emit/json-schema/emit.ts';
import type { Language } from '../../diagnostics/diagnostic.ts';
import { type ExitCode, exitCodes, type Host } from '../host.ts';
import { loadPolicy } from '../load-policy.ts';

/** `jieti schema POLICY`: the JSON Schema of one applicant's facts. */
export function schema(host: Host, _language: Language, file: string): ExitCode {
  host.out.write(`${JSON.stringify(emitFactsSchema(loadPolicy(host, file).ir), undefined, 2)}\n`);
  return exitCodes.ok;
}
