/** Shows the text to be signed as the app would: letter by letter, or by the few marks of simpleMarkdownV1. */
import { html, type Html } from '../page/page.js';

export const textIn = (base64: string | undefined): string => Buffer.from(base64 ?? '', 'base64').toString('utf8');

export function shownText(text: string, format: string | undefined): Html {
  if (format !== 'simpleMarkdownV1') return html`<p class="words">${text}</p>`;
  return html`<div class="words-marked">${text.split(/\r\n|\r|\n/).map(shownLine)}</div>`;
}

function shownLine(line: string): Html {
  const heading = /^(#{1,3})\s+(.*)$/.exec(line);
  if (heading) return html`<p class="marked-heading">${emphasised(heading[2] ?? '')}</p>`;
  if (/^-{3,}$/.test(line)) return html`<hr />`;
  const item = /^[+-]\s+(.*)$/.exec(line);
  if (item) return html`<p class="marked-item">• ${emphasised(item[1] ?? '')}</p>`;
  return line.trim() === '' ? html`<br />` : html`<p>${emphasised(line)}</p>`;
}

const emphasised = (line: string): readonly Html[] =>
  line
    .split(/(\*[^*]+\*)/)
    .map((part) => (/^\*[^*]+\*$/.test(part) ? html`<strong>${part.slice(1, -1)}</strong>` : html`${part}`));
