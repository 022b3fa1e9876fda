/** Examples as JSON text and back: facts are kept in maps, which JSON has not; inputs that several examples share are written once. */
import type { ExampleIr } from './example.ts';
import type { EvaluationInput } from './input.ts';

const mapMark = 'map of entries';

type Batch = readonly EvaluationInput[];

/** Of a batch: its number among the batches, and the place in it, which is the example's input too. */
type WrittenExample = Omit<ExampleIr, 'input' | 'batch'> &
  ({ readonly input: EvaluationInput } | { readonly batch: number; readonly place: number });

interface WrittenExamples {
  readonly batches: readonly Batch[];
  readonly examples: readonly WrittenExample[];
}

export function exampleText(examples: readonly ExampleIr[]): string {
  const batches = [...new Set(examples.flatMap(({ batch }) => (batch === undefined ? [] : [batch.inputs])))];
  const written: WrittenExamples = {
    batches,
    examples: examples.map(({ input, batch, ...example }) =>
      batch === undefined
        ? { ...example, input }
        : { ...example, batch: batches.indexOf(batch.inputs), place: batch.place },
    ),
  };
  return JSON.stringify(
    written,
    (_key, value: unknown) => (value instanceof Map ? { [mapMark]: [...value] } : value),
    1,
  );
}

/** Of text that `exampleText` wrote. */
export function reviveExamples(text: string): readonly ExampleIr[] {
  const { batches, examples } = JSON.parse(text, (_key, value: unknown) =>
    isMarked(value) ? new Map(value[mapMark]) : value,
  ) as WrittenExamples;
  return examples.map((example): ExampleIr => {
    if ('input' in example) return example;
    const { batch, place, ...rest } = example;
    const inputs = batches[batch]!;
    return { ...rest, input: inputs[place]!, batch: { inputs, place } };
  });
}

function isMarked(value: unknown): value is { readonly [mapMark]: readonly (readonly [string, unknown])[] } {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, mapMark);
}
