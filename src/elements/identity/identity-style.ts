import { css } from 'lit';

/** Style of the list of aliases. */
export const identityStyle = css`
  /* Without a box of its own, an empty list leaves no gap. */
  :host {
    display: contents;
  }

  h3 {
    display: flex;
    align-items: center;
    min-block-size: 24px;
  }

  .heading {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
  }

  .edit {
    min-block-size: 24px;
    padding-inline: 8px;
    border-radius: 6px;
    color: var(--_accent);
    font-size: 12px;
    line-height: 16px;
    font-weight: 600;
  }

  .edit:hover,
  .remove:hover,
  .undo:hover {
    background: var(--_hover);
  }

  wayline-note,
  wayline-rename {
    margin-block-start: 6px;
  }

  #aliases {
    margin-block-start: 4px;
  }

  .alias {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: center;
    padding: 4px 8px;
    border-radius: 8px;
    font-size: 13px;
    line-height: 20px;
  }

  .alias.matched {
    background: var(--_bg-sunken);
  }

  .value {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .alias > .button {
    flex: none;
    min-block-size: 24px;
    padding: 0 8px;
    font-size: 12px;
  }

  .alias.gone {
    color: var(--_text-2);
  }

  .remove,
  .undo {
    flex: none;
    min-inline-size: 24px;
    block-size: 24px;
    margin-block: -2px;
    border-radius: 6px;
  }

  .remove {
    display: grid;
    place-items: center;
    margin-inline-end: -4px;
    color: var(--_text-2);
  }

  .undo {
    padding-inline: 8px;
    margin-inline: auto -4px;
    color: var(--_accent);
    font-size: 12px;
    line-height: 16px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .remove[aria-busy='true'],
  .undo[aria-busy='true'] {
    cursor: progress;
  }

  .below {
    flex-basis: 100%;
  }

  .doubt {
    display: grid;
    gap: 6px;
    padding-block: 4px;
    font-size: 12px;
    line-height: 16px;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }

  .bad {
    color: var(--_bad);
  }

  .forms {
    display: grid;
    gap: 8px;
    justify-items: start;
    margin-block-start: 6px;
  }

  .forms wayline-add-alias {
    inline-size: 100%;
  }

  .forms .button {
    white-space: normal;
  }

  .kind {
    margin-inline-start: auto;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
    max-inline-size: calc(100% - 32px); /* space for the remove button */
    text-align: end;
  }

  /* Beside a button, the text wraps into two short lines. */
  .kind:has(+ .button) {
    flex: 1 1 100px;
    text-align: end;
    white-space: normal;
    text-wrap: balance;
  }

  h3 .skeleton-bar {
    inline-size: 80px;
  }

  .kind + .kind {
    margin-inline-start: 0;
  }

  .folded {
    display: none;
  }

  h3 .always,
  [hidden] {
    display: none;
  }

  @container (min-width: 720px) {
    .folded {
      display: block;
    }

    h3 .fold {
      display: none;
    }

    h3 .always {
      display: inline;
    }
  }
`;
