import { type Coverage, findAnchors } from '../../compiler/anchors/find-anchors.ts';
import { collector, hasErrors, type Language } from '../../diagnostics/diagnostic.ts';
import { readText } from '../files.ts';
import { type ExitCode, exitCodes, type Host } from '../host.ts';
import { loadPolicy } from '../load-policy.ts';
import { painter, renderDiagnostics } from '../render-diagnostics.ts';

/** `jieti anchors POLICY --source FILE`: every anchor found once in its article, every figure of the source accounted for. */
export function anchors(
  host: Host,
  language: Language,
  file: string,
  options: { readonly source: string; readonly json?: boolean },
): ExitCode {
  const policy = loadPolicy(host, file);
  const document = readText(host, options.source);
  const { report, diagnostics } = collector();
  const coverage = findAnchors(policy.compilation.file, document, report);
  if (options.json === true) host.out.write(`${JSON.stringify({ ...coverage, diagnostics }, undefined, 2)}\n`);
  else {
    const colour = host.out.isTerminal;
    if (diagnostics.length > 0)
      host.out.write(`${renderDiagnostics(diagnostics, policy.source, { language, colour })}\n`);
    host.out.write(summary(language, coverage, coverage.uncovered.length, painter(colour)));
  }
  return hasErrors(diagnostics) || coverage.uncovered.length > 0 ? exitCodes.findings : exitCodes.ok;
}

function summary(
  language: Language,
  { anchors: found, figures }: Coverage,
  open: number,
  paint: ReturnType<typeof painter>,
): string {
  const mark = open === 0 ? paint.green('✓') : paint.red('✗');
  return language === 'zh'
    ? `${mark} ${found.length} 处原文用语；原文 ${figures.length} 个数字，${open} 个没有条款引用\n`
    : `${mark} ${found.length} anchors; ${figures.length} figures in the source, ${open} that no line accounts for\n`;
}
