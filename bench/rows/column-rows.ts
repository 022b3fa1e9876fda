/** All rows that assess columns of companies; the hand-written loops, against which they are held, are not among them. */
import type { ColumnPeer } from '../peers/column-peer.ts';
import { columnPeers } from '../peers/index.ts';
import { columnar, columnarFilled, columnarWorkers } from './jieti/columnar.ts';

export const columnRows: Readonly<Record<string, () => Promise<ColumnPeer>>> = {
  columnar: async () => columnar,
  'columnar-filled': async () => columnarFilled,
  'columnar-workers': async () => columnarWorkers,
  ...columnPeers,
};
