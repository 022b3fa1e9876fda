import { countLine, renderDiagnostics } from '../../cli/render-diagnostics.ts';
import { compile } from '../../compiler/compile.ts';
import type { Language } from '../../diagnostics/diagnostic.ts';

/** All that `jieti check` says of a text. `file` is how the text is called there. */
export function findingsAsText(text: string, file: string, language: Language): string {
  const source = { text, file };
  const { diagnostics, dropped } = compile(source);
  return `${renderDiagnostics(diagnostics, source, { language, colour: false })}\n${countLine(diagnostics, dropped, language)}`;
}
