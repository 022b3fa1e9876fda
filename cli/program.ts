/** The command line's grammar: verbs, their options and help. Each verb's work is loaded only when it runs. */
import { Command, Help, Option } from 'commander';
import type { Bilingual, Language } from '../diagnostics/diagnostic.ts';
import type { RunProgrammeOptions } from '../programme/run/run-options.ts';
import type { AssessOptions } from './commands/assess.ts';
import type { BuildOptions } from './commands/build.ts';
import type { EmitOptions } from './commands/emit.ts';
import type { LedgerOptions } from './commands/ledger.ts';
import type { NewOptions } from './commands/new.ts';
import type { SimulateOptions } from './commands/simulate.ts';
import type { ExitCode, Host } from './host.ts';
import { version } from './version.ts';
import { samples, samplesTitle, words } from './words.ts';

/** Called with the exit code when a verb has done its work. */
type Done = (code: ExitCode) => void;

export function buildProgram(host: Host, language: Language, done: Done): Command {
  const say = (text: Bilingual) => text[language];
  const program = localised(new Command('jieti'), host, language)
    .description(say(words.program))
    .version(version, '-V, --version', say(words.versionOption))
    .enablePositionalOptions()
    .helpCommand('help [command]', say(words.helpCommand))
    .addOption(new Option('--lang <zh|en>', say(words.lang)));
  closing(program, 'jieti', language);

  const verb = (name: string, usage: string, description: Bilingual): Command => {
    const command = localised(program.command(`${name}${usage === '' ? '' : ` ${usage}`}`), host, language).description(
      say(description),
    );
    if (name !== 'fmt') command.addOption(new Option('--lang <zh|en>', say(words.lang)));
    closing(command, name, language);
    return command;
  };
  const applicantOptions = (command: Command, factsRequired: boolean): Command => {
    const facts = new Option('--facts <file>', say(words.facts));
    const year = new Option('--year <year>', say(words.year));
    if (factsRequired) {
      facts.makeOptionMandatory();
      year.makeOptionMandatory();
    }
    return command
      .addOption(facts)
      .addOption(year)
      .option('--ledger <file>', say(words.ledger))
      .option('--parameters <file>', say(words.parameters))
      .addOption(new Option('--reading <name=choice>', say(words.reading)).argParser(repeatable).default([], ''))
      .option('--json', say(words.json));
  };

  // Listing what can be changed asks for no applicants.
  const listsPaths = host.args.includes('--paths');

  const verbs: Readonly<Record<string, () => Command>> = {
    check: () =>
      verb('check', '', words.check)
        .argument('<files...>', say(words.files))
        .option('--json', say(words.json))
        .option('--print <pass>', say(words.print))
        .action(async (files: string[], options: { json?: boolean; print?: string }) => {
          const { check } = await import('./commands/check.ts');
          done(check(host, language, files, options));
        }),
    assess: () =>
      applicantOptions(verb('assess', '', words.assess).argument('<policy>', say(words.policy)), true)
        .option('--explain', say(words.explain))
        .option('--record', say(words.record))
        .option('--provisional', say(words.provisional))
        .action(async (policy: string, options: AssessOptions) => {
          const { assess } = await import('./commands/assess.ts');
          done(await assess(host, language, policy, options));
        }),
    explain: () =>
      applicantOptions(
        verb('explain', '', words.explainCommand)
          .argument('<policy>', say(words.policy))
          .argument('<clause>', say(words.clause)),
        true,
      ).action(async (policy: string, clause: string, options: AssessOptions) => {
        const { explainClause } = await import('./commands/explain.ts');
        done(explainClause(host, language, policy, clause, options));
      }),
    readings: () =>
      applicantOptions(verb('readings', '', words.readings).argument('<policy>', say(words.policy)), false).action(
        async (policy: string, options: Partial<AssessOptions>) => {
          const { readings } = await import('./commands/readings.ts');
          done(readings(host, language, policy, options));
        },
      ),
    test: () =>
      verb('test', '', words.test)
        .argument('<files...>', say(words.files))
        .option('--json', say(words.json))
        .action(async (files: string[], options: { json?: boolean }) => {
          const { test } = await import('./commands/test.ts');
          done(test(host, language, files, options));
        }),
    build: () =>
      verb('build', '', words.build)
        .argument('<policy>', say(words.policy))
        .option('-o, --out <folder>', say(words.outFolder))
        .option('--columnar', say(words.columnar))
        .option('--trace', say(words.trace))
        .option('--print <numbers>', say(words.printNumbers))
        .addOption(
          new Option('--reading <name=choice>', say(words.readingOfColumns)).argParser(repeatable).default([], ''),
        )
        .option('--package <name>', say(words.packageName))
        .option('--package-version <version>', say(words.packageVersion), '1.0.0')
        .action(async (policy: string, options: BuildOptions) => {
          const { build } = await import('./commands/build.ts');
          done(build(host, language, policy, options));
        }),
    run: () =>
      verb('run', '', words.runCommand)
        .argument('<policy>', say(words.policy))
        .requiredOption('--applicants <path>', say(words.applicants))
        .requiredOption('--years <years>', say(words.years))
        .option('--ledger <store>', say(words.ledgerStore))
        .option('-o, --out <folder>', say(words.outTables))
        .option('--format <format>', say(words.format), 'csv')
        .option('--parameters <file>', say(words.parameters))
        .addOption(new Option('--reading <name=choice>', say(words.reading)).argParser(repeatable).default([], ''))
        .addOption(new Option('--column <header=fact>', say(words.column)).argParser(repeatable).default([], ''))
        .option('--provisional', say(words.provisionalRun))
        .option('--brief', say(words.brief))
        .option('--threads <number>', say(words.threads))
        .option('--no-columns', say(words.noColumns))
        .option('--timings', say(words.timings))
        .action(async (policy: string, options: RunProgrammeOptions) => {
          const { runVerb } = await import('./commands/run.ts');
          done(await runVerb(host, language, policy, options));
        }),
    simulate: () =>
      verb('simulate', '', words.simulate)
        .argument('<policy>', say(words.policy))
        .addOption(new Option('--applicants <path>', say(words.applicants)).makeOptionMandatory(!listsPaths))
        .addOption(new Option('--years <years>', say(words.years)).makeOptionMandatory(!listsPaths))
        .addOption(new Option('--set <path=figure>', say(words.set)).argParser(repeatable).default([], ''))
        .addOption(new Option('--reading <name=choice>', say(words.otherReading)).argParser(repeatable).default([], ''))
        .option('--against <policy>', say(words.against))
        .option('--paths', say(words.paths))
        .addOption(new Option('--by <fact>', say(words.by)).argParser(repeatable).default([], ''))
        .option('--top <number>', say(words.top), '5')
        .option('--ledger <store>', say(words.ledgerRead))
        .option('--parameters <file>', say(words.parameters))
        .addOption(new Option('--column <header=fact>', say(words.column)).argParser(repeatable).default([], ''))
        .option('-o, --out <folder>', say(words.outSimulation))
        .option('--format <format>', say(words.format), 'csv')
        .option('--threads <number>', say(words.threads))
        .action(async (policy: string, options: SimulateOptions) => {
          const { simulate } = await import('./commands/simulate.ts');
          done(await simulate(host, language, policy, options));
        }),
    ledger: () =>
      verb('ledger', '', words.ledgerCommand)
        .argument('<store>', say(words.store))
        .argument('[action...]', say(words.ledgerAction))
        .option('--subject <name>', say(words.ofSubject))
        .option('--year <year>', say(words.ofYear))
        .option('--clause <clause>', say(words.ofClause))
        .option('--run <number>', say(words.ofRun))
        .option('--id <id>', say(words.ofId))
        .option('--policy <id>', say(words.ofPolicy))
        .option('--from <day>', say(words.coverFrom))
        .option('--to <day>', say(words.coverTo))
        .option('--by <who>', say(words.coverBy))
        .option('-o, --out <file>', say(words.exportFile))
        .option('--json', say(words.json))
        .action(async (store: string, action: string[], options: LedgerOptions) => {
          const { ledgerVerb } = await import('./commands/ledger.ts');
          done(await ledgerVerb(host, language, store, action, options));
        }),
    emit: () =>
      verb('emit', '', words.emit)
        .argument('<target>', say(words.emitTarget))
        .argument('<policy>', say(words.policy))
        .option('-o, --out <file>', say(words.outFile))
        .option('--year <year>', say(words.emitYear))
        .addOption(new Option('--reading <name=choice>', say(words.reading)).argParser(repeatable).default([], ''))
        .option('--tables', say(words.emitTables))
        .action(async (target: string, policy: string, options: EmitOptions) => {
          const { emit } = await import('./commands/emit.ts');
          done(emit(host, language, target, policy, options));
        }),
    schema: () =>
      verb('schema', '', words.schema)
        .argument('<policy>', say(words.policy))
        .action(async (policy: string) => {
          const { schema } = await import('./commands/schema.ts');
          done(schema(host, language, policy));
        }),
    fmt: () =>
      verb('fmt', '', words.fmt)
        .argument('<files...>', say(words.files))
        .option('--check', say(words.fmtCheck))
        .option('--stdout', say(words.fmtStdout))
        .addOption(new Option('--lang <zh|zh-hant|en>', say(words.fmtLang)))
        .action(async (files: string[], options: { check?: boolean; stdout?: boolean; lang?: string }) => {
          const { format } = await import('./commands/fmt.ts');
          done(format(host, language, files, options));
        }),
    new: () =>
      verb('new', '', words.newCommand)
        .argument('<name>', say(words.newName))
        .option('--template <name>', say(words.newTemplate))
        .option('--adapts <policy>', say(words.newAdapts))
        .action(async (name: string, options: NewOptions) => {
          const { newPolicy } = await import('./commands/new.ts');
          done(await newPolicy(host, language, name, options));
        }),
    anchors: () =>
      verb('anchors', '', words.anchors)
        .argument('<policy>', say(words.policy))
        .requiredOption('--source <file>', say(words.source))
        .option('--json', say(words.json))
        .action(async (policy: string, options: { source: string; json?: boolean }) => {
          const { anchors } = await import('./commands/anchors.ts');
          done(anchors(host, language, policy, options));
        }),
  };
  // Most of the time one verb is asked for, and the others need not be made.
  const asked = host.args[0] ?? '';
  for (const name of Object.hasOwn(verbs, asked) ? [asked] : Object.keys(verbs)) verbs[name]!();
  return program;
}

function repeatable(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

/** Commander's own words in the chosen language, its output through the host. */
function localised(command: Command, host: Host, language: Language): Command {
  const titles: Readonly<Record<string, Bilingual>> = {
    'Usage:': words.usage,
    'Arguments:': words.arguments,
    'Options:': words.options,
    'Commands:': words.commands,
    'Global Options:': words.globalOptions,
  };
  return command
    .exitOverride()
    .showSuggestionAfterError(true)
    .helpOption('-h, --help', words.helpOption[language])
    .configureOutput({
      writeOut: (text) => host.out.write(text),
      writeErr: () => undefined,
      getOutHelpWidth: () => host.out.columns,
    })
    .configureHelp({
      styleTitle: (title) => titles[title]?.[language] ?? title,
      optionDescription: (option) => option.description,
      subcommandTerm: (sub) => new Help().subcommandTerm(sub).replace('[options] ', ''),
    });
}

function closing(command: Command, name: string, language: Language): void {
  const lines = (samples[name] ?? []).map((line) => `  ${line}`);
  command.addHelpText('after', `\n${samplesTitle[language]}\n${lines.join('\n')}\n\n${words.exitCodes[language]}`);
}
