import { type LoadText, newLoading } from '../../compiler/sharing/load-text.ts';
import { readForPrinting } from '../../compiler/sharing/read-for-printing.ts';
import { SettingUnknownLanguage } from '../../diagnostics/command.ts';
import { collector, hasErrors, type Language, make } from '../../diagnostics/diagnostic.ts';
import type { Source } from '../../diagnostics/span.ts';
import { type PrintLanguage, print } from '../../grammar/print.ts';
import { readSource, writeText } from '../files.ts';
import { type ExitCode, exitCodes, type Host } from '../host.ts';
import { policyTexts } from '../policy-texts.ts';
import { FoundProblems } from '../problems.ts';
import { renderDiagnostics } from '../render-diagnostics.ts';

export interface FormatOptions {
  readonly check?: boolean;
  readonly stdout?: boolean;
  readonly lang?: string;
}

/** `jieti fmt FILE…`: rewrites files in the formatter's form, in their own language unless told another. A file that cannot be read whole stays as it is. */
export function format(host: Host, language: Language, files: readonly string[], options: FormatOptions): ExitCode {
  const chosen = options.lang === undefined ? undefined : printLanguage(options.lang);
  let failed = false;
  for (const file of files) {
    const source = readSource(host, file);
    const formatted = formatSource(source, chosen, policyTexts(host, file));
    if (formatted.text === undefined) {
      failed = true;
      host.error.write(
        renderDiagnostics(formatted.diagnostics, formatted.source, { language, colour: host.error.isTerminal }),
      );
    } else if (options.check === true) {
      if (formatted.text === source.text) continue;
      failed = true;
      host.out.write(`${language === 'zh' ? '未整理' : 'not formatted'} ${file}\n`);
    } else if (options.stdout === true) host.out.write(formatted.text);
    else if (formatted.text !== source.text) {
      writeText(host, file, formatted.text);
      host.out.write(`${language === 'zh' ? '已整理' : 'formatted'} ${file}\n`);
    }
  }
  return failed ? exitCodes.findings : exitCodes.ok;
}

/** What a text takes from others lends it names, which another language writes otherwise; whether it may take them is for `check`. */
function formatSource(text: Source, chosen: PrintLanguage | undefined, load: LoadText) {
  const { report, diagnostics } = collector();
  const { own, source, names } = readForPrinting(text, newLoading(text, load), report);
  if (hasErrors(diagnostics)) return { text: undefined, source, diagnostics };
  const language = chosen ?? ownLanguage(text.text);
  return { text: print(own, { language, names, source: text.text }), source, diagnostics };
}

function printLanguage(text: string): PrintLanguage {
  if (text === 'zh' || text === 'zh-hant' || text === 'en') return text;
  throw new FoundProblems([make(SettingUnknownLanguage, { path: '--lang' }, { text })], undefined, true);
}

/** The language most of the declaring words are written in. */
function ownLanguage(text: string): PrintLanguage {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const zh = count(/^\s*(?:政策|填报|条款|口径|示例|条件|依据)/gmu);
  const hant = count(/^\s*(?:填報|條款|口徑|條件|依據)/gmu);
  const en = count(/^\s*(?:policy|facts|clause|reading|example|when|cites)\b/gmu);
  if (en > zh && en > hant) return 'en';
  return hant > zh ? 'zh-hant' : 'zh';
}
