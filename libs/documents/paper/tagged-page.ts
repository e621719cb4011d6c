/**
 * Draws an accessible document: every heading, paragraph and list carries its tag in reading order, so that a screen reader
 * reads the paper as it was meant; what only decorates is left out of what is read (EN 301 549, PDF/UA).
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import PDFDocument from 'pdfkit';

type Struct = PDFKit.PDFStructureElement;

const fonts = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'));
const REGULAR = path.join(fonts, '400Regular', 'NotoSans_400Regular.ttf');
const BOLD = path.join(fonts, '700Bold', 'NotoSans_700Bold.ttf');

const INK = '#1b1f23';
const MUTED = '#555b63';
const LINE = '#d8d4cd';
const MARGIN = 56;
const FOOT = 64;
const SIZES = { H1: 22, H2: 15, H3: 11.5 } as const;

export interface DocumentFacts {
  readonly title: string;
  readonly language: string;
  readonly madeAt: Date;
}

export class TaggedPage {
  private readonly doc: PDFKit.PDFDocument;
  private readonly root: Struct;
  private readonly chunks: Buffer[] = [];

  constructor(facts: DocumentFacts) {
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
      info: { Title: facts.title, Creator: 'Samnav', Producer: 'Samnav', CreationDate: facts.madeAt },
      font: REGULAR,
    });
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.doc.registerFont('regular', REGULAR);
    this.doc.registerFont('bold', BOLD);
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  heading(level: keyof typeof SIZES, text: string): void {
    this.room(level === 'H3' ? 60 : 90);
    this.root.add(
      this.doc.struct(level, {}, () => {
        this.doc
          .moveDown(level === 'H1' ? 0 : level === 'H2' ? 1.1 : 0.6)
          .font('bold')
          .fontSize(SIZES[level])
          .fillColor(INK)
          .text(text, { lineGap: 2 })
          .moveDown(0.25);
      }),
    );
    if (level === 'H2') this.rule();
  }

  paragraph(
    text: string,
    look: { readonly muted?: boolean; readonly bold?: boolean; readonly large?: boolean } = {},
  ): void {
    this.root.add(this.doc.struct('P', {}, () => this.write(text, look)));
  }

  /** Lines that belong together; the mark before each is read as a label, not as text. */
  list(lines: readonly { readonly text: string; readonly note?: string }[]): void {
    if (lines.length === 0) return;
    const list = this.doc.struct('L');
    this.root.add(list);
    for (const { text, note } of lines) {
      const item = this.doc.struct('LI');
      list.add(item);
      this.room(30);
      const { y } = this.doc;
      item.add(
        this.doc.struct('Lbl', {}, () => {
          this.doc.font('regular').fontSize(10.5).fillColor(INK).text('•', MARGIN, y, { width: 12 });
        }),
      );
      const body = this.doc.struct('LBody');
      item.add(body);
      body.add(
        this.doc.struct('P', {}, () => {
          this.doc
            .font('regular')
            .fontSize(10.5)
            .fillColor(INK)
            .text(text, MARGIN + 14, y, { lineGap: 2 });
        }),
      );
      if (note)
        body.add(
          this.doc.struct('P', {}, () => {
            this.doc
              .fontSize(9)
              .fillColor(MUTED)
              .text(note, MARGIN + 14, this.doc.y, { lineGap: 1 });
          }),
        );
      body.end();
      this.doc.x = MARGIN;
      this.doc.moveDown(0.35);
      item.end();
    }
    list.end();
  }

  /** Ends the document; each page carries its number and the line that says who printed it, outside what is read. */
  async finish(foot: string): Promise<Buffer> {
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
      this.doc
        .font('regular')
        .fontSize(8.5)
        .fillColor(MUTED)
        .text(foot, MARGIN, height - FOOT + 8, { width: width - 2 * MARGIN - 80, lineGap: 1 })
        .text(`Sida ${page - start + 1} av ${count}`, width - MARGIN - 76, height - FOOT + 8, {
          width: 76,
          align: 'right',
        });
      this.doc.endMarkedContent();
      margins.bottom = bottom;
    }
    const done = new Promise<void>((resolve, reject) => this.doc.on('end', resolve).on('error', reject));
    this.doc.end();
    await done;
    return Buffer.concat(this.chunks);
  }

  private write(
    text: string,
    look: { readonly muted?: boolean; readonly bold?: boolean; readonly large?: boolean },
  ): void {
    this.doc
      .font(look.bold ? 'bold' : 'regular')
      .fontSize(look.large ? 14 : look.muted ? 9.5 : 10.5)
      .fillColor(look.muted ? MUTED : INK)
      .text(text, MARGIN, this.doc.y, { lineGap: 2 })
      .moveDown(0.4);
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
    this.doc.moveDown(0.3);
  }

  /** A heading never stands alone at the foot of a page. */
  private room(needed: number): void {
    const { height, margins } = this.doc.page;
    if (this.doc.y + needed > height - margins.bottom) this.doc.addPage();
  }
}
