import type { LayoutNode } from './desktop/layout.js';

/**
 * Wayline as the demo mounts it, whatever address a layout has for it: from this build, in the language chosen in the demo, with the CAD variable that
 * one of the sample tasks brings, and with an icon map for what two of the customers' companies tell.
 */
export function localBuild(node: LayoutNode): LayoutNode {
  if (node.comp !== 'wayline-journey') return node;
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
