import { YearForm } from '../../diagnostics/command.ts';
import { type Language, make } from '../../diagnostics/diagnostic.ts';
import type { Outcome } from '../../runtime/assessment.ts';
import { compareReadings, type ReadingDifference } from '../../runtime/compare-readings.ts';
import { evaluate } from '../../runtime/evaluate.ts';
import { padEnd } from '../../runtime/explain/display-width.ts';
import { explainOutcome } from '../../runtime/explain/explain-outcome.ts';
import { type Naming, naming } from '../../runtime/explain/naming.ts';
import { outcomeText } from '../../runtime/explain/step-rows.ts';
import { words } from '../../runtime/explain/words.ts';
import type { PolicyIr, ReadingIr } from '../../runtime/ir.ts';
import { readText } from '../files.ts';
import { type ExitCode, exitCodes, type Host } from '../host.ts';
import { loadPolicy } from '../load-policy.ts';
import { assessOne, inFile, prepareRun } from '../prepare-run.ts';
import { FoundProblems } from '../problems.ts';
import { painter } from '../render-diagnostics.ts';
import { type AssessOptions, tellWarnings } from './assess.ts';

/** `jieti readings POLICY [--facts FILE --year Y]`: without facts the questions and choices; with facts what each choice would change. */
export function readings(host: Host, language: Language, file: string, options: Partial<AssessOptions>): ExitCode {
  if (options.facts === undefined) return listReadings(host, language, file, options.json === true);
  if (options.year === undefined)
    throw new FoundProblems([make(YearForm, { path: '--year' }, { text: '' })], undefined, true);
  const run = prepareRun(host, file, { ...options, year: options.year, reading: options.reading ?? [] });
  const one = assessOne(run, readText(host, options.facts));
  if (one.facts === undefined || one.assessment === undefined)
    throw new FoundProblems(inFile(options.facts, one.diagnostics));
  tellWarnings(host, language, options.facts, one.diagnostics);
  const input = {
    facts: one.facts,
    period: run.period,
    decisions: one.decisions,
    readings: run.readings,
    ...(run.ledger === undefined ? {} : { ledger: run.ledger }),
  };
  const differences = compareReadings(run.ir, input, evaluate);
  const says = naming(run.ir);
  if (options.json === true)
    host.out.write(
      `${JSON.stringify(
        differences.map((each) => record(each, says)),
        undefined,
        2,
      )}\n`,
    );
  else host.out.write(differencesText(host, language, run.ir, differences, says));
  return exitCodes.ok;
}

function listReadings(host: Host, language: Language, file: string, json: boolean): ExitCode {
  const { ir } = loadPolicy(host, file);
  if (json) host.out.write(`${JSON.stringify(ir.readings, undefined, 2)}\n`);
  else host.out.write(ir.readings.map((reading) => readingText(host, language, reading)).join('\n'));
  return exitCodes.ok;
}

function nameIn(
  language: Language,
  thing: { readonly id: string; readonly names: { readonly en: string; readonly zh?: string } },
): string {
  return language === 'zh' ? (thing.names.zh ?? thing.id) : thing.names.en;
}

function readingText(host: Host, language: Language, reading: ReadingIr): string {
  const paint = painter(host.out.isTerminal);
  const chosen = language === 'zh' ? '（默认）' : ' (default)';
  const choices = reading.choices.map((choice) => {
    const mark = choice.id === reading.default ? paint.green(chosen) : '';
    const title = language === 'zh' ? `${choice.id} ${nameIn(language, choice)}` : choice.id;
    return `  ${title}${mark}${choice.reason === undefined ? '' : paint.dim(`  ${choice.reason}`)}\n`;
  });
  const title = language === 'zh' ? `${reading.id}  ${nameIn(language, reading)}` : reading.id;
  return `${paint.bold(title)}  ${reading.question}\n${choices.join('')}`;
}

/** The readings that change something, each with what it changes; then those that change nothing in this case. */
function differencesText(
  host: Host,
  language: Language,
  ir: PolicyIr,
  differences: readonly ReadingDifference[],
  says: Naming,
): string {
  const paint = painter(host.out.isTerminal);
  const telling = differences.filter((each) => each.clauses.length > 0 || each.failed !== undefined);
  const quiet = [...new Set(differences.map((each) => each.reading))].filter(
    (id) => !telling.some((each) => each.reading === id),
  );
  const blocks = telling.map((each) => {
    const reading = ir.readings.find((one) => one.id === each.reading);
    const choice = (id: string) => {
      const found = reading?.choices.find((one) => one.id === id);
      return found === undefined ? id : nameIn(language, found);
    };
    const title = reading === undefined ? each.reading : nameIn(language, reading);
    const head = `${paint.bold(`${title}${language === 'zh' ? '：' : ': '}${choice(each.chosen)} → ${choice(each.other)}`)}  ${paint.dim(`--reading ${each.reading}=${each.other}`)}\n`;
    const failures = (each.failed ?? []).map((found) => `  ${paint.red(found.message[language])}\n`);
    return (
      head +
      failures.join('') +
      each.clauses.map((change) => changeLine(language, ir, change, says, paint.yellow)).join('')
    );
  });
  const none = language === 'zh' ? '对本例没有影响的口径：' : 'readings that change nothing here: ';
  return `${blocks.join('\n')}${blocks.length > 0 && quiet.length > 0 ? '\n' : ''}${quiet.length > 0 ? `${paint.dim(none + quiet.join(language === 'zh' ? '、' : ', '))}\n` : ''}`;
}

function changeLine(
  language: Language,
  ir: PolicyIr,
  change: ReadingDifference['clauses'][number],
  says: Naming,
  tone: (text: string) => string,
): string {
  const clause = ir.clauses.find((one) => one.id === change.clause);
  const text = (outcome: Outcome, which: 'exact' | 'payable') => {
    const explained = explainOutcome(outcome, says);
    return outcomeText(
      { ...explained, exact: explained[which] },
      { currency: clause?.currency ?? ir.currency, kind: clause?.kind ?? 'grant' },
      words[language],
    );
  };
  // A reading of the rounding changes what is paid alone.
  const which = text(change.before, 'exact') === text(change.after, 'exact') ? 'payable' : 'exact';
  const title =
    clause === undefined || language === 'en' ? change.clause : `${change.clause} ${nameIn(language, clause)}`;
  return `  ${padEnd(title, 28)}  ${padEnd(text(change.before, which), 34)} → ${tone(text(change.after, which))}\n`;
}

function record(difference: ReadingDifference, says: Naming): unknown {
  const clauses = difference.clauses.map(({ clause, before, after }) => ({
    clause,
    before: explainOutcome(before, says),
    after: explainOutcome(after, says),
  }));
  return { ...difference, clauses };
}
