import { setFlagsFromString } from 'node:v8';

/**
 * The command is started so that V8 puts optimising off (`tools/launch.cjs`), which most verbs are over before. A run that will last for half a
 * second and more takes part of that back. What V8 of Node 20 has by itself, a third of this, takes half as much processor time again on other
 * threads, and the main thread of a thousand clauses is over no sooner.
 */
export function expectLongRun(): void {
  if (typeof JIETI_BUNDLED !== 'undefined' && /^v2[0-2]\./.test(process.version)) setFlagsFromString(budget);
}

const budget = '--interrupt-budget=200000';
