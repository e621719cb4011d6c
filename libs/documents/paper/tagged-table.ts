/**
 * A table that is read as one: every heading is said with the cells under it, rows stand on one page where they can, and on a
 * new page the headings are drawn anew, and not read anew (PDF/UA: TH with Scope).
 */
import { INK, MARGIN, type Look, type Pen, type Place, type SetLine, type Struct, type Tag } from './pen.js';

/** A column of a table: its heading, and its part of the width. */
export interface Column {
  readonly title: string;
  readonly part: number;
}

/** A paragraph of a cell, read by itself. */
interface Part {
  /** Null: it decorates. */
  readonly tag: Tag | null;
  readonly lines: SetLine[];
}

interface Cell {
  readonly place: Place;
  readonly parts: readonly Part[];
}

/** Between columns. */
const GUTTER = 10;
/** Known to pdfkit and not yet to its types. */
const SCOPE = { scope: 'Column' } as object;
const BODY: Look = { size: 9.5, colour: INK, lineGap: 1 };
const HEAD: Look = { ...BODY, bold: true };

/** In the part of the tree that is its parent; texts stand in the order of the columns. */
export function drawTable(
  pen: Pen,
  parent: Struct,
  { columns, rows }: { readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] },
): void {
  const titles = columns.map(({ title }) => title);
  pen.within('Table', parent, (table) => {
    drawTagged(pen, table, { type: 'TH', look: HEAD, cells: cellsOf(pen, columns, { texts: titles, look: HEAD }) });
    for (const texts of rows) {
      const cells = cellsOf(pen, columns, { texts, look: BODY });
      const high = Math.max(...cells.map(({ parts }) => parts.flatMap(({ lines }) => lines).reduce(addHeight, 0)));
      if (!pen.fits(high + 8)) {
        pen.doc.addPage();
        drawRow(pen, cellsOf(pen, columns, { texts: titles, look: HEAD }), HEAD);
      }
      drawTagged(pen, table, { type: 'TD', look: BODY, cells });
    }
  });
}

function drawTagged(
  pen: Pen,
  table: Struct,
  { type, look, cells }: { readonly type: 'TH' | 'TD'; readonly look: Look; readonly cells: readonly Cell[] },
): void {
  pen.within('TR', table, (row) => {
    const tagged = cells.map((cell) => {
      const struct = pen.doc.struct(type, type === 'TH' ? SCOPE : {});
      row.add(struct);
      const parts = cell.parts.map(({ lines }) => {
        const paragraph = pen.doc.struct('P');
        struct.add(paragraph);
        return { lines, tag: { struct: paragraph, type: 'P', open: false } };
      });
      return { ...cell, parts, struct };
    });
    drawRow(pen, tagged, look);
    for (const { struct, parts } of tagged) {
      for (const { tag } of parts) tag.struct.end();
      struct.end();
    }
  });
}

/** Cells side by side; what has no room goes on where the next page begins. */
function drawRow(pen: Pen, cells: readonly Cell[], look: Look): void {
  const isLeft = (): boolean => cells.some(({ parts }) => parts.some(({ lines }) => lines.length > 0));
  while (isLeft()) {
    const top = pen.doc.y;
    let lowest = top;
    for (const { place, parts } of cells) {
      pen.doc.y = top;
      for (const part of parts) drawPart(pen, part, look, place);
      lowest = Math.max(lowest, pen.doc.y);
    }
    pen.doc.y = lowest;
    if (isLeft()) pen.doc.addPage();
  }
  pen.down(3);
  pen.hair();
}

function drawPart(pen: Pen, { tag, lines }: Part, look: Look, place: Place): void {
  if (lines.length === 0) return;
  if (!tag) pen.doc.markContent('Artifact', { type: 'Pagination' });
  for (let line = lines[0]; line && pen.fits(line.high); line = lines[0]) {
    pen.drawLine(line, look, tag, place);
    lines.shift();
  }
  if (tag) pen.close(tag);
  else pen.doc.endMarkedContent();
}

const addHeight = (sum: number, line: SetLine): number => sum + line.high + BODY.lineGap;

function cellsOf(
  pen: Pen,
  columns: readonly Column[],
  { texts, look }: { readonly texts: readonly string[]; readonly look: Look },
): Cell[] {
  const whole = pen.doc.page.width - 2 * MARGIN;
  return columns.map(({ part }, at) => {
    const before = columns.slice(0, at).reduce((sum, column) => sum + column.part, 0);
    const place = pen.margined(whole * before, whole * part - GUTTER);
    const paragraphs = (texts[at] ?? '').split('\n').filter(Boolean);
    return { place, parts: paragraphs.map((text) => ({ tag: null, lines: pen.linesOf(text, look, place.width) })) };
  });
}
