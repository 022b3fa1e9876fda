import { processHost } from './process-host.ts';
import { run } from './run.ts';

// A reader that goes away (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
// Not awaited: the bundle is a script, which knows no await of its own. Ended as soon as all is written, since taking the memory down piece
// by piece takes longer than some verbs do.
void run(processHost()).then((code) => {
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
});
