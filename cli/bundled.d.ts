// Constants that tools/bundle.mjs sets in dist/command/. Nothing sets them when a file runs from source,
// so ask with `typeof JIETI_BUNDLED !== 'undefined'` before using one.

/** True in the shipped bundle: what the tests have already checked need not be checked again at every start. */
declare const JIETI_BUNDLED: true | undefined;

/** The version in package.json. */
declare const JIETI_VERSION: string | undefined;
