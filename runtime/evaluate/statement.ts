/** Runs statements in order. R6: one line, one effect. */
import { addToGate } from '../gate.ts';
import type { Statement, When } from '../ir.ts';
import { evaluateTruth } from './expression.ts';
import { runItems } from './items.ts';
import { runLimit, runOnce } from './limit.ts';
import { runAdjust, runAmount, runBudget, runCap, runRound } from './lines.ts';
import { type Scope, truthOf } from './scope.ts';
import { caseChosen } from './switch.ts';

export function runStatements(statements: readonly Statement[], scope: Scope): void {
  for (const statement of statements) runStatement(statement, scope);
}

/** Once the gate is false only conditions still run, so that all failures are told. */
function runStatement(statement: Statement, scope: Scope): void {
  switch (statement.kind) {
    case 'when':
      runWhen(statement, scope);
      return;
    case 'once':
      runOnce(statement, scope);
      return;
    case 'switch':
      if (isShut(scope) && !holdsCondition(statement)) return;
      runStatements(caseChosen(statement, scope.context).statements, scope);
      return;
    default:
      if (!isShut(scope)) runEffect(statement, scope);
  }
}

type Effect = Exclude<Statement, { kind: 'when' | 'once' | 'switch' }>;

function runEffect(statement: Effect, scope: Scope): void {
  switch (statement.kind) {
    case 'items':
      runItems(statement, scope);
      return;
    case 'amount':
      runAmount(statement, scope);
      return;
    case 'adjust':
      runAdjust(statement, scope);
      return;
    case 'cap':
      runCap(statement, scope);
      return;
    case 'round':
      runRound(statement, scope);
      return;
    case 'budget':
      runBudget(statement, scope);
      return;
    case 'limit':
      runLimit(statement, scope);
      return;
  }
}

function runWhen(statement: When, scope: Scope): void {
  const truth = evaluateTruth(statement.condition, scope.context);
  scope.context.frame.states.set(statement.id, { truth });
  addToGate(scope.gate, truth);
}

function isShut(scope: Scope): boolean {
  return truthOf(scope).truth === 'false';
}

function holdsCondition(statement: Statement): boolean {
  if (statement.kind === 'switch') return statement.cases.some((one) => one.statements.some(holdsCondition));
  return statement.kind === 'when' || statement.kind === 'once';
}
