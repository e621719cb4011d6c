import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { cutIntoChunks } from './chunks.js';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const api = `http://127.0.0.1:${process.env.PORT ?? '3000'}`;

const chunks = cutIntoChunks(['index.html', 'family.html']);

/** While working: the documents that the api answers with beside the staff's, see apps/api/web-folder.ts. */
const documents: Plugin = {
  name: 'documents',
  configureServer: (server) => {
    server.middlewares.use((request, _response, next) => {
      if (/^\/(familj|e-id\/return)([/?]|$)/.test(request.url ?? '')) request.url = '/family.html';
      if (/^\/almanacka([?]|$)/.test(request.url ?? '')) request.url = '/almanac.html';
      next();
    });
  },
};

/**
 * The web client as static files: no inline script or style and no data: address, so that the content security policy
 * can stay at 'self'.
 */
export default defineConfig({
  root: folder('.'),
  plugins: [
    documents,
    chunks.plugin,
    react(),
    { ...optimizeLocales.vite({ locales: ['sv-SE', 'en-US', 'ar-AE'] }), enforce: 'pre' },
  ],
  // An alias and not the "source" condition: react-aria's packages carry that condition too and would be built from source.
  resolve: { alias: [{ find: /^#domain\/(.*)\.js$/, replacement: `${folder('../../libs/domain')}/$1.ts` }] },
  build: {
    outDir: folder('../../dist/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Staff, families and the page that a quick exit leaves behind: three clients that share no more than they both need.
    rolldownOptions: {
      input: ['index.html', 'family.html', 'almanac.html'].map(folder),
      output: chunks.output,
    },
  },
  server: {
    proxy: {
      ...Object.fromEntries(['/graphql', '/sign-in', '/sign-out', '/documents', '/feeds'].map((path) => [path, api])),
      '/socket.io': { target: api, ws: true },
    },
  },
});
