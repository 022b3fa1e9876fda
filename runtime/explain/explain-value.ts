import { dayText } from '../day.ts';
import type { Expr } from '../ir.ts';
import type { End, NumberValue, TruthValue, Value } from '../value.ts';
import { exactText } from './exact-text.ts';
import { wording } from './explained-value.ts';
import type { ExactText, ExplainedNumber, ExplainedTruth, ExplainedValue } from './explanation.ts';
import type { Naming } from './naming.ts';

/** A value as the document says it: exact text, causes and options with their names. */
export function explainValue(value: Value, expression: Expr, naming: Naming): ExplainedValue {
  switch (value.kind) {
    case 'number':
      return explainNumber(value, naming, expression.type.kind === 'date');
    case 'truth':
      return explainTruth(value, naming);
    case 'undefined':
      return { kind: 'undefined', reason: value.reason };
    case 'options': {
      const known = naming.options(expression);
      const options = value.options?.map((id) => ({ id, names: wording(known.get(id)?.names ?? { en: id }) }));
      return { kind: 'options', ...(options === undefined ? {} : { options }), causes: value.causes.map(naming.cause) };
    }
    case 'text':
      return {
        kind: 'text',
        ...(value.text === undefined ? {} : { text: value.text }),
        causes: value.causes.map(naming.cause),
      };
  }
}

export function explainNumber(value: NumberValue, naming: Naming, isDay = false): ExplainedNumber {
  const text = isDay ? dayEnd : exactText;
  return {
    kind: 'number',
    lo: text(value.lo),
    hi: text(value.hi),
    causes: value.causes.map(naming.cause),
    ...(value.none ? { none: true as const } : {}),
    ...(value.mayBeNone ? { mayBeNone: true as const } : {}),
    ...(value.mayBeUndefined ? { mayBeUndefined: true as const } : {}),
  };
}

export function explainTruth(value: TruthValue, naming: Naming): ExplainedTruth {
  return {
    kind: 'truth',
    truth: value.truth,
    causes: value.causes.map(naming.cause),
    ...(value.reason === undefined ? {} : { reason: value.reason }),
  };
}

function dayEnd(end: End): ExactText {
  return typeof end === 'string' ? end : dayText(Number(end.n / end.d));
}
