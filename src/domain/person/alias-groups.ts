import { sortAliases } from './sort-aliases.js';
import { type Alias, type AliasKind } from './person.js';

/** Aliases of one kind. */
export interface AliasGroup {
  readonly kind: AliasKind;
  readonly aliases: readonly Alias[];
}

/** Aliases by kind. The matched alias is first in its group, and its group is first. */
export function aliasGroups(aliases: readonly Alias[], matched: string | undefined): readonly AliasGroup[] {
  const groups = new Map<AliasKind, Alias[]>();
  for (const alias of sortAliases(aliases, matched)) {
    const group = groups.get(alias.kind);
    if (group === undefined) groups.set(alias.kind, [alias]);
    else group.push(alias);
  }
  return [...groups].map(([kind, group]) => ({ kind, aliases: group }));
}
