import { css } from 'lit';

/** Style of search and filters: one row of fields, chips that wrap, a panel with more chips. */
export const filtersStyle = css`
  :host {
    display: block;
    --_top: 0px; /* no sticky bar above it */
    --_cover: 8px;
  }

  .row {
    display: flex;
    gap: 6px;
  }

  .search {
    position: relative;
    flex: 1 1 96px;
    min-inline-size: 0;
  }

  label {
    display: flex;
    align-items: center;
    gap: 6px;
    padding-inline: 8px;
    color: var(--_text-2);
    cursor: text;
  }

  label,
  select,
  .icon-button {
    block-size: 32px;
    border: 1px solid var(--_line-strong);
    border-radius: 8px;
    background: var(--_bg);
    font-size: 13px;
  }

  input,
  select {
    margin: 0;
    color: var(--_text);
    font: inherit;
  }

  input {
    flex: 1;
    min-inline-size: 0;
    block-size: 100%;
    padding: 0;
    border: 0;
    background: none;
    appearance: none;
    text-overflow: ellipsis;
  }

  input::-webkit-search-cancel-button {
    display: none;
  }

  input::placeholder {
    color: var(--_text-2);
    opacity: 1;
  }

  label:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  input:focus-visible {
    outline: 0;
  }

  label:not(:last-child) {
    padding-inline-end: 30px;
  }

  .clear {
    position: absolute;
    inset-block: 4px;
    inset-inline-end: 4px;
    display: grid;
    place-items: center;
    inline-size: 24px;
    border-radius: 6px;
    color: var(--_text-2);
  }

  select {
    flex: none;
    min-inline-size: 0;
    max-inline-size: 50%;
    padding-inline: 6px 2px;
    font-size: 13px;
    field-sizing: content;
  }

  .marked {
    position: relative;
    border-color: var(--_accent);
    color: var(--_accent);
  }

  /* A border, because forced colours remove backgrounds. */
  .marked::after {
    content: '';
    position: absolute;
    inset-block-start: -4px;
    inset-inline-end: -4px;
    border: 4px solid currentColor;
    border-radius: 50%;
  }

  [aria-expanded='true'] {
    background: var(--_hover);
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
  }

  .row + .chips {
    margin-block-start: 8px;
  }

  slot {
    display: block;
    margin-inline-start: auto;
  }

  .chip {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-inline-size: 100%;
    padding: 2px 9px;
    border: 1px solid var(--_line);
    border-radius: 99px;
    background: var(--_bg-sunken);
    color: var(--_text-2);
    font-size: 12px;
    line-height: 18px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .chip:hover {
    border-color: currentColor;
  }

  .chip bdi {
    max-inline-size: 180px;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .chip .icon {
    inline-size: 12px;
    block-size: 12px;
    margin-inline-end: -2px;
  }

  .none {
    border-style: dashed;
    background: none;
  }

  /* An active filter hides chips with count 0. Not while the panel is open, because the panel would move. */
  .chips:last-child > .all[aria-pressed='false'] ~ .none:not([aria-pressed='true'], :focus) {
    display: none;
  }

  .all,
  [aria-pressed='true'] {
    border: 1px solid var(--_accent);
    background: var(--_accent-bg);
    color: var(--_accent);
    font-weight: 600;
  }

  .panel {
    display: grid;
    gap: 10px;
    max-block-size: min(240px, 40vh); /* fits into the view, also at 400 % zoom */
    margin: 10px -4px 0;
    padding: 10px 4px 4px; /* space for focus rings, which scrolling would cut off */
    border-block-start: 1px solid var(--_line);
    overflow: hidden auto;
  }

  /* The panel scrolls on its own, without a sticky bar. */
  .panel :focus {
    scroll-margin-block: 4px;
  }

  .group {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
  }

  .group > span {
    flex: 0 0 72px;
    padding-block: 4px;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
    font-weight: 600;
  }

  .group .chips {
    flex: 1 1 240px;
  }

  .keys {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    justify-self: start;
    min-block-size: 24px;
    color: var(--_accent);
    font-size: 12px;
    line-height: 16px;
  }

  /* The search field needs the space more: a chip shows the full name of the time frame. */
  @container (max-width: 300px) {
    select {
      max-inline-size: 84px;
    }
  }

  /* Delayed by 200 ms: most searches end earlier. */
  @media (prefers-reduced-motion: no-preference) {
    .busy .icon {
      animation: 600ms 200ms ease-in-out infinite alternate searching;
    }
  }

  @keyframes searching {
    to {
      opacity: 0.3;
    }
  }
`;
