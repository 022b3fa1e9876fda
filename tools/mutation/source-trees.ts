import type { SourceFile } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';

/** The syntax trees of some modules of the project (paths from its root), as TypeScript reads them. */
export function sourceTrees(root: string, files: readonly string[]): ReadonlyMap<string, SourceFile> {
  const api = new API({ cwd: root });
  try {
    const project = api.updateSnapshot({ openProjects: [`${root}/tsconfig.json`] }).getProjects()[0];
    return new Map(files.map((file) => [file, treeOf(project?.program.getSourceFile(`${root}/${file}`), file)]));
  } finally {
    api.close();
  }
}

function treeOf(tree: SourceFile | undefined, file: string): SourceFile {
  if (tree === undefined) throw new Error(`${file} is no part of the project`);
  return tree;
}
