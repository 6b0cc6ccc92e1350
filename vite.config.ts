import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { staticFiles } from './scripts/static-files.js';

const projectPath = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Serves the demo desktop; what `dist/` holds is at `/dist/`, untouched. The product's own bundles: scripts/build/bundles.ts. */
export default defineConfig({
  root: projectPath('demo'),
  publicDir: projectPath('public'),
  cacheDir: projectPath('node_modules/.vite'),
  appType: 'mpa',
  // What only a worker imports is found when it first runs, and the page would be loaded anew under the reader's hands.
  optimizeDeps: { include: ['papaparse', 'libphonenumber-js/min'] },
  server: { fs: { allow: [projectPath('.')] } },
  plugins: [
    {
      name: 'built-files',
      configureServer({ middlewares }) {
        middlewares.use('/dist', staticFiles(projectPath('dist')));
        // What the worker does not answer itself must not leave for the real journey service.
        middlewares.use('/mockServiceWorker.js', (_request, response, next) => {
          response.setHeader('Content-Security-Policy', "default-src 'none'; connect-src 'self'");
          next();
        });
      },
    },
  ],
});
