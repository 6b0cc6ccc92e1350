import { css } from 'lit';

/** Style of the merge dialog. */
export const mergeStyle = css`
  dialog {
    inline-size: 520px;
    padding-block-start: 10px;
    padding-inline-end: 16px;
    font-size: 13px;
    line-height: 18px;
  }

  .heading {
    margin-inline-end: -4px;
  }

  form,
  .two,
  .outcome,
  .answer {
    margin-block-start: 10px;
  }

  form {
    gap: 8px;
  }

  .two {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .card {
    flex: 1 1 200px;
    min-inline-size: 0;
    padding: 10px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }

  .who {
    display: flex;
    gap: 10px;
    align-items: center;
    margin-block: 6px;
    font-weight: 600;
  }

  .avatar {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 32px;
    block-size: 32px;
    border-radius: 50%;
    background: var(--_accent-bg);
    color: var(--_accent);
    font-size: 12px;
  }

  .card li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 8px;
  }

  .card bdi {
    min-inline-size: 0;
  }

  .card li .hint {
    margin-inline-start: auto;
  }

  .outcome {
    display: grid;
    gap: 2px;
    padding: 8px 12px;
    border-radius: var(--_radius);
    background: var(--_bg-sunken);
    overflow-wrap: anywhere;
  }

  .final {
    font-weight: 600;
  }

  .check {
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: 24px;
    cursor: pointer;
  }

  input[type='checkbox'] {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 4px;
    accent-color: var(--_accent);
  }

  .end {
    justify-content: end;
  }

  .primary {
    white-space: normal;
    overflow-wrap: anywhere;
  }

  @media (forced-colors: none) {
    .primary:not([aria-disabled='true'], :hover) {
      border-color: var(--_accent);
      color: var(--_bg);
      background: var(--_accent);
    }
  }

  [hidden] {
    display: none;
  }
`;
