// voucher_city.ts
// Emitted by jieti from a policy; changes belong into the policy.
import type { Assessment, EvaluationInput, FactField, Fraction, Lines, LinesCode, NumberField, NumberValue, Place, UndefinedValue } from "jieti/runtime";
import { adjustLine, amountLine, assessWith, capLine, compareFixed, constantOf, engineOf, factTruth, fixed, fixedSlot, isOpen, keepConstant, keepFact, keepFixed, keepTruth, rateCeilingFixed, rescale, setLine, toFraction, whenLine } from "jieti/runtime";
import { ir } from "./voucher_city.tables.ts";
import type { Results } from "./voucher_city.types.ts";

const scale19 = fixedSlot(19);
const field0: NumberField = { id: "bought", yearly: true, reads: new Map(), scale: 2, low: 0n, high: Infinity };
const field1: NumberField = { id: "spent", yearly: true, reads: new Map(), scale: 2, low: 0n, high: Infinity };
const field2: FactField = { id: "large", yearly: false };
const once0 = constantOf(0, 300000n);
const once1 = rescale(once0.amount, 100n);
const once2 = constantOf(1, 5n);
const once3 = constantOf(2, 1n);
const once4 = constantOf(0, 500000n);
const once5 = rescale(once4.amount, 10000000000000000000n);

function clause1(s: Lines): Fraction {
  const c = s.place;
  {
    const n4 = keepFact(c, 4, field0, 0);
    keepConstant(c, 5, once0);
    const n3 = keepTruth(c, 3, compareFixed("atLeast", n4, once1));
    whenLine(s, 2, n3);
  }
  if (isOpen(s)) {
    const n8 = keepConstant(c, 8, once2);
    const n9 = keepFact(c, 9, field1, 0);
    const n7 = keepFixed(c, 7, 19, rateCeilingFixed(c, rescale(n8, 10000000000000000n), 17, n9));
    amountLine(s, scale19, 6, n7);
  } else {
    s.fixed = rescale(s.fixed, 10000000000000000000n);
  }
  if (isOpen(s)) {
    const it10 = s.fixed;
    const n11 = keepTruth(c, 11, factTruth(c, field2, 0));
    if (n11.truth === "false") {
      setLine(s, scale19, 10, it10, { truth: n11 });
    } else {
      const n13 = keepConstant(c, 13, once3);
      const n14 = keepFact(c, 14, field1, 0);
      const n12 = keepFixed(c, 12, 4, fixed.multiply(n13, n14));
      adjustLine(s, scale19, 10, it10, fixed.notBelowZero(fixed.add([it10, rescale(n12, 1000000000000000n)])), n11);
    }
  }
  if (isOpen(s)) {
    keepConstant(c, 16, once4);
    capLine(s, scale19, 15, s.fixed, once5, { per: "subject", window: { kind: "period" } }, false);
  }
  return toFraction(s.fixed, 19);
}

const clauses = new Map<string, LinesCode>([
  ["voucher", clause1],
]);
const caps = new Map<string, (place: Place) => NumberValue | UndefinedValue>([]);
const engine = engineOf({ clauses, caps });

/** Assesses facts that passed the door. */
export function assess(input: EvaluationInput): Assessment {
  return assessWith(ir, input, engine);
}

/** Results of an assessment by clause. */
export function resultsOf(assessment: Assessment): Results {
  return Object.fromEntries(assessment.clauses.map((result) => [result.clause, result])) as unknown as Results;
}

// voucher_city.types.ts
// Emitted by jieti from a policy; changes belong into the policy.
import type { ClauseResult } from "jieti/runtime";

/** Money or a figure; text where a binary number would not be exact. */
export type Decimal = string | number;
/** "12.5%" */
export type Percent = string;
/** "2 points" */
export type Points = string;
/** YYYY-MM-DD. */
export type Day = string;
export type YesOrNo = boolean | "yes" | "no" | "是" | "否";
/** Stated not to exist. */
export type None = "none" | "无" | "無";
/** By year, "2024". */
export type Yearly<T> = Readonly<Record<string, T | null>>;

/** Facts of one subject; a fact left out or null is unknown. */
export interface Facts {
  readonly "subject"?: string;
  readonly "bought"?: Yearly<Decimal> | null;
  readonly "spent"?: Yearly<Decimal> | null;
  readonly "large"?: YesOrNo | null;
  readonly "decisions"?: readonly Decision[] | null;
}

/** What the authority has decided: a rate or an amount. */
export interface Decision {
  readonly "clause": ClauseId;
  readonly "item"?: string;
  readonly "year": number;
  readonly "rate"?: Percent;
  readonly "amount"?: Decimal;
  readonly "date"?: Day;
  readonly "source"?: string;
}

/** Choices of readings that differ from the default. */
export interface Readings {
}

export type ClauseId = "voucher";

/** Results by clause. */
export interface Results {
  readonly "voucher": ClauseResult;
}
