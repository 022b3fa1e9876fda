import { ReadingForm, UnknownChoice, UnknownReading } from '../diagnostics/command.ts';
import { type Diagnostic, make } from '../diagnostics/diagnostic.ts';
import type { ChoiceId, Names, PolicyIr, ReadingId } from '../runtime/ir.ts';
import { FoundProblems } from './problems.ts';

/** What `--reading NAME=CHOICE` asks for. In a file of its own: building a policy needs it, and nothing of what assessing needs. */
export function chosenReadings(ir: PolicyIr, settings: readonly string[]): Readonly<Record<ReadingId, ChoiceId>> {
  const chosen: Record<ReadingId, ChoiceId> = {};
  const problems: Diagnostic[] = [];
  for (const text of settings) {
    const [name = '', choice = '', ...rest] = text.split('=').map((part) => part.trim());
    const reading = ir.readings.find((one) => isNamed(one, name));
    const place = { path: '--reading' };
    if (name === '' || choice === '' || rest.length > 0) problems.push(make(ReadingForm, place, { text }));
    else if (reading === undefined)
      problems.push(make(UnknownReading, place, { name, known: ir.readings.map((one) => one.id).join(', ') }));
    else {
      const option = reading.choices.find((one) => isNamed(one, choice));
      if (option === undefined)
        problems.push(
          make(UnknownChoice, place, {
            reading: reading.id,
            name: choice,
            known: reading.choices.map((one) => one.id).join(', '),
          }),
        );
      else chosen[reading.id] = option.id;
    }
  }
  if (problems.length > 0) throw new FoundProblems(problems, undefined, true);
  return chosen;
}

export function isNamed(thing: { readonly id: string; readonly names: Names }, name: string): boolean {
  return thing.id === name || thing.names.zh === name || thing.names.hant === name;
}
