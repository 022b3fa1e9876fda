/** One run of the command line, from arguments to exit code. */
import { type Command, CommanderError } from 'commander';
import { SettingUnknownLanguage } from '../diagnostics/command.ts';
import { type Bilingual, type Language, make } from '../diagnostics/diagnostic.ts';
import { type ExitCode, exitCodes, type Host, isLanguage, languageOf } from './host.ts';
import { missingOptions } from './missing-options.ts';
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
    const asked = languageArgument(host.args);
    if (asked !== undefined && !isLanguage(asked) && asked !== 'zh-hant')
      throw new FoundProblems([make(SettingUnknownLanguage, { path: '--lang' }, { text: asked })], undefined, true);
    await program.parseAsync([...host.args], { from: 'user' });
    return code;
  } catch (error) {
    return failed(error, host, language, program);
  }
}

/** `--lang` decides the language of the help too, so it is looked for before the arguments are read. */
function languageArgument(args: readonly string[]): string | undefined {
  const at = args.indexOf('--lang');
  return at >= 0 ? args[at + 1] : args.find((argument) => argument.startsWith('--lang='))?.slice('--lang='.length);
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

function failed(error: unknown, host: Host, language: Language, program: Command): ExitCode {
  if (error instanceof FoundProblems) {
    host.error.write(renderDiagnostics(error.diagnostics, error.source, { language, colour: host.error.isTerminal }));
    return error.usage ? exitCodes.usage : exitCodes.findings;
  }
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.ok;
    host.error.write(usageText(error, host, language, program));
    return exitCodes.usage;
  }
  // A fault of ours: one line, no stack, unless a maintainer asks for it.
  const name = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  host.error.write(`${words.internal[language]}\n${name.split('\n')[0]?.slice(0, 300)}\n`);
  if (process.env.JIETI_STACK !== undefined && error instanceof Error) host.error.write(`${error.stack}\n`);
  return exitCodes.internal;
}

/** A slip in the command itself: what is wrong, then what may have been meant or where to read on. */
function usageText(error: CommanderError, host: Host, language: Language, program: Command): string {
  const verb = program.commands.find((command) => host.args.includes(command.name()));
  const lacking =
    verb !== undefined && error.code === 'commander.missingMandatoryOptionValue'
      ? missingOptions(verb, host.args)
      : undefined;
  const said = usageWords[lacking?.unknown === undefined ? error.code : 'commander.unknownOption'];
  const separator = language === 'zh' ? '、' : ', ';
  const detail = lacking?.unknown ?? lacking?.missing.join(separator) ?? /'([^']+)'/u.exec(error.message)?.[1];
  const near = lacking?.near ?? /\(Did you mean (?:one of )?(.+)\?\)/u.exec(error.message)?.[1];
  const colon = language === 'zh' ? '：' : ': ';
  const text = said === undefined ? error.message : `${said[language]}${detail === undefined ? '' : colon + detail}`;
  const help = `jieti ${verb === undefined ? '' : `${verb.name()} `}--help`;
  const meant = language === 'zh' ? `是否指 ${near}？` : `did you mean ${near}?`;
  const hint = near === undefined ? `${words.seeHelp[language]} ${help}` : meant;
  return `${painter(host.error.isTerminal).red(text)}\n${hint}\n`;
}
