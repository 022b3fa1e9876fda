/** Random cases are the same in every run, so that a failure can be repeated; JIETI_SEED tries others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.JIETI_SEED ?? 20231010) });
