import { setFlagsFromString } from 'node:v8';

/**
 * The command is started so that V8 puts optimising off (`tools/launch.cjs`), which most verbs are over before. A run that will last for half a
 * second and more takes that back: with what V8 of Node 20 has by itself, a thousand clauses take about a seventh less of the main thread.
 */
export function expectLongRun(): void {
  if (typeof JIETI_BUNDLED !== 'undefined' && /^v2[0-2]\./.test(process.version)) setFlagsFromString(usual);
}

const usual = '--interrupt-budget=67584';
