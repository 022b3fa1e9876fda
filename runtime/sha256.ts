/** SHA-256 (hex) of a text in UTF-8. Node's cryptography is loaded by the first call: loading it takes longer than checking a small policy, which needs none. */
export function sha256(text: string): string {
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
