import { css } from 'lit';

/** Form fields with their labels, hints, warnings and errors. */
export const fields = css`
  form {
    display: grid;
    gap: 6px;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: end;
  }

  .field {
    display: grid;
    flex: 1 1 96px;
    gap: 2px;
    min-inline-size: 0;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
  }

  .field.narrow {
    flex: 0 1 auto;
  }

  input:not([type='checkbox']),
  select {
    inline-size: 100%;
    min-inline-size: 0;
    block-size: 32px;
    margin: 0;
    padding-inline: 8px;
    border: 1px solid var(--_line-strong);
    border-radius: 8px;
    background: var(--_bg);
    color: var(--_text);
    font: inherit;
    font-size: 13px;
  }

  select {
    padding-inline: 6px 2px;
  }

  [aria-invalid='true'] {
    border-color: var(--_bad);
  }

  .row .button {
    block-size: 32px;
  }

  .actions .button {
    white-space: normal;
  }

  .button[aria-disabled='true'] {
    color: var(--_text-2);
    cursor: default;
  }

  .button[aria-busy='true'] {
    cursor: progress;
  }

  .problem,
  .warning,
  .hint {
    font-size: 12px;
    line-height: 16px;
    overflow-wrap: anywhere;
  }

  .problem {
    color: var(--_bad);
  }

  .hint {
    color: var(--_text-2);
  }

  .warning {
    color: var(--_warn);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
`;
