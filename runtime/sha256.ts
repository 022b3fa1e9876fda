/** SHA-256 (hex) of a text in UTF-8. Node's cryptography is loaded by the first call: loading it takes longer than checking a small policy, which needs none. */
export function sha256(text: string): string {
  return process.getBuiltinModule('node:crypto').hash('sha256', text, 'hex');
}
