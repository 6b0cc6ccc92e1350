import type { LayoutNode } from './layout.js';

/** What the layouts name until an administrator puts the address of the real script. */
export const placeholderUrl = 'https://wayline.example.com/wayline.js';

/**
 * A layout's widget as the demo mounts it: from this build, in the language chosen in the demo, with the CAD variable that
 * one of the sample tasks brings, and with an icon map for what two of the customers' companies tell.
 */
export function localBuild(node: LayoutNode): LayoutNode {
  if (node.script !== placeholderUrl) return node;
  return {
    ...node,
    script: '/dist/wayline.js',
    attributes: {
      lang: '$STORE.app.language',
      'cad-variable-lookup': 'customerId',
      'icon-data-url': '/icon-map.json',
      ...node.attributes,
    },
  };
}
