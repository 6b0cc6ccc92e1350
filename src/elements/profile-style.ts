import { css } from 'lit';

/** The look of the grid of facts. */
export const profileStyle = css`
  :host {
    display: block;
  }

  .heading {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 8px;
    min-block-size: 24px;
    margin-block-end: 4px;
    font-size: 12px;
    line-height: 16px;
  }

  .facts {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 1px;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .fact {
    min-inline-size: 0;
    padding: 7px 12px;
    outline: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }

  .fact.long {
    grid-column: 1 / -1;
  }

  dt {
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
  }

  dd {
    font-weight: 600;
  }

  .fact .bone {
    margin-block: 2px;
  }

  .fact .bone + .bone {
    inline-size: 40%;
    margin-block: 6px 4px;
  }

  .empty {
    color: var(--_text-2);
    font-size: 13px;
    line-height: 18px;
  }

  wayline-note + .facts {
    margin-block-start: 8px;
  }

  .folded .fact.extra {
    display: none;
  }

  @container (min-width: 720px) {
    .folded .fact.extra {
      display: block;
    }

    .fold {
      display: none;
    }
  }
`;
