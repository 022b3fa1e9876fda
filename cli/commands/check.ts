import { compile } from '../../compiler/compile.ts';
import { hasErrors, type Language } from '../../diagnostics/diagnostic.ts';
import { lineStarts, positionAt } from '../../diagnostics/span.ts';
import { readSource } from '../files.ts';
import { type ExitCode, exitCodes, type Host } from '../host.ts';
import { countLine, painter, renderDiagnostics } from '../render-diagnostics.ts';

/** `jieti check FILE…`: every finding of every file; exit 1 when any of them is an error. */
export function check(
  host: Host,
  language: Language,
  files: readonly string[],
  options: { readonly json?: boolean; readonly print?: string },
): ExitCode {
  let failed = false;
  const records: unknown[] = [];
  for (const file of files) {
    const source = readSource(host, file);
    const compilation = compile(source);
    failed ||= hasErrors(compilation.diagnostics);
    if (options.json === true) records.push(record(source.file, source.text, compilation));
    else report(host, language, source, compilation);
    if (options.print !== undefined) host.out.write(printed(options.print, compilation));
  }
  if (options.json === true) host.out.write(`${JSON.stringify(records, undefined, 2)}\n`);
  return failed ? exitCodes.findings : exitCodes.ok;
}

type Checked = ReturnType<typeof compile>;

function report(host: Host, language: Language, source: { file: string; text: string }, compilation: Checked): void {
  const { diagnostics, dropped, ir } = compilation;
  const colour = host.out.isTerminal;
  if (diagnostics.length > 0) host.out.write(`${renderDiagnostics(diagnostics, source, { language, colour })}\n`);
  const paint = painter(colour);
  const counts = countLine(diagnostics, dropped, language);
  const clauses = ir?.clauses.length ?? 0;
  const readings = ir?.readings.length ?? 0;
  const summary =
    language === 'zh'
      ? `${clauses} 个条款，${readings} 个口径`
      : `${clauses} clause${clauses === 1 ? '' : 's'}, ${readings} reading${readings === 1 ? '' : 's'}`;
  const fine = language === 'zh' ? '无误' : 'no mistakes';
  if (hasErrors(diagnostics)) host.out.write(`${paint.red('✗')} ${source.file}  ${counts}\n`);
  else host.out.write(`${paint.green('✓')} ${source.file}  ${summary}  ${counts === '' ? fine : counts}\n`);
}

function record(file: string, text: string, compilation: Checked): unknown {
  const starts = lineStarts(text);
  const diagnostics = compilation.diagnostics.map((found) => ({
    ...found,
    ...(found.span === undefined
      ? {}
      : { from: positionAt(starts, found.span.start), to: positionAt(starts, found.span.end) }),
  }));
  return {
    file,
    errors: hasErrors(compilation.diagnostics),
    dropped: compilation.dropped,
    policy: compilation.ir?.id,
    clauses: compilation.ir?.clauses.map((clause) => clause.id),
    diagnostics,
  };
}

function printed(pass: string, compilation: Checked): string {
  if (pass === 'ast') return `${JSON.stringify(compilation.file, undefined, 1)}\n`;
  if (pass === 'labels') return `${JSON.stringify(compilation.origins ?? null, undefined, 1)}\n`;
  return `${JSON.stringify(compilation.ir ?? null, undefined, 1)}\n`;
}
