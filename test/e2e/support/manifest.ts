import { readFileSync } from 'node:fs';

type Named = readonly { readonly name: string }[];

interface Declaration {
  readonly cssParts?: Named;
  readonly cssProperties?: Named;
}

const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
  readonly modules: readonly { readonly path: string; readonly declarations?: readonly Declaration[] }[];
};

const declared = (path: string): Declaration =>
  modules.find((module) => module.path === path)?.declarations?.find(({ cssParts }) => cssParts) ?? {};
const namesIn = (list: Named = []): readonly string[] => list.map(({ name }) => name).sort();

const widget = declared('src/elements/journey/wayline-journey.ts');

/** The names of the parts and the custom properties that the manifest lists for the widget. */
export const parts = namesIn(widget.cssParts);
export const properties = namesIn(widget.cssProperties);

/** The parts that it lists for any element. */
export const elementParts = modules.flatMap(({ path }) => namesIn(declared(path).cssParts));
