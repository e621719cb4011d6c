/** Plain pages without a script: text made safe by the tag, so that no name can become markup. */

export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | readonly Html[];

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const safe = (part: Part): string => {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map((one: Html) => one.text).join('');
  return String(part).replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? sign);
};

export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(strings.reduce((text, string, index) => text + safe(parts[index - 1] ?? '') + string));

export const page = (title: string, body: Html): string =>
  html`<!doctype html>
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Samnav, demonstration</title>
        <link rel="icon" type="image/svg+xml" href="/design/mark.svg" />
        <link rel="stylesheet" href="/design/tokens.css" />
        <link rel="stylesheet" href="/design/page.css" />
      </head>
      <body>
        <aside class="notice" aria-label="Demonstration">
          Det här är en demonstration. Alla personer är påhittade.
        </aside>
        <main>${body}</main>
      </body>
    </html>`.text;
