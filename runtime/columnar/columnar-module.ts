import type { PolicyIr } from '../ir.ts';
import type { ColumnarCode, ColumnarLayout } from './layout.ts';

/** What is emitted for one policy under one choice of readings. */
export interface ColumnarModule {
  readonly ir: PolicyIr;
  readonly layout: ColumnarLayout;
  readonly assess: ColumnarCode;
}
