import { css } from 'lit';

/** The look of the timeline: a bar that stays, day headings that stay below it, rows. */
export const timelineStyle = css`
  :host {
    display: block;
    min-block-size: 100%;
    background: var(--_bg-sunken);
    --_bar: 40px;
  }

  .top {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    display: flex;
    gap: 12px;
    align-items: center;
    justify-content: space-between;
    block-size: var(--_bar);
    padding-inline: 16px;
    background: var(--_bg);
    border-block-end: 1px solid var(--_line);
  }

  .total {
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
    font-variant-numeric: tabular-nums;
  }

  wayline-note {
    padding: 10px 16px 0;
  }

  .feed {
    padding: 0 16px 16px;
  }

  h3 {
    position: sticky;
    inset-block-start: var(--_bar);
    z-index: 1;
    display: flex;
    gap: 8px;
    margin-inline: -16px; /* the shadows of the cards that pass below reach into the margin */
    padding: 12px 16px 6px;
    background: var(--_bg-sunken);
  }

  .row {
    display: flex;
    gap: 10px;
    padding-block: 6px;
  }

  .row div {
    flex: 1;
    display: grid;
    gap: 8px;
    align-content: center;
  }

  .row div .bone:first-child {
    inline-size: 52%;
  }

  .row div .bone:last-child {
    inline-size: 76%;
  }

  .row:nth-child(even) div .bone:first-child {
    inline-size: 38%;
  }

  .row:nth-child(even) div .bone:last-child {
    inline-size: 60%;
  }

  .rows {
    padding-block-start: 28px;
  }

  .end {
    display: flex;
    justify-content: center;
    align-items: center;
    gap: 12px;
    min-block-size: 28px;
    padding-inline-start: 42px;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
  }

  .end:not(:empty) {
    margin-block-start: 6px;
  }

  .empty {
    padding: 40px 24px;
    text-align: center;
    color: var(--_text-2);
  }

  .empty b {
    display: block;
    margin-block-end: 4px;
    color: var(--_text);
    font-size: 15px;
    font-weight: 600;
  }
`;
