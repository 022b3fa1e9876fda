/** A policy under one choice of each reading: switches are gone, node ids stay. Columnar code is made for the readings that nearly all applicants share. */
import type { ChoiceId, PolicyIr, ReadingId } from '../../../runtime/ir.ts';

export type Choices = Readonly<Record<ReadingId, ChoiceId>>;

/** Defaults, and over them the given choices. */
export function choicesOf(ir: PolicyIr, given: Choices): Choices {
  return Object.fromEntries(ir.readings.map((reading) => [reading.id, given[reading.id] ?? reading.default]));
}

export function specialise(ir: PolicyIr, choices: Choices): PolicyIr {
  return ir.readings.length === 0 ? ir : (specialised(ir, choices) as PolicyIr);
}

function specialised(node: unknown, choices: Choices): unknown {
  if (Array.isArray(node)) return node.flatMap((part: unknown) => spliced(part, choices));
  if (!isRecord(node)) return node;
  if (isSwitch(node)) return specialised(caseOf(node, choices), choices);
  return Object.fromEntries(Object.entries(node).map(([key, part]) => [key, specialised(part, choices)]));
}

/** A statement switch stands for several statements, or none. */
function spliced(node: unknown, choices: Choices): readonly unknown[] {
  if (!isRecord(node) || !isSwitch(node)) return [specialised(node, choices)];
  const chosen = specialised(caseOf(node, choices), choices);
  return Array.isArray(chosen) ? (chosen as readonly unknown[]) : [chosen];
}

interface Switch {
  readonly reading: string;
  readonly cases: unknown;
}

/** Of expressions, statements, settings and bound words alike. */
function isSwitch(node: Readonly<Record<string, unknown>>): node is Readonly<Record<string, unknown>> & Switch {
  return typeof node.reading === 'string' && 'cases' in node;
}

function caseOf(node: Readonly<Record<string, unknown>> & Switch, choices: Choices): unknown {
  const choice = choices[node.reading];
  if (choice === undefined) throw new Error(`no such reading: ${node.reading}`);
  if (!Array.isArray(node.cases)) {
    const value = (node.cases as Readonly<Record<string, unknown>>)[choice];
    return node.kind === 'switch' ? { kind: 'fixed', value } : value;
  }
  const chosen = (node.cases as readonly Readonly<Record<string, unknown>>[]).find((one) => one.choice === choice);
  if (chosen === undefined) throw new Error(`reading ${node.reading} has no case for ${choice}`);
  return 'statements' in chosen ? chosen.statements : chosen.value;
}

function isRecord(node: unknown): node is Readonly<Record<string, unknown>> {
  return typeof node === 'object' && node !== null;
}
