/**
 * One font per script, whole TrueType files: a letter that a font lacks would be an empty box on a paper that is signed.
 * Each is read at its first use and kept; to read it anew takes longer than to set the whole paper.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { openSync, type Font } from 'fontkit';

const resolve = createRequire(import.meta.url).resolve;
const latin = path.dirname(resolve('@expo-google-fonts/noto-sans/package.json'));
const arabic = path.dirname(resolve('@expo-google-fonts/noto-sans-arabic/package.json'));

const FILES = {
  regular: path.join(latin, '400Regular', 'NotoSans_400Regular.ttf'),
  bold: path.join(latin, '700Bold', 'NotoSans_700Bold.ttf'),
  arabic: path.join(arabic, '400Regular', 'NotoSansArabic_400Regular.ttf'),
  arabicBold: path.join(arabic, '700Bold', 'NotoSansArabic_700Bold.ttf'),
} as const;

export type FontName = keyof typeof FILES;

interface KeptFont extends Font {
  /** What fontkit has drawn so far: each letter with the text that it first stood for. Known to no types. */
  _glyphs: object;
}

const kept = new Map<FontName, KeptFont>();

/**
 * Before each paper. A letter first met as a part of another (the A of Å) stands for no text ever after, and one form may stand
 * for several letters: what is read out of a paper would hang on the papers before it, and so would its bytes and their hash.
 * From this to the paper's last byte nothing is waited for, so papers do not mix.
 */
export function forgetLetters(): void {
  for (const font of kept.values()) font._glyphs = {};
}

export function fontOf(name: FontName): PDFKit.Mixins.PDFFontSource {
  const font = kept.get(name) ?? (openSync(FILES[name]) as KeptFont);
  kept.set(name, font);
  // Taken by pdfkit as it is, which its types do not know yet.
  return font as unknown as PDFKit.Mixins.PDFFontSource;
}
