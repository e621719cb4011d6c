import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const api = `http://127.0.0.1:${process.env.PORT ?? '3000'}`;

/**
 * The web client as static files: no inline script or style and no data: address, so that the content security policy
 * can stay at 'self'.
 */
export default defineConfig({
  root: folder('.'),
  plugins: [react(), { ...optimizeLocales.vite({ locales: ['sv-SE', 'en-US', 'ar-AE'] }), enforce: 'pre' }],
  // An alias and not the "source" condition: react-aria's packages carry that condition too and would be built from source.
  resolve: { alias: [{ find: /^#domain\/(.*)\.js$/, replacement: `${folder('../../libs/domain')}/$1.ts` }] },
  build: {
    outDir: folder('../../dist/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    proxy: {
      ...Object.fromEntries(['/graphql', '/sign-in', '/sign-out', '/documents', '/feeds'].map((path) => [path, api])),
      '/socket.io': { target: api, ws: true },
    },
  },
});
