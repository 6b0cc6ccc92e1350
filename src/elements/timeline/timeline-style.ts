import { css } from 'lit';

/** Style of the timeline: sticky bar, sticky day headings, entries. */
export const timelineStyle = css`
  :host {
    display: block;
    min-block-size: 100%;
    background: var(--_bg-sunken);
    --_top: var(--_bar, 0px);
  }

  .top {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    padding: calc(10px - 3px * var(--_dense, 0)) 16px calc(8px - 3px * var(--_dense, 0));
    background: var(--_bg);
    border-block-end: 1px solid var(--_line);
  }

  .state {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: flex-end;
    min-block-size: 24px;
    margin-inline-start: auto;
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

  /* The feed controller keeps the scroll position. The browser's scroll anchoring would correct it a second time. */
  .feed {
    display: flow-root;
    padding: 0 16px 16px;
    overflow-anchor: none;
  }

  .day {
    display: flow-root;
  }

  .heading {
    position: sticky;
    inset-block-start: var(--_top);
    z-index: 1;
    display: flex;
    gap: 8px;
    block-size: 34px;
    margin-inline: -16px; /* also covers the shadows of cards that scroll below */
    padding: 12px 16px 6px;
    overflow: hidden;
    color: var(--_text-2);
    background: var(--_bg-sunken);
    font-size: 12px;
    line-height: 16px;
    font-weight: 600;
    white-space: nowrap;
    clip-path: inset(0 0 4px); /* keeps the focus ring of the entry below visible */
  }

  .heading span + span {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  /* flow-root keeps margins inside the line, so that they count for its measured size. */
  .line {
    display: flow-root;
    scroll-margin-block: calc(var(--_top) + var(--_cover, 40px)) 8px;
  }

  /* Takes no space, so that it does not move the feed. Below the day heading, which stays readable. */
  .pill {
    position: sticky;
    inset-block-start: var(--_top);
    z-index: 3;
    display: flex;
    justify-content: center;
    block-size: 0;
  }

  wayline-filters:not(:defined) {
    display: block;
    block-size: 64px; /* space for the filters, which load later */
  }

  .pill ~ .feed {
    --_cover: 72px;
  }

  .pill button {
    translate: 0 34px;
    block-size: 30px;
    padding-inline: 14px;
    border: 1px solid transparent; /* visible in forced colours, which remove the background */
    border-radius: 15px;
    color: var(--_bg);
    background: var(--_accent);
    box-shadow: 0 2px 8px rgb(16 24 32 / 30%);
    font-size: 13px;
    font-weight: 600;
    white-space: nowrap;
    outline-offset: 2px;
  }

  /* At 400 % zoom, a sticky bar would leave no space to read. */
  @media (max-height: 400px) {
    :host {
      --_top: 0px;
    }

    .top {
      position: static;
    }
  }

  .row {
    display: flex;
    gap: 10px;
    padding-block: calc(6px - 2px * var(--_dense, 0));
  }

  .row div {
    flex: 1;
    display: grid;
    gap: 8px;
    align-content: center;
  }

  .row div .skeleton-bar:first-child {
    inline-size: 52%;
  }

  .row:nth-child(even) div {
    max-inline-size: 60%;
  }

  .rows {
    padding: 28px 16px 0;
  }

  /* The skeleton of the search field. */
  .top > .skeleton-bar {
    block-size: 32px;
    margin-block-end: 8px;
    border-radius: 8px;
  }

  .end {
    min-block-size: 28px;
    padding-block-start: 6px;
    text-align: center;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
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

  .empty .button {
    display: block;
    margin: 12px auto 0;
    white-space: normal;
  }
`;
