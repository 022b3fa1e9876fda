/** Columns of a chunk that hold their cells already: looked at where they stand. */
import { type Filling, guardNumbers, guardPlaces, placesInOrder, stepsOf } from './cell-guards.ts';
import type { SourceColumn } from './column-source.ts';
import type { CellForm, Cells } from './layout.ts';

/**
 * The buffer itself, with rows of the chunk from its first place on; `undefined` where something would have to be written: other units, other kinds of
 * arrays, other options, figures that are stated to have no value. Rows without a value or outside the guard are told as `fillCells` tells them.
 */
export function borrowCells(source: SourceColumn, form: CellForm, filling: Omit<Filling, 'target'>): Cells | undefined {
  const { values, none } = source;
  const { general, at, count, absent, starts } = filling;
  if (at !== 0 || starts !== undefined || values.length < count) return undefined;
  switch (form.kind) {
    case 'number':
    case 'day': {
      if (!(values instanceof Float64Array)) return undefined;
      if (none !== undefined) return undefined;
      const steps = stepsOf(source, form);
      if (steps.factor !== 1 || steps.divisor !== 1) return undefined;
      guardNumbers(source, steps, { target: values, general, at, count, absent });
      return values;
    }
    case 'truth':
    case 'option': {
      if (!(values instanceof Uint8Array)) return undefined;
      const places = placesInOrder(source, form);
      // Code that reads shorts would have to be made anew for bytes.
      if (places === undefined || places > 256) return undefined;
      guardPlaces(source, values, places, { target: values, general, at, count, absent });
      return values;
    }
    case 'options':
      return undefined;
  }
}
