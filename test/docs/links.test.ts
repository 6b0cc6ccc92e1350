import { expect } from '@open-wc/testing';

const files = (await (await fetch('/repository-files.json')).json()) as readonly string[];
const documents = files.filter((path) => path.endsWith('.md'));
const pages = documents.filter((path) => path.startsWith('docs/') && path !== 'docs/README.md');

const texts = new Map(
  await Promise.all(documents.map(async (path) => [path, await (await fetch(`/${path}`)).text()] as const)),
);

const withoutCode = (text: string): string => text.replace(/^( *)```[\s\S]*?^\1```$/gm, '');

/** The anchors of a document's headings, as GitHub makes them; a repeated heading gets a number. */
function anchorsIn(text: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of withoutCode(text).matchAll(/^#{1,6} (.+)$/gm)) {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = words.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
    let unused = anchor;
    for (let count = 1; anchors.has(unused); count++) unused = `${anchor}-${count}`;
    anchors.add(unused);
  }
  return anchors;
}

/** Links to files and headings of the project, as they are written. */
const linksIn = (text: string): readonly string[] =>
  [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => (/^\w+:/.test(link) ? [] : [link]));

/** The path that a link of `document` names, and the anchor, if it has one. */
function targetOf(document: string, link: string): readonly [path: string, anchor: string] {
  const { pathname, hash } = new URL(link, `https://project/${document}`);
  return [decodeURIComponent(pathname.slice(1)).replace(/\/$/, ''), hash.slice(1)];
}

function problemOf(document: string, link: string): string | undefined {
  const [path, anchor] = targetOf(document, link);
  if (!files.some((file) => file === path || file.startsWith(`${path}/`))) return `${link}: no such file`;
  return anchor === '' || anchorsIn(texts.get(path) ?? '').has(anchor) ? undefined : `${link}: no such heading`;
}

const sourcePath = /(?<![\w./-])(?:src|test|tools|demo|scripts|layout|integrations|findings)\/[\w./-]+\.[a-z]+\b/g;

describe('the documents', () => {
  it('include the manual', () => {
    expect(pages).to.include('docs/reference.md').and.to.include('docs/crm/frame.md');
  });

  for (const [document, text] of texts) {
    it(`link to files and headings that exist: ${document}`, () => {
      expect(linksIn(text).flatMap((link) => problemOf(document, link) ?? [])).to.deep.equal([]);
    });

    it(`name files that exist: ${document}`, () => {
      const named = [...text.matchAll(sourcePath)].map(([path]) => path);
      expect(named.filter((path) => !files.includes(path) && path !== 'findings/NAME.sh')).to.deep.equal([]);
    });
  }

  it('are all in the index of the manual', () => {
    const index = linksIn(texts.get('docs/README.md') ?? '').map((link) => targetOf('docs/README.md', link)[0]);
    expect(pages.filter((page) => !index.includes(page))).to.deep.equal([]);
  });

  it('start with a README of at most 900 words', () => {
    const words = (texts.get('README.md') ?? '').split(/\s+/).filter(Boolean);
    expect(words.length).to.be.at.most(900);
  });
});
