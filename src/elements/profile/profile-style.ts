import { css } from 'lit';

/** Style of the profile grid. */
export const profileStyle = css`
  :host {
    display: block;
  }

  .heading {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 8px;
    min-block-size: 24px;
    margin-block-end: 4px;
    font-size: 12px;
    line-height: 16px;
  }

  .facts {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 1px;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .fact {
    position: relative;
    min-inline-size: 0;
    padding: calc(7px - 4px * var(--_dense, 0)) 12px;
    outline: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }

  .fact.long {
    grid-column: 1 / -1;
  }

  .fact.changed {
    background: var(--_accent-bg);
  }

  /* A border, because forced colours remove backgrounds. */
  .fact.changed::after {
    content: '';
    position: absolute;
    inset-block-start: 6px;
    inset-inline-end: 6px;
    border: 3px solid var(--_accent);
    border-radius: 50%;
  }

  @media (prefers-reduced-motion: no-preference) {
    .fact:not(.changed) {
      transition: background-color 1s;
    }
  }

  dt,
  .label {
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
  }

  dd {
    font-weight: 600;
  }

  dd .muted {
    font-size: 12px;
    line-height: 1;
    white-space: nowrap;
  }

  dd ul {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 4px;
  }

  li {
    padding-inline: 6px;
    border-radius: 6px;
    background: var(--_bg-sunken);
    outline: 1px solid transparent;
  }

  /* Large enough for touch, without taking more space than text. */
  .written {
    min-inline-size: 24px;
    min-block-size: 24px;
    margin-block: -2px;
    text-align: start;
    text-decoration: underline dotted var(--_text-2);
    text-underline-offset: 3px;
  }

  .fact .skeleton-bar {
    margin-block: 2px;
  }

  .fact .skeleton-bar + .skeleton-bar {
    inline-size: 40%;
    margin-block: 6px 4px;
  }

  .fact .label + .skeleton-bar {
    inline-size: 40%;
    margin-block: 4px;
  }

  .empty {
    color: var(--_text-2);
    font-size: 13px;
    line-height: 18px;
  }

  wayline-note + .facts {
    margin-block-start: 8px;
  }

  .folded .fact.extra {
    display: none;
  }

  @container (min-width: 720px) {
    .folded .fact.extra {
      display: block;
    }

    .fold {
      display: none;
    }
  }
`;
