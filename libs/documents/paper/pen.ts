/**
 * Draws words on a tagged page: line by line from whichever side they are read, with the tag that they are read under, and
 * what only decorates outside what is read (EN 301 549, PDF/UA).
 */
import { breakLines, placeLine, type Direction, type PlacedRun, type Run } from './bidi-line.js';
import { fontOf, type FontName } from './fonts.js';

export type Struct = PDFKit.PDFStructureElement;

export const INK = '#1b1f23';
export const MUTED = '#555b63';
export const LINE = '#d8d4cd';
export const MARGIN = 56;

/** How far the tops of letters stand above the line on which they are written, in parts of their size. */
const RISE = 1.069;
const LINE_HEIGHT = 1.362;
/** Arabic letters reach further up and down. */
const ARABIC_LINE_HEIGHT = 1.65;

export interface Look {
  readonly bold?: boolean;
  readonly size: number;
  readonly colour: string;
  readonly lineGap: number;
}

export interface Place {
  readonly left: number;
  readonly width: number;
  readonly towards?: 'start' | 'end';
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** One line as it is to be drawn. */
export interface SetLine {
  readonly runs: readonly PlacedRun[];
  readonly wide: number;
  readonly high: number;
}

/** A part of the tree and whether what is drawn now belongs to it. */
export interface Tag {
  readonly struct: Struct;
  readonly type: string;
  open: boolean;
}

/** What is drawn in lines, in points of its own sheet. */
export interface Figure {
  readonly width: number;
  readonly height: number;
  /** What is read in its place. */
  readonly alt: string;
  readonly lines: readonly { readonly path: string; readonly colour: string; readonly width: number }[];
}

export class Pen {
  constructor(
    readonly doc: PDFKit.PDFDocument,
    private readonly direction: Direction,
    private readonly scale: number,
  ) {}

  /** Sets lines one below the other and turns the page where it is full. Without a tag it decorates and is not read. */
  set(text: string, look: Look, tag: Tag | null, place: Place = this.margined(0)): void {
    for (const line of this.linesOf(text, look, place.width)) {
      if (tag && !this.fits(line.high)) {
        this.close(tag);
        this.doc.addPage();
      }
      this.drawLine(line, look, tag, place);
    }
  }

  linesOf(text: string, look: Look, width: number): SetLine[] {
    const widthOf = (run: Run): number => this.inFont(run, look).widthOfString(run.drawn, featuresOf(run));
    return text
      .split('\n')
      .flatMap((one) => breakLines(one, this.direction, width, widthOf))
      .map((line) => {
        const runs = placeLine(line, this.direction, widthOf);
        const arabic = runs.some((run) => run.script === 'arabic');
        return {
          runs,
          wide: runs.reduce((sum, run) => sum + widthOf(run), 0),
          high: look.size * this.scale * (arabic ? ARABIC_LINE_HEIGHT : LINE_HEIGHT),
        };
      });
  }

  drawLine({ runs, wide, high }: SetLine, look: Look, tag: Tag | null, place: Place): void {
    const size = look.size * this.scale;
    const top = this.doc.y;
    const flushRight = (this.direction === 'rtl') !== (place.towards === 'end');
    const left = place.left + (flushRight ? place.width - wide : 0);
    const foot = top + (high - LINE_HEIGHT * size) / 2 + RISE * size;
    for (const run of runs) this.placed(run, look, tag, { x: left + run.x, y: foot });
    this.doc.x = MARGIN;
    this.doc.y = top + high + look.lineGap;
  }

  /** What is drawn otherwise than it is written carries its own words, so that it is read and searched as it was written. */
  private placed(run: Run, look: Look, tag: Tag | null, at: Point): void {
    const spelled = run.script === 'arabic' || run.drawn !== run.text;
    if (!tag || !spelled) {
      if (tag) this.open(tag);
      return this.draw(run, look, at);
    }
    this.close(tag);
    const words = { actual: run.text, ...(run.script === 'arabic' ? { lang: 'ar' } : {}) };
    const span = this.doc.struct('Span', words);
    tag.struct.add(span);
    span.add(this.doc.markStructureContent('Span', words));
    this.draw(run, look, at);
    this.doc.endMarkedContent();
    span.end();
  }

  private draw(run: Run, look: Look, { x, y }: Point): void {
    this.inFont(run, look)
      .fillColor(look.colour)
      .text(run.drawn, x, y, { lineBreak: false, baseline: 'alphabetic', ...featuresOf(run) });
  }

  private inFont(run: Run, { bold, size }: Look): PDFKit.PDFDocument {
    const name: FontName = run.script === 'arabic' ? (bold ? 'arabicBold' : 'arabic') : bold ? 'bold' : 'regular';
    return this.doc.font(fontOf(name), name).fontSize(size * this.scale);
  }

  /** A place that begins so far from where a line begins, whichever side that is. */
  margined(indent: number, width = this.doc.page.width - 2 * MARGIN - indent): Place {
    const left = this.direction === 'rtl' ? this.doc.page.width - MARGIN - indent - width : MARGIN + indent;
    return { left, width };
  }

  atFarEnd(width: number): Place {
    return { ...this.margined(this.doc.page.width - 2 * MARGIN - width, width), towards: 'end' };
  }

  down(points: number): void {
    this.doc.y += points;
  }

  /** A line across the page that is not read. */
  hair(wide = 0.5): void {
    const { width } = this.doc.page;
    const { y } = this.doc;
    this.doc.markContent('Artifact', { type: 'Layout' });
    this.doc
      .moveTo(MARGIN, y)
      .lineTo(width - MARGIN, y)
      .lineWidth(wide)
      .strokeColor(LINE)
      .stroke();
    this.doc.endMarkedContent();
    this.down(4);
  }

  /** Nothing that is drawn leaves its frame; a reader is told where it stands, and what it shows. */
  figure(
    parent: Struct,
    { alt, lines }: Figure,
    size: { readonly scale: number; readonly width: number; readonly height: number },
  ): void {
    const { doc } = this;
    const { left } = this.margined(0, size.width);
    const top = doc.y;
    // Known to pdfkit and not yet to its types: from the top of the page, as all that it draws.
    const place = { bbox: [left, top, left + size.width, top + size.height] } as object;
    const struct = doc.struct('Figure', { alt, ...place });
    parent.add(struct);
    struct.add(doc.markStructureContent('Figure'));
    doc.save();
    doc.rect(left, top, size.width, size.height).lineWidth(0.75).strokeColor(LINE).stroke();
    doc.rect(left, top, size.width, size.height).clip();
    doc.translate(left, top).scale(size.scale).lineCap('round').lineJoin('round');
    for (const { path, colour, width } of lines) doc.path(path).lineWidth(width).strokeColor(colour).stroke();
    doc.restore();
    doc.endMarkedContent();
    struct.end();
    doc.x = MARGIN;
    doc.y = top + size.height;
  }

  fits(needed: number): boolean {
    const { height, margins } = this.doc.page;
    return this.doc.y + needed <= height - margins.bottom;
  }

  within(type: string, parent: Struct, fill: (struct: Struct) => void): void {
    const struct = this.doc.struct(type);
    parent.add(struct);
    fill(struct);
    struct.end();
  }

  tag(type: string, parent: Struct, write: (tag: Tag) => void): void {
    this.within(type, parent, (struct) => {
      const tag: Tag = { struct, type, open: false };
      write(tag);
      this.close(tag);
    });
  }

  private open(tag: Tag): void {
    if (!tag.open) tag.struct.add(this.doc.markStructureContent(tag.type));
    tag.open = true;
  }

  close(tag: Tag): void {
    if (tag.open) this.doc.endMarkedContent();
    tag.open = false;
  }
}

/** Letters of Arabic join: the whole run goes to the font at once, which also turns it to be read from the right. */
const featuresOf = (run: Run): { features?: PDFKit.Mixins.OpenTypeFeatures[] } =>
  run.script === 'arabic' ? { features: ['rtla'] } : {};
