/**
 * Draws an accessible document: every heading, paragraph and list carries its tag in reading order, so that a screen reader
 * reads the paper as it was meant; what only decorates is left out of what is read (EN 301 549, PDF/UA).
 */
import PDFDocument from 'pdfkit';
import type { Direction } from './bidi-line.js';
import { fontOf, forgetLetters } from './fonts.js';
import { INK, LINE, MARGIN, MUTED, Pen, type Figure, type Look, type Place, type Struct } from './pen.js';
import { drawTable, type Column } from './tagged-table.js';

const FOOT = 64;
const SIZES = { H1: 22, H2: 15, H3: 11.5 } as const;

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

export class TaggedPage {
  private readonly doc: PDFKit.PDFDocument;
  private readonly root: Struct;
  private readonly chunks: Buffer[] = [];
  private readonly pen: Pen;

  constructor(facts: DocumentFacts) {
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
    this.pen = new Pen(this.doc, facts.direction ?? 'ltr', facts.large ? 1.15 : 1);
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  heading(level: keyof typeof SIZES, text: string): void {
    this.room(level === 'H3' ? 60 : 90);
    const size = SIZES[level];
    this.pen.down(size * (level === 'H1' ? 0 : level === 'H2' ? 1.1 : 0.6));
    this.pen.tag(level, this.root, (tag) => this.pen.set(text, { bold: true, size, colour: INK, lineGap: 2 }, tag));
    this.pen.down(size * 0.25);
    if (level === 'H2') this.rule();
  }

  paragraph(
    text: string,
    look: { readonly muted?: boolean; readonly bold?: boolean; readonly large?: boolean } = {},
  ): void {
    const size = look.large ? 14 : look.muted ? 9.5 : 10.5;
    const colour = look.muted ? MUTED : INK;
    this.pen.tag('P', this.root, (tag) => this.pen.set(text, { bold: look.bold, size, colour, lineGap: 2 }, tag));
    this.pen.down(size * 0.4);
  }

  /** Lines that belong together; the mark before each is read as a label, not as text. */
  list(lines: readonly { readonly text: string; readonly note?: string }[]): void {
    if (lines.length === 0) return;
    const look: Look = { size: 10.5, colour: INK, lineGap: 2 };
    const small: Look = { size: 9, colour: MUTED, lineGap: 1 };
    this.pen.within('L', this.root, (list) => {
      for (const { text, note } of lines) {
        this.room(30);
        this.pen.within('LI', list, (item) => {
          const { y } = this.doc;
          this.pen.tag('Lbl', item, (tag) => this.pen.set('•', look, tag, this.pen.margined(0, 12)));
          this.doc.y = y;
          this.pen.within('LBody', item, (body) => {
            this.pen.tag('P', body, (tag) => this.pen.set(text, look, tag, this.pen.margined(14)));
            if (note) this.pen.tag('P', body, (tag) => this.pen.set(note, small, tag, this.pen.margined(14)));
          });
          this.pen.down(4);
        });
      }
    });
  }

  /** Rows under headings; texts stand in the order of the columns. Nothing where there is no row. */
  table(columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    if (rows.length === 0) return;
    this.room(70);
    drawTable(this.pen, this.root, { columns, rows });
    this.pen.down(6);
  }

  /** Lines on a sheet in a frame, read by its words and by nothing else. */
  figure(of: Figure): void {
    const width = Math.min(of.width, (this.doc.page.width - 2 * MARGIN) * 0.75);
    const scale = width / of.width;
    const height = of.height * scale;
    this.room(height + 12);
    this.pen.figure(this.root, of, { scale, width, height });
    this.pen.down(10);
  }

  /** Room for names by hand: a line for the name and one for the day, which are drawn, over who signs there, which is read. */
  signatures(lines: readonly { readonly text: string; readonly note?: string }[]): void {
    for (const { text, note } of lines) {
      this.room(90);
      this.pen.down(40);
      const whole = this.doc.page.width - 2 * MARGIN;
      this.stroke(this.pen.margined(0, whole * 0.62));
      this.stroke(this.pen.atFarEnd(whole * 0.32));
      this.pen.down(4);
      this.pen.within('Sect', this.root, (part) => {
        const { y } = this.doc;
        const small: Look = { size: 9, colour: MUTED, lineGap: 1 };
        this.pen.tag('P', part, (tag) =>
          this.pen.set(text, { size: 10.5, colour: INK, lineGap: 1 }, tag, this.pen.margined(0, whole * 0.62)),
        );
        if (note) this.pen.tag('P', part, (tag) => this.pen.set(note, small, tag, this.pen.margined(0, whole * 0.62)));
        const below = this.doc.y;
        this.doc.y = y;
        this.pen.tag('P', part, (tag) =>
          this.pen.set('Ort och datum', small, tag, this.pen.margined(whole * 0.68, whole * 0.32)),
        );
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
      this.pen.set(foot, look, null, this.pen.margined(0, width - 2 * MARGIN - 80));
      this.doc.y = height - FOOT + 8;
      this.pen.set(pageWords(page - start + 1, count), look, null, this.pen.atFarEnd(76));
      this.doc.endMarkedContent();
      margins.bottom = bottom;
    }
    const done = new Promise<void>((resolve, reject) => this.doc.on('end', resolve).on('error', reject));
    this.doc.end();
    await done;
    return Buffer.concat(this.chunks);
  }

  private rule(): void {
    this.pen.down(-2);
    this.pen.hair(0.75);
    this.pen.down(2);
  }

  /** A heading never stands alone at the foot of a page. */
  private room(needed: number): void {
    if (!this.pen.fits(needed)) this.doc.addPage();
  }
}
