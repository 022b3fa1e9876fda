// items_city.ts
// Emitted by jieti from a policy; changes belong into the policy.
import type { Assessment, EvaluationInput, FactField, FixedEnd, Fraction, Lines, LinesCode, NumberField, NumberValue, Place, Row, TruthValue, UndefinedValue } from "jieti/runtime";
import { amountLine, assessWith, budgetLine, capLine, chooseFixed, closeLines, compareFixed, constantOf, engineOf, factNumber, factOptions, factTruth, fixed, fixedSlot, fractionSlot, holdsOneOf, isOpen, itemsLine, keepConstant, keepFixed, keepOptions, keepTruth, onceLine, rateCeilingFixed, rescale, rowCauses, toFraction, whenLine } from "jieti/runtime";
import { ir } from "./items_city.tables.ts";
import type { Results } from "./items_city.types.ts";

const scale19 = fixedSlot(19);
const field0: NumberField = { id: "rd", yearly: false, owner: "project", scale: 2, low: 0n, high: Infinity };
const field1: FactField = { id: "scaled", yearly: false };
const field2: FactField = { id: "levels", yearly: false, owner: "project" };
const field3: NumberField = { id: "income", yearly: true, owner: "platform", scale: 2, low: 0n, high: Infinity };
const figure0 = constantOf(0, 0n);
const figure1 = constantOf(1, 4n);
const figure2 = constantOf(0, 10000000n);
const figure3 = constantOf(1, 3n);
const figure4 = constantOf(0, 3000000n);
const figure5 = constantOf(0, 12000000n);
const figure6 = constantOf(0, 20000000n);
const figure7 = constantOf(0, 100000000n);
const figure8 = constantOf(0, 1000000n);
const figure9 = constantOf(1, 1n);

function e3(c: Place): TruthValue {
  const n4 = keepFixed(c, 4, 2, factNumber(c, field0, 0));
  const n5 = keepConstant(c, 5, figure0);
  const n3 = keepTruth(c, 3, compareFixed("over", n4, rescale(n5, 100n)));
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
      const n14 = keepConstant(c, 14, figure1);
      const n15 = keepFixed(c, 15, 2, factNumber(c, field0, 0));
      const n13 = keepFixed(c, 13, 19, rateCeilingFixed(c, rescale(n14, 10000000000000000n), 17, n15));
      const n16 = keepConstant(c, 16, figure2);
      const n12 = keepFixed(c, 12, 19, fixed.rowCap(n13, rescale(n16, 10000000000000000000n)));
      rows9.push({ test: row11, value: n12 });
    }
    const row17 = keepTruth(c, 17, holdsOneOf(n10, ["provincial"]));
    if (row17.truth !== "false") {
      const n20 = keepConstant(c, 20, figure3);
      const n21 = keepFixed(c, 21, 2, factNumber(c, field0, 0));
      const n19 = keepFixed(c, 19, 19, rateCeilingFixed(c, rescale(n20, 10000000000000000n), 17, n21));
      const n22 = keepConstant(c, 22, figure4);
      const n18 = keepFixed(c, 18, 19, fixed.rowCap(n19, rescale(n22, 10000000000000000000n)));
      rows9.push({ test: row17, value: n18 });
    }
    const n9 = keepFixed(c, 9, 19, chooseFixed.highest(rows9, rowCauses(rows9), undefined));
    amountLine(s, scale19, 8, n9);
  } else {
    s.fixed = rescale(s.fixed, 10000000000000000000n);
  }
  if (isOpen(s)) {
    const n24 = keepConstant(c, 24, figure5);
    capLine(s, scale19, 23, s.fixed, rescale(n24, 10000000000000000000n), { per: "item", window: { kind: "period" } }, false);
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
    const n27 = keepConstant(c, 27, figure6);
    capLine(s, fractionSlot, 26, s.fraction, toFraction(n27, 0), { per: "subject", window: { kind: "period" } }, false);
  }
  if (isOpen(s)) {
    const closed28 = closeLines(s, s.fraction);
    keepConstant(c, 29, figure7);
    budgetLine(s, fractionSlot, 28, closed28, "proRata");
  }
  return s.fraction;
}

function items31(s: Lines): Fraction {
  const c = s.place;
  {
    const n34 = keepFixed(c, 34, 2, factNumber(c, field3, 0));
    const n35 = keepConstant(c, 35, figure8);
    const n33 = keepTruth(c, 33, compareFixed("over", n34, rescale(n35, 100n)));
    whenLine(s, 32, n33);
  }
  if (isOpen(s)) {
    const n38 = keepConstant(c, 38, figure9);
    const n39 = keepFixed(c, 39, 2, factNumber(c, field3, 0));
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
    const n41 = keepConstant(c, 41, figure8);
    capLine(s, fractionSlot, 40, s.fraction, toFraction(n41, 0), { per: "subject", window: { kind: "inForce" } }, false);
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
