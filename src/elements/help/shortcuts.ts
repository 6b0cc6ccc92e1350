/** Shortcuts that work wherever the focus is in the widget. */
const shortcuts = { '/': 'search', f: 'filters', n: 'newest', '?': 'help' } as const;

/** Name of a shortcut. */
export type Shortcut = (typeof shortcuts)[keyof typeof shortcuts];

/** Form fields need all keys; typing in a `<select>` finds an option. */
const takesKeys = 'input, select, textarea, [contenteditable]';

/** The shortcut for a key; `undefined` with a modifier key and while the agent types in a field. */
export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  const [target] = event.composedPath();
  if (event.defaultPrevented || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return undefined;
  if (target instanceof Element && target.matches(takesKeys)) return undefined;
  return Object.entries(shortcuts).find(([key]) => key === event.key)?.[1];
}
