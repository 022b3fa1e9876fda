/** The runtime as packages of one policy carry it: what their evaluator imports, and the package's own functions. */
export type { Bilingual, Diagnostic, Language } from '../diagnostics/diagnostic.ts';
export * from './core/index.ts';
export type { ExampleIr } from './example.ts';
export { reviveExamples } from './example-text.ts';
export type { Explanation } from './explain.ts';
export * from './policy-package.ts';
