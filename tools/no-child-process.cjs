// Stands in the bundle for node:child_process. Commander asks for it at every start, to run subcommands that are programs of their own;
// Jieti has none, and loading it takes some milliseconds.
