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

// Numbers and truths are many: their objects are filled step by step, for spreading others into them takes several times as long.
type InMaking<T> = { -readonly [Key in keyof T]: T[Key] };

export function explainNumber(value: NumberValue, naming: Naming, isDay = false): ExplainedNumber {
  const text = isDay ? dayEnd : exactText;
  const { lo, hi, causes } = value;
  const least = text(lo);
  const most = lo === hi ? least : text(hi);
  const explained: InMaking<ExplainedNumber> = {
    kind: 'number',
    lo: least,
    hi: most,
    causes: causes.map(naming.cause),
  };
  if (value.none) explained.none = true;
  if (value.mayBeNone) explained.mayBeNone = true;
  if (value.mayBeUndefined) explained.mayBeUndefined = true;
  return explained;
}

export function explainTruth({ truth, causes, reason }: TruthValue, naming: Naming): ExplainedTruth {
  const explained: InMaking<ExplainedTruth> = { kind: 'truth', truth, causes: causes.map(naming.cause) };
  if (reason !== undefined) explained.reason = reason;
  return explained;
}

function dayEnd(end: End): ExactText {
  return typeof end === 'string' ? end : dayText(Number(end.n / end.d));
}
