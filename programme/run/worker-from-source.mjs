// The worker where the program runs from its sources, which only tsx can read.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
