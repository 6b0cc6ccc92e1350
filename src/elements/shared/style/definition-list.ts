import { css } from 'lit';

/** Style of a list of fields, name beside value, and of its heading. Long values wrap. */
export const definitions = css`
  .definitions {
    display: grid;
    grid-template-columns: fit-content(45%) minmax(0, 1fr);
    gap: 3px 14px;
    font-size: 13px;
    line-height: 18px;
  }

  h4 {
    margin-block: 10px 4px;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
    font-weight: 600;
  }

  dt {
    color: var(--_text-2);
    overflow-wrap: anywhere;
  }

  dd {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
`;
