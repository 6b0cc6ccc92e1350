import { css } from 'lit';

/** Style of the activity strip: bars, faded outside of the chosen range, and the two sliders. */
export const activityStyle = css`
  :host {
    display: block;
    min-block-size: 86px; /* keeps the space while the history loads */
  }

  .heading {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 8px;
    min-block-size: 24px;
    margin-block-end: 4px;
    white-space: nowrap;
  }

  .clear {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-inline-size: 0;
    min-block-size: 24px;
    border-radius: 4px;
    color: var(--_accent);
    font-size: 12px;
    line-height: 16px;
  }

  .clear span {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .clear .icon {
    inline-size: 12px;
    block-size: 12px;
  }

  .strip {
    position: relative;
    block-size: 40px;
    outline: 0;
    cursor: crosshair;
    touch-action: pan-y;
    user-select: none;
  }

  .bars {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }

  .bars:dir(rtl) {
    scale: -1 1;
  }

  path {
    fill: var(--_c, var(--_custom));
  }

  .rest {
    fill: var(--_bg);
    fill-opacity: 0.75;
  }

  .thumb {
    position: absolute;
    inset-block: -2px;
    inset-inline-start: calc(var(--_from) * 100% - 6px);
    inline-size: 12px;
    border-radius: 4px;
    pointer-events: none;
  }

  .to {
    inset-inline-start: calc(var(--_to) * 100% - 6px);
  }

  /* A border, because forced colours remove backgrounds. */
  .chosen .thumb::after,
  .thumb:focus-visible::after {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 5px;
    border-inline-start: 2px solid var(--_accent);
  }

  .axis {
    position: relative;
    display: flex;
    margin-block-start: 2px;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
    white-space: nowrap;
  }

  /* Each label starts at its time; only the last label ends there. */
  .axis :not(:last-child) {
    flex: 1 1 0;
    min-inline-size: 0;
  }

  .axis :last-child {
    position: absolute;
    inset-inline-end: 0;
  }

  @container (max-width: 280px) {
    .axis :nth-child(3):not(:last-child) {
      visibility: hidden;
    }
  }

  @media (forced-colors: active) {
    .bars path {
      fill: CanvasText;
    }

    .bars .rest {
      fill: Canvas;
    }
  }
`;
