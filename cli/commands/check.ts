import type { Compilation } from '../../compiler/compile.ts';
import { declarationsOf } from '../../compiler/walk.ts';
import { type Diagnostic, hasErrors, type Language } from '../../diagnostics/diagnostic.ts';
import { placeAt, type Source, type Span } from '../../diagnostics/span.ts';
import { type ExitCode, exitCodes, type Host } from '../host.ts';
import { compileFile } from '../load-policy.ts';
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
    const compilation = compileFile(host, file);
    failed ||= hasErrors(compilation.diagnostics);
    if (options.json === true) records.push(record(compilation));
    else report(host, language, compilation);
    if (options.print !== undefined) host.out.write(printed(options.print, compilation));
  }
  if (options.json === true) host.out.write(`${JSON.stringify(records, undefined, 2)}\n`);
  return failed ? exitCodes.findings : exitCodes.ok;
}

function report(host: Host, language: Language, compilation: Compilation): void {
  const { source, diagnostics, dropped } = compilation;
  const colour = host.out.isTerminal;
  if (diagnostics.length > 0) host.out.write(`${renderDiagnostics(diagnostics, source, { language, colour })}\n`);
  const paint = painter(colour);
  const counts = countLine(diagnostics, dropped, language);
  // Counted in the tree: what the policy means need not be written out to be counted.
  const clauses = declarationsOf(compilation.file, 'ClauseDeclaration').length;
  const readings = declarationsOf(compilation.file, 'ReadingDeclaration').length;
  const summary =
    language === 'zh'
      ? `${clauses} 个条款，${readings} 个口径`
      : `${clauses} clause${clauses === 1 ? '' : 's'}, ${readings} reading${readings === 1 ? '' : 's'}`;
  const fine = language === 'zh' ? '无误' : 'no mistakes';
  if (hasErrors(diagnostics)) host.out.write(`${paint.red('✗')} ${source.file}  ${counts}\n`);
  else host.out.write(`${paint.green('✓')} ${source.file}  ${summary}  ${counts === '' ? fine : counts}\n`);
}

function record(compilation: Compilation): unknown {
  const { source } = compilation;
  return {
    file: source.file,
    errors: hasErrors(compilation.diagnostics),
    dropped: compilation.dropped,
    policy: compilation.ir?.id,
    clauses: compilation.ir?.clauses.map((clause) => clause.id),
    diagnostics: compilation.diagnostics.map((found) => located(found, source)),
  };
}

/** Spans are those of the text in which a finding lies; `file` names it where it is another than the one that was asked for. */
function located(found: Diagnostic, source: Source): unknown {
  const notes = found.notes.map((note) => ({ ...note, ...placeOf(note.span, source) }));
  return { ...found, notes, ...(found.span === undefined ? {} : withPositions(found.span, source)) };
}

function withPositions(span: Span, source: Source): object {
  const from = placeAt(source, span.start);
  const to = placeAt(source, span.end);
  return {
    ...placeOf(span, source),
    from: { line: from.line, column: from.column },
    to: { line: to.line, column: to.column },
  };
}

function placeOf(span: Span, source: Source): { readonly span: Span; readonly file?: string } {
  const { source: own, offset } = placeAt(source, span.start);
  const place = { start: offset, end: offset + (span.end - span.start) };
  return own.file === source.file ? { span: place } : { span: place, file: own.file };
}

function printed(pass: string, compilation: Compilation): string {
  if (pass === 'ast') return `${JSON.stringify(compilation.file, undefined, 1)}\n`;
  if (pass === 'labels') return `${JSON.stringify(compilation.origins ?? null, undefined, 1)}\n`;
  return `${JSON.stringify(compilation.ir ?? null, undefined, 1)}\n`;
}
