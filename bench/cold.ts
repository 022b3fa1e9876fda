/** Loads one engine, gives it the clauses, and assesses one company: what a command that runs once has to wait for. */
import { realisticCompanies } from './companies/five-generators.ts';
import { rowOf } from './rows/all-rows.ts';

const { prepare } = await rowOf(process.argv[2] ?? '');
const { input, assess, amounts } = await prepare();
const [company] = realisticCompanies(1, 1);
if (amounts(await assess(input(company!))).grants < 0) throw new Error('less than nothing');
process.exit(0);
