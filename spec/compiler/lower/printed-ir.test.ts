import { expect } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { printIr } from '../../../compiler/lower/print-ir.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { golden } from '../../testing/golden.ts';

function errors(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message.en}`);
}

golden('spec/compiler/lower/policies', 'ir', (text, file) => {
  const { ir, diagnostics } = compile({ file, text });
  expect(errors(diagnostics)).toEqual([]);
  return printIr(ir!);
});
