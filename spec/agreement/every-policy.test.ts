import { describe } from 'vitest';
import { agreementSources } from '../testing/agreement-sources.ts';
import { expectAgreement } from '../testing/expect-agreement.ts';

describe('the interpreter, emitted code and columns agree, frames and all, at the edges of every range and beyond', () => {
  for (const source of agreementSources.slice(1)) expectAgreement(source);
});
