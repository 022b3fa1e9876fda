import type { BuildOptions } from 'esbuild';

/** The project's folder. */
export const root: string;
export const buildSettings: BuildOptions;
