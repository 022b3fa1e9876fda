/**
 * Holds the interpreter, emitted code and code over columns against each other on random cases, on several processes: `npm run agree`.
 * Prints what was compared for each source; the exit code is 1 where anything differs. The same numbers are the same cases always.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Agreement, joinedAgreements } from '../spec/testing/agreement.ts';
import { agreementSources } from '../spec/testing/agreement-sources.ts';
import { toolOptions } from './tool-options.ts';

const usage = `npm run agree -- [options]: interpreter, emitted code and columns on the same random cases

  --cases N     how many in all; 100,000 unless told
  --threads N   processes at a time; all cores unless told
  --from N      the first case of each source; 1 unless told

Ends with 1 where anything differs.
`;

/** A stretch of the cases of one source, for one process. */
interface Stretch {
  readonly source: number;
  readonly first: number;
  readonly count: number;
}
type Message =
  | { readonly done: number }
  | { readonly agreement: Omit<Agreement, 'general' | 'edges'> & Record<'general' | 'edges', Counts> };
type Counts = readonly (readonly [string, number])[];

async function main(): Promise<void> {
  const values = toolOptions(usage, {
    cases: { type: 'string', default: '100000' },
    threads: { type: 'string', default: String(availableParallelism()) },
    from: { type: 'string', default: '1' },
  });
  const all = stretches(Number(values.cases), Number(values.from), Number(values.threads));
  const total = all.reduce((sum, { count }) => sum + count, 0);
  const started = Date.now();
  const progress = progressOf(total);
  const waiting = [...all];
  const agreements: { readonly source: number; readonly agreement: Agreement }[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { source } = next;
      agreements.push({ source, agreement: await inProcess(next, progress) });
    }
  };
  await Promise.all(Array.from({ length: Number(values.threads) }, work));
  const differing = report(agreements);
  process.stdout.write(`${total} cases in ${Math.round((Date.now() - started) / 1000)} s\n`);
  if (differing > 0) process.exitCode = 1;
}

/** Sizes of which a process neither lives too short to become quick nor so long that the others wait for it at the end. */
const mostAtOnce = 25_000;

function stretches(cases: number, from: number, threads: number): readonly Stretch[] {
  const atOnce = Math.min(mostAtOnce, Math.ceil(cases / (threads * agreementSources.length)));
  return agreementSources.flatMap(({ share }, source) => {
    const count = Math.ceil((cases * share) / 100);
    return Array.from({ length: Math.ceil(count / atOnce) }, (_, index) => {
      return { source, first: from + index * atOnce, count: Math.min(atOnce, count - index * atOnce) };
    });
  });
}

function inProcess(stretch: Stretch, progress: (cases: number) => void): Promise<Agreement> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = fork(fileURLToPath(import.meta.url), [JSON.stringify(stretch)], {
      execArgv: ['--import', 'tsx'],
    });
    let before = 0;
    let result: Agreement | undefined;
    child.on('message', (message: Message) => {
      if ('agreement' in message)
        result = {
          ...message.agreement,
          general: new Map(message.agreement.general) as never,
          edges: new Map(message.agreement.edges),
        };
      else {
        progress(message.done - before);
        before = message.done;
      }
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (result === undefined) reject(new Error(`the process of ${JSON.stringify(stretch)} ended with ${code}`));
      else resolve(result);
    });
  });
}

/** In the process of one stretch. */
async function compareStretch({ source, first, count }: Stretch): Promise<void> {
  const send = (message: Message): void => void process.send?.(message);
  const agreement = await agreementSources[source]!.compare(first, count, (done) => send({ done }));
  send({ agreement: { ...agreement, general: [...agreement.general], edges: [...agreement.edges] } });
  process.disconnect();
}

function progressOf(total: number): (cases: number) => void {
  let done = 0;
  const isShown = process.stderr.isTTY;
  return (cases) => {
    done += cases;
    if (isShown) process.stderr.write(done < total ? `\r${done} of ${total}` : '\r\u001b[K');
  };
}

/** How many cases differ. */
function report(agreements: readonly { readonly source: number; readonly agreement: Agreement }[]): number {
  let differing = 0;
  for (const [index, { name }] of agreementSources.entries()) {
    const of = agreements.filter(({ source }) => source === index).map(({ agreement }) => agreement);
    const { cases, rows, general, edges, differences } = joinedAgreements(of);
    differing += differences.length;
    const beyond = [...general].map(([reason, count]) => `${reason} ${count}`).join(', ');
    process.stdout.write(
      `${name}: ${cases} cases, ${rows} in columns, general: ${beyond}; ${differences.length} differ\n`,
    );
    const [least, times] = [...edges].sort(([, one], [, other]) => one - other)[0] ?? ['', 0];
    process.stdout.write(`  ${edges.size} edges of ranges, each in ${times} cases or more (${least})\n`);
    for (const difference of differences.slice(0, 3)) process.stdout.write(`  ${difference}\n`);
  }
  return differing;
}

if (process.send !== undefined) await compareStretch(JSON.parse(process.argv[2]!) as Stretch);
else await main();
