/** What random cases are drawn from: the policies that columns hold whole, and policies made at random. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../compiler/compile.ts';
import type { PolicyIr } from '../../runtime/ir.ts';
import { type Agreement, agreementOf, bothColumns, joinedAgreements } from './agreement.ts';
import { columnarPart } from './columnar-part.ts';
import { projectRoot } from './golden.ts';
import { seeded } from './random.ts';
import { randomIr } from './random-ir.ts';
import { type EdgeCounts, joinedCounts } from './range-edges.ts';

export interface AgreementSource {
  readonly name: string;
  /** Of a hundred cases. */
  readonly share: number;
  /** Holds `count` cases from the one numbered `first` on against each other. `told`: hears after every few of them how many are done. */
  readonly compare: (first: number, count: number, told?: (done: number) => void) => Promise<Agreement>;
}

export const agreementSources: readonly AgreementSource[] = [
  ofPolicy('bench/policies/five-clauses.policy', 41),
  ofPolicy('policies/xiamen-ai-2023/xiamen-ai-2023.policy', 4),
  ofPolicy('policies/haicang-leap-2020/haicang-leap-2020.policy', 15),
  ofPolicy('policies/singapore-eis-2024/singapore-eis-2024.policy', 15),
  { name: 'random policies', share: 25, compare: compareRandomPolicies },
];

/** Cases between two words of progress. */
const stretch = 500;

function ofPolicy(file: string, share: number): AgreementSource {
  const compare: AgreementSource['compare'] = async (first, count, told) => {
    const { ir } = compile({ file, text: readFileSync(join(projectRoot, file), 'utf8') });
    if (ir === undefined) throw new Error(`${file} does not compile`);
    const columns = await bothColumns(ir);
    if (columns === undefined) throw new Error(`columns do not hold ${file}`);
    const agree = await agreementOf(ir, columns);
    const parts: Agreement[] = [];
    for (let done = 0; done < count; done += stretch) {
      parts.push(agree(first + done, Math.min(stretch, count - done)));
      told?.(Math.min(done + stretch, count));
    }
    return joinedAgreements(parts);
  };
  return { name: file, share, compare };
}

const casesPerPolicy = 100;

/** Every other policy is cut down to what columns hold of it, where anything is left. */
async function compareRandomPolicies(first: number, count: number, told?: (done: number) => void): Promise<Agreement> {
  const parts: Agreement[] = [];
  for (let done = 0; done < count; done += casesPerPolicy) {
    const seed = Math.floor((first + done) / casesPerPolicy);
    const { ir, columns } = await randomPolicy(seed);
    const agree = await agreementOf(ir, columns);
    const part = agree(first + done, Math.min(casesPerPolicy, count - done));
    parts.push({
      ...part,
      edges: ofAnyColumn(part.edges),
      differences: part.differences.map((one) => `policy ${seed}, ${one}`),
    });
    told?.(Math.min(done + casesPerPolicy, count));
  }
  return joinedAgreements(parts);
}

/** Random policies have other columns each. */
function ofAnyColumn(counts: EdgeCounts): EdgeCounts {
  return joinedCounts([...counts].map(([name, count]) => new Map([[`any column at ${name.split(' at ')[1]}`, count]])));
}

async function randomPolicy(seed: number) {
  const ir: PolicyIr = randomIr(seeded(seed));
  if (seed % 2 === 0) return { ir, columns: undefined };
  const readings = Object.fromEntries(ir.readings.map(({ id, choices }) => [id, seeded(seed).pick(choices).id]));
  const part = await columnarPart(ir, readings);
  if (part === undefined) return { ir, columns: undefined };
  return { ir: part.ir, columns: await bothColumns(part.ir, readings) };
}
