/**
 * Draws an accessible document: every heading, paragraph and list carries its tag in reading order, so that a screen reader
 * reads the paper as it was meant; what only decorates is left out of what is read (EN 301 549, PDF/UA).
 */
import PDFDocument from 'pdfkit';
import { breakLines, placeLine, type Direction, type Run } from './bidi-line.js';
import { fontOf, forgetLetters, type FontName } from './fonts.js';

type Struct = PDFKit.PDFStructureElement;

const INK = '#1b1f23';
const MUTED = '#555b63';
const LINE = '#d8d4cd';
const MARGIN = 56;
const FOOT = 64;
const SIZES = { H1: 22, H2: 15, H3: 11.5 } as const;

/** How far the tops of letters stand above the line on which they are written, in parts of their size. */
const RISE = 1.069;
const LINE_HEIGHT = 1.362;
/** Arabic letters reach further up and down. */
const ARABIC_LINE_HEIGHT = 1.65;

export interface DocumentFacts {
  readonly title: string;
  readonly language: string;
  readonly madeAt: Date;
  readonly direction?: Direction;
  /** For families: everything a size larger. */
  readonly large?: boolean;
  /** The same input gives the same bytes, whatever version of Node compresses: for a document whose hash is signed. */
  readonly unchanging?: boolean;
}

interface Look {
  readonly bold?: boolean;
  readonly size: number;
  readonly colour: string;
  readonly lineGap: number;
}

interface Place {
  readonly left: number;
  readonly width: number;
  readonly towards?: 'start' | 'end';
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A part of the tree and whether what is drawn now belongs to it. */
interface Tag {
  readonly struct: Struct;
  readonly type: string;
  open: boolean;
}

export class TaggedPage {
  private readonly doc: PDFKit.PDFDocument;
  private readonly root: Struct;
  private readonly chunks: Buffer[] = [];
  private readonly direction: Direction;
  private readonly scale: number;

  constructor(facts: DocumentFacts) {
    this.direction = facts.direction ?? 'ltr';
    this.scale = facts.large ? 1.15 : 1;
    forgetLetters();
    this.doc = new PDFDocument({
      size: 'A4',
      margins: { top: MARGIN, bottom: MARGIN + FOOT / 2, left: MARGIN, right: MARGIN },
      tagged: true,
      lang: facts.language,
      pdfVersion: '1.7',
      // Known to pdfkit and not yet to its types.
      subset: 'PDF/UA' as 'PDF/A-3a',
      displayTitle: true,
      bufferPages: true,
      compress: !facts.unchanging,
      info: { Title: facts.title, Creator: 'Samnav', Producer: 'Samnav', CreationDate: facts.madeAt },
      // None of the standard fonts, which a PDF/UA may not use without embedding.
      font: fontOf('regular') as string,
    });
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  heading(level: keyof typeof SIZES, text: string): void {
    this.room(level === 'H3' ? 60 : 90);
    const size = SIZES[level];
    this.down(size * (level === 'H1' ? 0 : level === 'H2' ? 1.1 : 0.6));
    this.tag(level, this.root, (tag) => this.set(text, { bold: true, size, colour: INK, lineGap: 2 }, tag));
    this.down(size * 0.25);
    if (level === 'H2') this.rule();
  }

  paragraph(
    text: string,
    look: { readonly muted?: boolean; readonly bold?: boolean; readonly large?: boolean } = {},
  ): void {
    const size = look.large ? 14 : look.muted ? 9.5 : 10.5;
    const colour = look.muted ? MUTED : INK;
    this.tag('P', this.root, (tag) => this.set(text, { bold: look.bold, size, colour, lineGap: 2 }, tag));
    this.down(size * 0.4);
  }

  /** Lines that belong together; the mark before each is read as a label, not as text. */
  list(lines: readonly { readonly text: string; readonly note?: string }[]): void {
    if (lines.length === 0) return;
    const look: Look = { size: 10.5, colour: INK, lineGap: 2 };
    const small: Look = { size: 9, colour: MUTED, lineGap: 1 };
    this.within('L', this.root, (list) => {
      for (const { text, note } of lines) {
        this.room(30);
        this.within('LI', list, (item) => {
          const { y } = this.doc;
          this.tag('Lbl', item, (tag) => this.set('•', look, tag, this.margined(0, 12)));
          this.doc.y = y;
          this.within('LBody', item, (body) => {
            this.tag('P', body, (tag) => this.set(text, look, tag, this.margined(14)));
            if (note) this.tag('P', body, (tag) => this.set(note, small, tag, this.margined(14)));
          });
          this.down(4);
        });
      }
    });
  }

  /** Room for names by hand: a line for the name and one for the day, which are drawn, over who signs there, which is read. */
  signatures(lines: readonly { readonly text: string; readonly note?: string }[]): void {
    for (const { text, note } of lines) {
      this.room(90);
      this.down(40);
      const whole = this.doc.page.width - 2 * MARGIN;
      this.stroke(this.margined(0, whole * 0.62));
      this.stroke(this.atFarEnd(whole * 0.32));
      this.down(4);
      this.within('Sect', this.root, (part) => {
        const { y } = this.doc;
        const small: Look = { size: 9, colour: MUTED, lineGap: 1 };
        this.tag('P', part, (tag) =>
          this.set(text, { size: 10.5, colour: INK, lineGap: 1 }, tag, this.margined(0, whole * 0.62)),
        );
        if (note) this.tag('P', part, (tag) => this.set(note, small, tag, this.margined(0, whole * 0.62)));
        const below = this.doc.y;
        this.doc.y = y;
        this.tag('P', part, (tag) => this.set('Ort och datum', small, tag, this.margined(whole * 0.68, whole * 0.32)));
        this.doc.y = Math.max(below, this.doc.y);
      });
    }
  }

  private stroke({ left, width }: Place): void {
    const { y } = this.doc;
    this.doc.markContent('Artifact', { type: 'Layout' });
    this.doc
      .moveTo(left, y)
      .lineTo(left + width, y)
      .lineWidth(0.75)
      .strokeColor(MUTED)
      .stroke();
    this.doc.endMarkedContent();
  }

  /** Ends the document; each page carries its number and the line that says whose it is, outside what is read. */
  async finish(foot: string, pageWords = (page: number, of: number) => `Sida ${page} av ${of}`): Promise<Buffer> {
    this.root.end();
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.doc.switchToPage(page);
      const { width, height, margins } = this.doc.page;
      const bottom = margins.bottom;
      // Within its margin pdfkit would begin a new page for the foot.
      margins.bottom = 0;
      this.doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
      this.doc
        .moveTo(MARGIN, height - FOOT)
        .lineTo(width - MARGIN, height - FOOT)
        .lineWidth(0.5)
        .strokeColor(LINE)
        .stroke();
      const look: Look = { size: 8.5, colour: MUTED, lineGap: 1 };
      this.doc.y = height - FOOT + 8;
      this.set(foot, look, null, this.margined(0, width - 2 * MARGIN - 80));
      this.doc.y = height - FOOT + 8;
      this.set(pageWords(page - start + 1, count), look, null, this.atFarEnd(76));
      this.doc.endMarkedContent();
      margins.bottom = bottom;
    }
    const done = new Promise<void>((resolve, reject) => this.doc.on('end', resolve).on('error', reject));
    this.doc.end();
    await done;
    return Buffer.concat(this.chunks);
  }

  private within(type: string, parent: Struct, fill: (struct: Struct) => void): void {
    const struct = this.doc.struct(type);
    parent.add(struct);
    fill(struct);
    struct.end();
  }

  private tag(type: string, parent: Struct, write: (tag: Tag) => void): void {
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

  private close(tag: Tag): void {
    if (tag.open) this.doc.endMarkedContent();
    tag.open = false;
  }

  /** Sets lines one below the other and turns the page where it is full. Without a tag it decorates and is not read. */
  private set(text: string, look: Look, tag: Tag | null, place: Place = this.margined(0)): void {
    const widthOf = (run: Run): number => this.inFont(run, look).widthOfString(run.drawn, featuresOf(run));
    for (const line of text.split('\n').flatMap((one) => breakLines(one, this.direction, place.width, widthOf))) {
      const runs = placeLine(line, this.direction, widthOf);
      const size = look.size * this.scale;
      const high = size * (runs.some((run) => run.script === 'arabic') ? ARABIC_LINE_HEIGHT : LINE_HEIGHT);
      const { height, margins } = this.doc.page;
      if (tag && this.doc.y + high > height - margins.bottom) {
        this.close(tag);
        this.doc.addPage();
      }
      const top = this.doc.y;
      const spare = place.width - runs.reduce((sum, run) => sum + widthOf(run), 0);
      const flushRight = (this.direction === 'rtl') !== (place.towards === 'end');
      const left = place.left + (flushRight ? spare : 0);
      const foot = top + (high - LINE_HEIGHT * size) / 2 + RISE * size;
      for (const run of runs) this.placed(run, look, tag, { x: left + run.x, y: foot });
      this.doc.x = MARGIN;
      this.doc.y = top + high + look.lineGap;
    }
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
  private margined(indent: number, width = this.doc.page.width - 2 * MARGIN - indent): Place {
    const left = this.direction === 'rtl' ? this.doc.page.width - MARGIN - indent - width : MARGIN + indent;
    return { left, width };
  }

  private atFarEnd(width: number): Place {
    return { ...this.margined(this.doc.page.width - 2 * MARGIN - width, width), towards: 'end' };
  }

  private down(points: number): void {
    this.doc.y += points;
  }

  private rule(): void {
    const { width } = this.doc.page;
    const y = this.doc.y - 2;
    this.doc.markContent('Artifact', { type: 'Layout' });
    this.doc
      .moveTo(MARGIN, y)
      .lineTo(width - MARGIN, y)
      .lineWidth(0.75)
      .strokeColor(LINE)
      .stroke();
    this.doc.endMarkedContent();
    this.down(4);
  }

  /** A heading never stands alone at the foot of a page. */
  private room(needed: number): void {
    const { height, margins } = this.doc.page;
    if (this.doc.y + needed > height - margins.bottom) this.doc.addPage();
  }
}

/** Letters of Arabic join: the whole run goes to the font at once, which also turns it to be read from the right. */
const featuresOf = (run: Run): { features?: PDFKit.Mixins.OpenTypeFeatures[] } =>
  run.script === 'arabic' ? { features: ['rtla'] } : {};
