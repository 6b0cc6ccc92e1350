import { css } from 'lit';

/** Style of a modal dialog: a heading with a close button, and scrolling content. */
export const modal = css`
  dialog {
    max-inline-size: calc(100vw - 16px);
    max-block-size: calc(100vh - 16px);
    padding: 0 12px 14px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    color: inherit;
    background: var(--_bg);
    overflow: auto;
    overscroll-behavior: contain;
  }

  dialog::backdrop {
    background: rgb(16 24 32 / 50%);
  }

  .heading {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
  }

  h2 {
    font-size: 15px;
    line-height: 20px;
    font-weight: 600;
  }
`;
