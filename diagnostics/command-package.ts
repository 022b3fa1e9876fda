/** What can be wrong with `jieti build --package`. */
import { diagnostic } from './diagnostic.ts';

export const PackageName = diagnostic<{ name: string }>(() => ({
  code: 'JT8040',
  severity: 'error',
  zh: {
    message: (p) => `“${p.name}”不能作 npm 包的名称`,
    help: () => '用小写拉丁字母、数字、连字号，例如 xiamen-ai-2023；可带范围，例如 @xiamen/ai-2023',
  },
  en: {
    message: (p) => `"${p.name}" cannot be the name of an npm package`,
    help: () => 'use small Latin letters, digits and hyphens, as in xiamen-ai-2023 or @xiamen/ai-2023',
  },
}));

export const PackageVersion = diagnostic<{ text: string }>(() => ({
  code: 'JT8041',
  severity: 'error',
  zh: { message: (p) => `“${p.text}”不是包的版本号`, help: () => '版本号写成三段数字，例如 1.0.0' },
  en: { message: (p) => `"${p.text}" is no version of a package`, help: () => 'write three numbers, as in 1.0.0' },
}));

export const RuntimeNotBuilt = diagnostic(() => ({
  code: 'JT8042',
  severity: 'error',
  zh: {
    message: () => '程序旁边没有可放进包里的运行部分',
    help: () => '在 Jieti 的源码目录运行 npm run build，或重新安装',
  },
  en: {
    message: () => 'the runtime that goes into packages is not there beside the program',
    help: () => 'run npm run build in the source folder of Jieti, or install it again',
  },
}));
