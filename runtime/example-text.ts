/** Examples as JSON text and back: facts are kept in maps, which JSON has not. */
import type { ExampleIr } from './example.ts';

const mapMark = 'map of entries';

export function exampleText(examples: readonly ExampleIr[]): string {
  return JSON.stringify(
    examples,
    (_key, value: unknown) => (value instanceof Map ? { [mapMark]: [...value] } : value),
    1,
  );
}

/** Of text that `exampleText` wrote. */
export function reviveExamples(text: string): readonly ExampleIr[] {
  return JSON.parse(text, (_key, value: unknown) =>
    isMarked(value) ? new Map(value[mapMark]) : value,
  ) as readonly ExampleIr[];
}

function isMarked(value: unknown): value is { readonly [mapMark]: readonly (readonly [string, unknown])[] } {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, mapMark);
}
