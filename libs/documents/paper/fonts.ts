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

const kept = new Map<FontName, PDFKit.Mixins.PDFFontSource>();

export function fontOf(name: FontName): PDFKit.Mixins.PDFFontSource {
  const known = kept.get(name);
  if (known) return known;
  // Taken by pdfkit as it is, which its types do not know yet.
  const font = openSync(FILES[name]) as Font as unknown as PDFKit.Mixins.PDFFontSource;
  kept.set(name, font);
  return font;
}
