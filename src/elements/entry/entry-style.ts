import { css } from 'lit';

/** Style of a timeline entry: icon and rail, card or flat row, leg bar with legend, details. */
export const entryStyle = css`
  :host {
    display: block;
  }

  .item {
    --_c: var(--_custom);
    display: grid;
    --_dot: calc(32px - 6px * var(--_dense, 0));
    grid-template-columns: var(--_dot) minmax(0, 1fr);
    gap: 10px;
    position: relative;
  }

  .item:focus-visible {
    outline: none;
  }

  .item:focus-visible .body {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .item > .icon {
    inline-size: var(--_dot);
    block-size: var(--_dot);
    padding: calc(var(--_dot) / 2 - 8px);
    border-radius: 50%;
    color: var(--_c);
    background: color-mix(in srgb, var(--_c) 14%, var(--_bg));
    outline: 1px solid var(--_edge);
    outline-offset: -1px;
  }

  .item::before {
    content: '';
    position: absolute;
    inset-block: calc(var(--_dot) + 4px) 4px;
    inset-inline-start: calc(var(--_dot) / 2 - 1px);
    inline-size: 2px;
    background: var(--_line);
  }

  .body {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: baseline;
    min-inline-size: 0;
    margin-block-end: calc(8px - 4px * var(--_dense, 0));
    padding: calc(6px - 3px * var(--_dense, 0)) 1px calc(9px - 5px * var(--_dense, 0));
    border-radius: var(--_radius);
  }

  .body > * {
    flex: 0 0 100%;
    min-inline-size: 0;
  }

  .body.card {
    padding: calc(9px - 3px * var(--_dense, 0)) 12px calc(10px - 4px * var(--_dense, 0));
    border: 1px solid var(--_line);
    background: var(--_bg);
    box-shadow:
      0 1px 2px light-dark(rgb(16 24 32 / 6%), transparent),
      0 1px 6px light-dark(rgb(16 24 32 / 5%), transparent);
  }

  .body > .title {
    display: flex;
    flex: 1 1 84px;
    flex-wrap: wrap;
    gap: 2px 8px;
    align-items: baseline;
    border-radius: 4px;
    outline-offset: 1px;
    overflow-wrap: anywhere;
    text-align: start;
  }

  .title bdi {
    min-inline-size: 0;
    font-weight: 600;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  /* Everything except the details can be clicked. The title button stays the only control. */
  .title::after {
    content: '';
    position: absolute;
    inset: calc(2px - 2px * var(--_dense, 0)) -5px calc(5px - 5px * var(--_dense, 0));
    border-radius: 8px;
  }

  .card > .title::after {
    inset: calc(5px - 3px * var(--_dense, 0)) 6px calc(6px - 4px * var(--_dense, 0));
  }

  .title:focus-visible,
  .open .title:focus-visible::after {
    outline: none;
  }

  .title:focus-visible::after,
  .open .title:focus-visible {
    outline: 2px solid var(--_accent);
  }

  .title:hover bdi {
    text-decoration: underline;
    text-decoration-color: var(--_text-2);
    text-underline-offset: 3px;
  }

  .tag {
    display: inline-block;
    padding: 0 6px;
    border-radius: 4px;
    font-size: 12px;
    line-height: 18px;
    font-weight: 600;
    white-space: nowrap;
    color: var(--_text-2);
    background: var(--_hover);
    outline: 1px solid var(--_edge);
  }

  .tag.ok {
    color: var(--_ok);
    background: var(--_ok-bg);
  }

  .tag.warn {
    color: var(--_warn);
    background: var(--_warn-bg);
  }

  .tag.bad {
    color: var(--_bad);
    background: var(--_bad-bg);
  }

  time {
    margin-inline-start: auto;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  /* Above the clickable area of the button; otherwise pointing at the time would not show its title. */
  .body > time {
    position: relative;
    z-index: 1;
    flex: none;
    cursor: pointer;
  }

  /* The chevron of the button, drawn here to save one element per entry. */
  time::after {
    content: '';
    display: inline-block;
    inline-size: 6px;
    block-size: 6px;
    margin-inline: 8px 4px;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    transform: translateY(-3px) rotate(45deg);
  }

  .open > .body > time::after,
  .event[aria-expanded='true'] time::after {
    transform: translateY(0) rotate(225deg);
  }

  @media (prefers-reduced-motion: no-preference) {
    time::after {
      transition: transform 120ms;
    }
  }

  .subtitle {
    color: var(--_text-2);
    font-size: 13px;
    line-height: 18px;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
  }

  /* A search match must be visible. */
  .subtitle:has(mark) {
    display: block;
  }

  .found {
    margin-block: 2px 4px;
  }

  .found dd {
    white-space: normal;
  }

  .bar {
    display: flex;
    gap: 2px;
    block-size: 8px;
    margin-block: 8px 6px;
  }

  .bar i {
    flex: 1 1 0;
    min-inline-size: 3px;
    border-radius: 3px;
  }

  .bar i,
  .legend li::before {
    background: var(--_leg, var(--_c));
    forced-color-adjust: none;
  }

  .legend li::before {
    content: '';
    display: inline-block;
    inline-size: 8px;
    block-size: 8px;
    margin-inline-end: 5px;
    border-radius: 2px;
  }

  .ivr {
    --_leg: light-dark(#c9ced3, #5a6168);
  }

  .queue {
    --_leg: #d99a2b;
  }

  .ringing {
    --_leg: light-dark(#e6c98c, #8a6a2a);
  }

  .hold {
    --_leg: #d96a4c;
  }

  .consult {
    --_leg: var(--_email);
  }

  .conference {
    --_leg: var(--_social);
  }

  .wrap-up {
    --_leg: #8d97a1;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
    font-variant-numeric: tabular-nums;
  }

  .details {
    position: relative; /* above the clickable area */
    margin-block-start: 8px;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_line);
  }

  .event {
    display: flex;
    gap: 8px;
    align-items: baseline;
    inline-size: calc(100% + 12px);
    min-block-size: 24px;
    padding: 2px 6px;
    margin-inline: -6px;
    border-radius: 6px;
    text-align: start;
    font-size: 13px;
    line-height: 18px;
  }

  .event bdi {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .event:hover {
    background: var(--_hover);
  }

  .within {
    display: block;
    padding: 2px 0 8px;
  }
`;
