/** A run whose arguments need the grammar of the command line: verbs, options, help. */
import { type Command, CommanderError } from 'commander';
import { SettingUnknownLanguage } from '../diagnostics/command.ts';
import { type Bilingual, type Language, make } from '../diagnostics/diagnostic.ts';
import { type ExitCode, exitCodes, type Host, isLanguage } from './host.ts';
import { missingOptions } from './missing-options.ts';
import { FoundProblems } from './problems.ts';
import { buildProgram } from './program.ts';
import { painter } from './render-diagnostics.ts';
import { words } from './words.ts';

/** `asked` is the language that the arguments name. Throws what a verb throws. */
export async function runProgram(host: Host, language: Language, asked: string | undefined): Promise<ExitCode> {
  let code: ExitCode = exitCodes.ok;
  const program = buildProgram(host, language, (reached) => {
    code = reached;
  });
  if (host.args.length === 0) {
    host.out.write(program.helpInformation());
    return exitCodes.ok;
  }
  if (asked !== undefined && !isLanguage(asked) && asked !== 'zh-hant')
    throw new FoundProblems([make(SettingUnknownLanguage, { path: '--lang' }, { text: asked })], undefined, true);
  try {
    await program.parseAsync([...host.args], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exitCodes.ok;
    host.error.write(usageText(error, host, language, program));
    return exitCodes.usage;
  }
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
