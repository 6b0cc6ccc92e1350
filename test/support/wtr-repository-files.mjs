import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const generated = ['node_modules', 'dist', 'coverage', 'test-results'];

function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name).replaceAll('\\', '/');
    if (!entry.isDirectory()) yield path;
    else if (!entry.name.startsWith('.') && !generated.includes(path)) yield* filesIn(path);
  }
}

/** Serves the paths of all files of the project as JSON, without generated ones: a page cannot list a folder. */
export const repositoryFiles = () => ({
  name: 'repository-files',
  serve({ path }) {
    return path === '/repository-files.json' ? { body: JSON.stringify([...filesIn('.')]), type: 'json' } : undefined;
  },
});
