import { transform } from 'esbuild';
import type { Plugin } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
interface Quasi extends Node {
  readonly value: { readonly raw: string };
}
interface Template extends Node {
  readonly tag: Node & { readonly name?: string };
  readonly quasi: { readonly quasis: readonly Quasi[] };
}

function* nodesIn(value: unknown): Generator<Node, void, undefined> {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && 'start' in value) yield value as Node;
  for (const child of Object.values(value)) yield* nodesIn(child);
}

const isTemplate = (node: Node): node is Template => node.type === 'TaggedTemplateExpression';

/** Minifies the pieces of a template. The result means the same, so whitespace inside `<pre>` stays. */
async function shorter(tag: string | undefined, pieces: readonly string[]): Promise<readonly string[]> {
  const [sheet = ''] = pieces;
  if (tag === 'css' && pieces.length === 1 && !sheet.includes('\\')) {
    const { code } = await transform(sheet, { loader: 'css', minify: true });
    return [code.trimEnd()];
  }
  const isMarkup = tag === 'html' || tag === 'svg';
  return isMarkup && !pieces.some((piece) => piece.includes('<pre'))
    ? pieces.map((piece) => piece.replace(/\s*\n\s*/g, ' '))
    : pieces;
}

/**
 * JavaScript minifiers do not change template literals, so style sheets and markup would keep their comments and
 * indentation. The packages for this have minifiers that do not know current CSS; esbuild does.
 */
export const minifyTemplates = (): Plugin => ({
  name: 'minify-templates',
  async transform(code, id) {
    if (!id.includes('/src/') || !/\b(css|html|svg)`/.test(code)) return null;
    const pieces: { readonly piece: Node; readonly text: string }[] = [];
    for (const { tag, quasi } of [...nodesIn(this.parse(code))].filter(isTemplate)) {
      const raw = quasi.quasis.map(({ value }) => value.raw);
      const short = await shorter(tag.name, raw);
      quasi.quasis.forEach((piece, index) => pieces.push({ piece, text: short[index] ?? '' }));
    }
    // From the end, so that the positions of earlier pieces stay valid.
    pieces.sort((a, b) => b.piece.start - a.piece.start);
    const result = pieces.reduce(
      (all, { piece, text }) => all.slice(0, piece.start) + text + all.slice(piece.end),
      code,
    );
    return result === code ? null : { code: result, map: null };
  },
});
