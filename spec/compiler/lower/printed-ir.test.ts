import { expect } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { printIr } from '../../../compiler/lower/print-ir.ts';
import { golden } from '../../testing/golden.ts';

golden('spec/compiler/lower/policies', 'ir', (text, file) => {
  const { ir, diagnostics } = compile({ file, text });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return printIr(ir!);
});
