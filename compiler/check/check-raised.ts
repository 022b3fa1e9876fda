import { RaisedTwice, ShareRaisedByShare } from '../../diagnostics/raised.ts';
import type { Raised } from '../../grammar/ast.ts';
import { isShareType, requireNumber } from './check-arithmetic.ts';
import { requireType } from './check-choose.ts';
import { requireCondition } from './check-condition.ts';
import type { Checking } from './checking.ts';
import { errorType, isError, percentType, type Type } from './type.ts';

/** `E, raised by R if P`: R is a percentage of E, or points where E is a percentage. D5. */
export function checkRaised(state: Checking, { of, by, condition, span }: Raised): Type {
  const type = requireNumber(state, of);
  requireCondition(state, condition);
  const rise = state.infer(by);
  if (of.kind === 'Raised') {
    state.report(RaisedTwice, { span }, {});
    return errorType;
  }
  if (isError(type, rise)) return errorType;
  if (!isShareType(type)) return isError(requireType(state, by, percentType)) ? errorType : type;
  if (rise.kind === 'points') return type;
  state.report(ShareRaisedByShare, { span: by.span }, {});
  return errorType;
}
