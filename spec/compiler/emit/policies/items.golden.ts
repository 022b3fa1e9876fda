// items_city.ts
// Emitted by jieti from a policy; changes belong into the policy.
import type { Assessment, EvaluationInput, FactField, FixedEnd, Fraction, Lines, LinesCode, NumberField, NumberValue, Place, Row, TruthValue, UndefinedValue } from "jieti/runtime";
import { amountLine, assessWith, budgetLine, capLine, chooseFixed, closeLines, compareFixed, constantOf, engineOf, factOptions, factTruth, fixed, fixedSlot, fractionSlot, holdsOneOf, isOpen, itemsLine, keepConstant, keepFact, keepFixed, keepOptions, keepTruth, onceLine, rateCeilingFixed, rescale, rowCauses, toFraction, whenLine } from "jieti/runtime";
import { ir } from "./items_city.tables.ts";
import type { Results } from "./items_city.types.ts";

const scale19 = fixedSlot(19);
const field0: NumberField = { id: "rd", yearly: false, owner: "project", scale: 2, low: 0n, high: Infinity };
const field1: FactField = { id: "scaled", yearly: false };
const field2: FactField = { id: "levels", yearly: false, owner: "project" };
const field3: NumberField = { id: "income", yearly: true, owner: "platform", reads: new Map(), scale: 2, low: 0n, high: Infinity };
const once0 = constantOf(0, 0n);
const once1 = rescale(once0.amount, 100n);
const once2 = constantOf(1, 4n);
const once3 = constantOf(0, 10000000n);
const once4 = rescale(once3.amount, 10000000000000000000n);
const once5 = constantOf(1, 3n);
const once6 = constantOf(0, 3000000n);
const once7 = rescale(once6.amount, 10000000000000000000n);
const once8 = constantOf(0, 12000000n);
const once9 = rescale(once8.amount, 10000000000000000000n);
const once10 = constantOf(0, 20000000n);
const once11 = toFraction(once10.amount, 0);
const once12 = constantOf(0, 100000000n);
const once13 = constantOf(0, 1000000n);
const once14 = rescale(once13.amount, 100n);
const once15 = constantOf(1, 1n);
const once16 = toFraction(once13.amount, 0);

function e3(c: Place): TruthValue {
  const n4 = keepFact(c, 4, field0, 0);
  keepConstant(c, 5, once0);
  const n3 = keepTruth(c, 3, compareFixed("over", n4, once1));
  return n3;
}

function items2(s: Lines): Fraction {
  const c = s.place;
  {
    const n7 = keepTruth(c, 7, factTruth(c, field1, 0));
    whenLine(s, 6, n7);
  }
  if (isOpen(s)) {
    const n10 = keepOptions(c, 10, factOptions(c, field2, 0));
    const rows9: Row<FixedEnd>[] = [];
    const row11 = keepTruth(c, 11, holdsOneOf(n10, ["national"]));
    if (row11.truth !== "false") {
      const n14 = keepConstant(c, 14, once2);
      const n15 = keepFact(c, 15, field0, 0);
      const n13 = keepFixed(c, 13, 19, rateCeilingFixed(c, rescale(n14, 10000000000000000n), 17, n15));
      keepConstant(c, 16, once3);
      const n12 = keepFixed(c, 12, 19, fixed.rowCap(n13, once4));
      rows9.push({ test: row11, value: n12 });
    }
    const row17 = keepTruth(c, 17, holdsOneOf(n10, ["provincial"]));
    if (row17.truth !== "false") {
      const n20 = keepConstant(c, 20, once5);
      const n21 = keepFact(c, 21, field0, 0);
      const n19 = keepFixed(c, 19, 19, rateCeilingFixed(c, rescale(n20, 10000000000000000n), 17, n21));
      keepConstant(c, 22, once6);
      const n18 = keepFixed(c, 18, 19, fixed.rowCap(n19, once7));
      rows9.push({ test: row17, value: n18 });
    }
    const n9 = keepFixed(c, 9, 19, chooseFixed.highest(rows9, rowCauses(rows9), undefined));
    amountLine(s, scale19, 8, n9);
  } else {
    s.fixed = rescale(s.fixed, 10000000000000000000n);
  }
  if (isOpen(s)) {
    keepConstant(c, 24, once8);
    capLine(s, scale19, 23, s.fixed, once9, { per: "item", window: { kind: "period" } }, false);
  }
  {
    onceLine(s, 25, { per: "item", window: { kind: "ever" } });
  }
  return toFraction(s.fixed, 19);
}

function clause1(s: Lines): Fraction {
  const c = s.place;
  if (isOpen(s)) {
    itemsLine(s, { node: 2, list: "project", on: "won_on", where: e3, code: items2 });
  } else {
    s.fraction = toFraction(s.fixed, 0);
  }
  if (isOpen(s)) {
    keepConstant(c, 27, once10);
    capLine(s, fractionSlot, 26, s.fraction, once11, { per: "subject", window: { kind: "period" } }, false);
  }
  if (isOpen(s)) {
    const closed28 = closeLines(s, s.fraction);
    keepConstant(c, 29, once12);
    budgetLine(s, fractionSlot, 28, closed28, "proRata");
  }
  return s.fraction;
}

function items31(s: Lines): Fraction {
  const c = s.place;
  {
    const n34 = keepFact(c, 34, field3, 0);
    keepConstant(c, 35, once13);
    const n33 = keepTruth(c, 33, compareFixed("over", n34, once14));
    whenLine(s, 32, n33);
  }
  if (isOpen(s)) {
    const n38 = keepConstant(c, 38, once15);
    const n39 = keepFact(c, 39, field3, 0);
    const n37 = keepFixed(c, 37, 19, rateCeilingFixed(c, rescale(n38, 10000000000000000n), 17, n39));
    amountLine(s, scale19, 36, n37);
  } else {
    s.fixed = rescale(s.fixed, 10000000000000000000n);
  }
  return toFraction(s.fixed, 19);
}

function clause30(s: Lines): Fraction {
  const c = s.place;
  if (isOpen(s)) {
    itemsLine(s, { node: 31, list: "platform", code: items31 });
  } else {
    s.fraction = toFraction(s.fixed, 0);
  }
  if (isOpen(s)) {
    keepConstant(c, 41, once13);
    capLine(s, fractionSlot, 40, s.fraction, once16, { per: "subject", window: { kind: "inForce" } }, false);
  }
  return s.fraction;
}

const clauses = new Map<string, LinesCode>([
  ["a", clause1],
  ["b", clause30],
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

// items_city.types.ts
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
  readonly "scaled"?: YesOrNo | null;
  readonly "project"?: readonly Item0[] | null;
  readonly "platform"?: readonly Item1[] | null;
  readonly "decisions"?: readonly Decision[] | null;
}

export interface Item0 {
  readonly "number"?: string | null;
  readonly "levels"?: readonly ("national" | "国家级" | "provincial" | "省级")[] | null;
  readonly "rd"?: Decimal | null;
  readonly "won_on"?: Day | null;
}

export interface Item1 {
  readonly "income"?: Yearly<Decimal> | null;
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

export type ClauseId = "a" | "b";

/** Results by clause. */
export interface Results {
  readonly "a": ClauseResult;
  readonly "b": ClauseResult;
}
