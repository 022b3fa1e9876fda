/** Writes `jieti.cjs` and the folder `command` beside it, from the sources as they are. */
export declare function writeCommand(dist: string): Promise<void>;
