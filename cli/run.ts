/** One run of the command line, from arguments to exit code. */
import { CommanderError } from 'commander';
import type { Bilingual, Language } from '../diagnostics/diagnostic.ts';
import { type ExitCode, exitCodes, type Host, isLanguage, languageOf } from './host.ts';
import { FoundProblems } from './problems.ts';
import { buildProgram } from './program.ts';
import { painter, renderDiagnostics } from './render-diagnostics.ts';
import { words } from './words.ts';

export async function run(host: Host): Promise<ExitCode> {
  const language = languageOf(host, languageArgument(host.args));
  let code: ExitCode = exitCodes.ok;
  const program = buildProgram(host, language, (reached) => {
    code = reached;
  });
  try {
    if (host.args.length === 0) {
      host.out.write(program.helpInformation());
      return exitCodes.ok;
    }
    await program.parseAsync([...host.args], { from: 'user' });
    return code;
  } catch (error) {
    return failed(error, host, language);
  }
}

/** `--lang` decides the language of the help too, so it is looked for before the arguments are read. */
function languageArgument(args: readonly string[]): string | undefined {
  const at = args.indexOf('--lang');
  const given =
    at >= 0 ? args[at + 1] : args.find((argument) => argument.startsWith('--lang='))?.slice('--lang='.length);
  return given === undefined || isLanguage(given) || given === 'zh-hant' ? given : undefined;
}

const usageWords: Readonly<Record<string, Bilingual>> = {
  'commander.unknownCommand': words.unknownCommand,
  'commander.unknownOption': words.unknownOption,
  'commander.missingArgument': words.missingArgument,
  'commander.missingMandatoryOptionValue': words.missingOption,
  'commander.optionMissingArgument': words.missingValue,
  'commander.excessArguments': words.excessArguments,
  'commander.invalidArgument': words.invalidArgument,
};

function failed(error: unknown, host: Host, language: Language): ExitCode {
  if (error instanceof FoundProblems) {
    host.error.write(renderDiagnostics(error.diagnostics, error.source, { language, colour: host.error.isTerminal }));
    return error.usage ? exitCodes.usage : exitCodes.findings;
  }
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.ok;
    const said = usageWords[error.code];
    const detail = /'([^']+)'/u.exec(error.message)?.[1];
    const near = /\(Did you mean (?:one of )?(.+)\?\)/u.exec(error.message)?.[1];
    const text =
      said === undefined
        ? error.message
        : `${said[language]}${detail === undefined ? '' : language === 'zh' ? `：${detail}` : `: ${detail}`}`;
    const hint =
      near === undefined ? words.seeHelp[language] : language === 'zh' ? `是否指 ${near}？` : `did you mean ${near}?`;
    host.error.write(`${painter(host.error.isTerminal).red(text)}\n${hint}\n`);
    return exitCodes.usage;
  }
  // A fault of ours: one line, no stack, unless a maintainer asks for it.
  const name = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  host.error.write(`${words.internal[language]}\n${name.split('\n')[0]?.slice(0, 300)}\n`);
  if (process.env.JIETI_STACK !== undefined && error instanceof Error) host.error.write(`${error.stack}\n`);
  return exitCodes.internal;
}
