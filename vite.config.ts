import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { staticFiles } from './scripts/static-files.js';

const projectPath = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Serves the demo desktop, and `dist/` unchanged at `/dist/`. The product's own bundles: scripts/build/bundles.ts. */
export default defineConfig({
  root: projectPath('demo'),
  publicDir: projectPath('public'),
  cacheDir: projectPath('node_modules/.vite'),
  appType: 'mpa',
  // Vite does not scan workers for dependencies. It would find these when a worker first runs, and then may reload the
  // page.
  optimizeDeps: { include: ['papaparse', 'libphonenumber-js/min'] },
  server: { fs: { allow: [projectPath('.')] } },
  plugins: [
    {
      name: 'built-files',
      configureServer({ middlewares }) {
        middlewares.use('/dist', staticFiles(projectPath('dist')));
        // Requests that the worker does not answer must not reach the real journey service.
        middlewares.use('/mockServiceWorker.js', (_request, response, next) => {
          response.setHeader('Content-Security-Policy', "default-src 'none'; connect-src 'self'");
          next();
        });
      },
    },
  ],
});
