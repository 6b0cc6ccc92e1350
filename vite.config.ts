import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { staticFiles } from './scripts/static-files.js';

const projectPath = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Serves the demo desktop; what `dist/` holds is at `/dist/`, untouched. The product's own bundles: scripts/bundles.ts. */
export default defineConfig({
  root: projectPath('demo'),
  publicDir: projectPath('public'),
  cacheDir: projectPath('node_modules/.vite'),
  appType: 'mpa',
  server: { fs: { allow: [projectPath('.')] } },
  plugins: [
    {
      name: 'built-files',
      configureServer: ({ middlewares }) => void middlewares.use('/dist', staticFiles(projectPath('dist'))),
    },
  ],
});
