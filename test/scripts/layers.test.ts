import { expect } from '@open-wc/testing';

interface Table {
  readonly layers: Readonly<Record<string, readonly string[]>>;
  readonly packages: Readonly<Record<string, string>>;
}

const { layers, packages } = (await import(`${location.origin}/eslint.layers.js`)) as Table;
const files = (await (await fetch('/repository-files.json')).json()) as readonly string[];

const all = files.flatMap((file) => /^src\/(.+)$/.exec(file)?.[1] ?? []);
const code = all.filter((file) => file.endsWith('.ts'));
const folderOf = (file: string) => file.slice(0, Math.max(0, file.lastIndexOf('/'))) || '.';
const folders = new Set(code.map(folderOf));
/** Some have words only. */
const anyFolder = new Set(all.map(folderOf));

describe('the table of layers', () => {
  it('has each folder of src with code in it', () => {
    expect(folders.size).to.be.above(20);
    expect([...folders].filter((folder) => !(folder in layers))).to.deep.equal([]);
  });

  it('names no folder or file that is gone', () => {
    expect(Object.keys(layers).filter((name) => !folders.has(name) && !code.includes(name))).to.deep.equal([]);
  });

  it('allows only folders, files and packages that exist', () => {
    const allowed = new Set(Object.values(layers).flatMap((names) => names.map((name) => name.replace(/^type /, ''))));
    const known = (name: string) => anyFolder.has(name) || code.includes(name) || name in packages;
    expect([...allowed].filter((name) => !known(name))).to.deep.equal([]);
  });
});
