import { writeFileSync } from 'node:fs';
import { iconNames } from './icon-names.js';

type Shape = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];

async function shapeOf(name: string): Promise<Shape> {
  const { default: parts } = (await import(`lucide/dist/esm/icons/${name}.mjs`)) as { readonly default: Shape };
  return parts;
}

/** Writes the icons for icon maps. The widget loads this file when it needs an icon that is not in the script. */
export async function writeIcons(path: string): Promise<void> {
  const shapes: Record<string, Shape> = {};
  const names: Record<string, string> = {};
  for (const [shape, asked] of Object.entries(iconNames)) {
    shapes[shape] = await shapeOf(shape);
    for (const name of asked.split(' ')) if (name !== '') names[name] = shape;
  }
  writeFileSync(path, JSON.stringify({ shapes, names }));
}
