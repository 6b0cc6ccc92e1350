import { css } from 'lit';

/** Buttons, focus ring and fold buttons, for every element with controls. */
export const controls = css`
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    margin: 0;
    padding: 0;
    cursor: pointer;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  /* The sticky bar and day heading of the timeline must not cover a focused element. */
  :focus {
    scroll-margin-block: calc(var(--_top, 0px) + var(--_cover, 40px)) 8px;
  }

  .button {
    min-block-size: 28px;
    padding: 2px 10px;
    border: 1px solid currentColor;
    border-radius: 8px;
    color: var(--_accent);
    font-size: 13px;
    line-height: 18px;
    font-weight: 600;
    white-space: nowrap;
  }

  .button:hover,
  .icon-button:hover {
    background: var(--_hover);
  }

  .icon-button {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 32px;
    block-size: 32px;
    border: 1px solid var(--_line);
    border-radius: 8px;
    color: var(--_text-2);
  }

  .link-button {
    min-block-size: 24px;
    min-inline-size: 24px;
    text-decoration: underline;
  }

  .fold {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 24px;
    border-radius: 4px;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
    font-weight: 600;
  }

  .fold .icon {
    inline-size: 14px;
    block-size: 14px;
  }

  .fold[aria-expanded='true'] .icon {
    rotate: 180deg;
  }

  @media (forced-colors: active) {
    [aria-disabled='true'] {
      color: GrayText;
    }

    [aria-pressed='true'] {
      border-color: Highlight;
    }

    [aria-pressed='true']:not(:focus-visible) {
      outline: 1px solid Highlight;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .icon {
      transition: rotate 120ms;
    }
  }
`;
