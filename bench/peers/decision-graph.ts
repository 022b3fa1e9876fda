/** A decision graph (@gorules/zen-engine, computed in Rust): request, one node of expressions, response. */
import { ZenEngine } from '@gorules/zen-engine';
import { type ClauseNumbers, type Peer, type Prepared, prepared, withGrants } from './peer.ts';

const rung = (revenue: string) =>
  `(${revenue} > 200000000000 ? 200000000 : ${revenue} > 100000000000 ? 150000000 : ${revenue} > 50000000000 ? 100000000 : ${revenue} > 20000000000 ? 50000000 : ${revenue} > 10000000000 ? 20000000 : ${revenue} > 5000000000 ? 10000000 : 0)`;

const expressions: Readonly<Record<keyof ClauseNumbers, string>> = {
  voucher: 'qualified and purchases >= 30000000 ? min([floor(spend * 0.5), 50000000]) : 0',
  rdSubsidy:
    'ai and software and rd > 200000000 and rd > rdBefore ? min([floor(rd / 200000000) * 10000000, 500000000]) : 0',
  growthAward:
    'ai and software and revenue > 5000000000 and revenueBefore > 0 ? (revenue / revenueBefore - 1 > 0.25 ? min([floor((revenue - revenueBefore) * 0.006), 600000000]) : 0) : 0',
  scaleAward: `ai and software and revenueBefore > 0 ? (revenue / revenueBefore - 1 >= 0.15 ? max([${rung('revenue')} - ${rung('revenueBefore')}, 0]) : 0) : 0`,
  rdLoan: 'ai ? (fresh ? min([asked, 1000000000]) : min([asked, 5000000000, floor(rdBefore * 0.5)])) : 0',
};

const position = { x: 0, y: 0 };
const graph = {
  nodes: [
    { id: 'request', type: 'inputNode', name: 'request', position, content: {} },
    {
      id: 'clauses',
      type: 'expressionNode',
      name: 'clauses',
      position,
      content: {
        expressions: Object.entries(expressions).map(([key, value]) => ({ id: key, key, value })),
        passThrough: false,
        executionMode: 'single',
      },
    },
    { id: 'response', type: 'outputNode', name: 'response', position, content: {} },
  ],
  edges: [
    { id: 'first', sourceId: 'request', targetId: 'clauses', type: 'edge' },
    { id: 'second', sourceId: 'clauses', targetId: 'response', type: 'edge' },
  ],
};

async function prepare(trace: boolean): Promise<Prepared> {
  const engine = new ZenEngine();
  const decision = engine.createDecision(Buffer.from(JSON.stringify(graph)));
  return prepared({
    input: (company) => company,
    assess: (company) => decision.evaluate(company, { trace }),
    waits: true,
    amounts: ({ result }) => withGrants(result as ClauseNumbers),
    close: () => engine.dispose(),
  });
}

export const peer: Peer = { name: 'decision graph (@gorules/zen-engine)', prepare: () => prepare(false) };
export const traced: Peer = { name: 'the same with its trace', prepare: () => prepare(true) };
