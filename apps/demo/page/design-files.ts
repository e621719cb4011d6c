/** The client's own tokens and type, so that the demonstration's pages look like one house with it. */
import path from 'node:path';
import { createRequire } from 'node:module';
import express, { type Router } from 'express';

const files: Readonly<Record<string, string>> = {
  'tokens.css': path.resolve('apps/web/src/design/tokens.css'),
  'mark.svg': path.resolve('apps/web/public/mark.svg'),
  'page.css': path.resolve('apps/demo/page/page.css'),
  'leave.js': path.resolve('apps/demo/page/leave.js'),
  'noto-sans.woff2': path.join(
    path.dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans/package.json')),
    'files/noto-sans-latin-wght-normal.woff2',
  ),
};

export function designFiles(): Router {
  const router = express.Router();
  for (const [name, file] of Object.entries(files))
    router.get(`/${name}`, (_request, response) => response.sendFile(file));
  return router;
}
