/**
 * A signed paper as a file: only what a printer and a telephone make, known by its first bytes and never by its name, and
 * small enough to be read again in years (OWASP ASVS 5.2: uploaded files).
 */
export const SCAN_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type ScanType = (typeof SCAN_TYPES)[number];

/** Bytes: a few pages in colour. */
export const LARGEST_SCAN = 8 * 1024 * 1024;

const SIGNS: readonly (readonly [ScanType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

export type ScanDecision =
  | { readonly outcome: 'accepted'; readonly mediaType: ScanType }
  | { readonly outcome: 'refused'; readonly code: 'empty' | 'too-large' | 'unknown-type' };

export function decideScan(bytes: Uint8Array): ScanDecision {
  if (bytes.length === 0) return { outcome: 'refused', code: 'empty' };
  if (bytes.length > LARGEST_SCAN) return { outcome: 'refused', code: 'too-large' };
  const [mediaType] = SIGNS.find(([, sign]) => sign.every((byte, at) => bytes[at] === byte)) ?? [];
  return mediaType === undefined ? { outcome: 'refused', code: 'unknown-type' } : { outcome: 'accepted', mediaType };
}
