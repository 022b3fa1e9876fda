/** One run of the command line, from arguments to exit code. */
import type { Language } from '../diagnostics/diagnostic.ts';
import { type ExitCode, exitCodes, type Host, languageOf } from './host.ts';
import { plainCheck } from './plain-check.ts';
import { FoundProblems } from './problems.ts';
import { renderDiagnostics } from './render-diagnostics.ts';

export async function run(host: Host): Promise<ExitCode> {
  const language = languageOf(host, languageArgument(host.args));
  try {
    const files = plainCheck(host.args);
    if (files !== undefined) {
      const { check } = await import('./commands/check.ts');
      return check(host, language, files, {});
    }
    const { runProgram } = await import('./run-program.ts');
    return await runProgram(host, language, languageArgument(host.args));
  } catch (error) {
    return failed(error, host, language);
  }
}

/** `--lang` decides the language of the help too, so it is looked for before the arguments are read. */
function languageArgument(args: readonly string[]): string | undefined {
  const at = args.indexOf('--lang');
  return at >= 0 ? args[at + 1] : args.find((argument) => argument.startsWith('--lang='))?.slice('--lang='.length);
}

function failed(error: unknown, host: Host, language: Language): ExitCode {
  if (error instanceof FoundProblems) {
    host.error.write(renderDiagnostics(error.diagnostics, error.source, { language, colour: host.error.isTerminal }));
    return error.usage ? exitCodes.usage : exitCodes.findings;
  }
  // A fault of ours: one line, no stack, unless a maintainer asks for it.
  const name = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  host.error.write(`${faultOfOurs[language]}\n${name.split('\n')[0]?.slice(0, 300)}\n`);
  if (process.env.JIETI_STACK !== undefined && error instanceof Error) host.error.write(`${error.stack}\n`);
  return exitCodes.internal;
}

const faultOfOurs = {
  zh: '程序自身出错，请把下面一行报告给维护者',
  en: 'this is a fault of the program itself; please report the line below',
} as const;
