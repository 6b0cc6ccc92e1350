import { css } from 'lit';

/** Style of the look-up form, and of the bar that ends a look-up. */
export const lookUpStyle = css`
  :host {
    display: block;
    --_top: 0px; /* no sticky bar above it */
    --_cover: 8px;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    align-items: center;
    padding: 8px 16px;
    border-block-end: 1px solid var(--_line);
    color: var(--_accent);
    background: var(--_accent-bg);
    font-size: 13px;
    line-height: 18px;
  }

  .bar p {
    flex: 1 1 140px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .bar .button {
    white-space: normal;
    text-align: start;
  }

  .form {
    display: flex;
    flex-direction: column;
    gap: 8px;
    padding: 10px 16px;
    border-block-end: 1px solid var(--_line);
    background: var(--_bg);
  }

  .label {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
    font-weight: 600;
  }

  .close {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 6px;
    color: var(--_text-2);
  }

  .close:hover,
  .recent:hover {
    background: var(--_hover);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  input {
    flex: 1 1 150px;
    min-inline-size: 0;
    block-size: 32px;
    margin: 0;
    padding: 0 10px;
    border: 1px solid var(--_line-strong);
    border-radius: 8px;
    color: var(--_text);
    background: var(--_bg);
    font: inherit;
    font-size: 13px;
    text-align: start;
    text-overflow: ellipsis;
  }

  input[aria-invalid='true'] {
    border-color: var(--_bad);
  }

  .row .button {
    min-block-size: 32px;
  }

  .message {
    display: flex;
    gap: 6px;
    align-items: flex-start;
    color: var(--_text-2);
    font-size: 13px;
    line-height: 18px;
    overflow-wrap: anywhere;
  }

  .message.bad {
    color: var(--_bad);
  }

  .message .icon {
    margin-block-start: 1px;
  }

  .heading {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
  }

  .forget {
    min-block-size: 24px;
    min-inline-size: 24px;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
    text-decoration: underline;
  }

  .recents {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }

  .recents li {
    max-inline-size: 100%;
  }

  .recent {
    max-inline-size: 100%;
    min-block-size: 28px;
    padding: 3px 10px;
    border: 1px solid var(--_line);
    border-radius: 14px;
    font-size: 13px;
    line-height: 18px;
    text-align: start;
    overflow-wrap: anywhere;
  }

  .recent b {
    font-weight: 600;
  }
`;
