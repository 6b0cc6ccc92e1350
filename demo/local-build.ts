import type { LayoutNode } from './desktop/layout.js';

/**
 * The node with the demo's own settings: Wayline's script from this build, the language chosen in the demo, the CAD
 * variable of one sample task, and an icon map for the events of two customers. The script in the layout is ignored.
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
