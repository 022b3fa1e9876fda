import { processHost } from './process-host.ts';
import { run } from './run.ts';

// A reader that goes away (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
const host = processHost();
// Not awaited: the bundle is a script, which knows no await of its own.
void run(host).then((code) => host.end(code));
