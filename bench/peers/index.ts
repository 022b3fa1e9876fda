/** The engines that Jieti is compared with. A new one is a file beside this one and a line here. */
import type { ColumnPeer } from './column-peer.ts';
import type { Peer } from './peer.ts';

/** Those that assess one company at a time, by the name of their file; loaded only where they are measured. */
export const peers: Readonly<Record<string, () => Promise<Peer>>> = {
  'json-logic': async () => (await import('./json-logic.ts')).peer,
  cel: async () => (await import('./cel.ts')).peer,
  spreadsheet: async () => (await import('./spreadsheet.ts')).peer,
  'json-rules': async () => (await import('./json-rules.ts')).peer,
  'decision-graph': async () => (await import('./decision-graph.ts')).peer,
  'decision-graph-traced': async () => (await import('./decision-graph.ts')).traced,
  publicodes: async () => (await import('./publicodes.ts')).peer,
  feel: async () => (await import('./feel.ts')).peer,
};

/** Those that assess columns of many. */
export const columnPeers: Readonly<Record<string, () => Promise<ColumnPeer>>> = {
  dataframe: async () => (await import('./dataframe.ts')).columnPeer,
  database: async () => (await import('./database.ts')).columnPeer,
};
