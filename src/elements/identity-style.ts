import { css } from 'lit';

/** The look of the list of aliases. */
export const identityStyle = css`
  /* No box of its own: while there is nothing to show, no gap is left for it. */
  :host {
    display: contents;
  }

  h3 {
    display: flex;
    align-items: center;
    min-block-size: 24px;
  }

  #aliases {
    margin-block-start: 4px;
  }

  .alias {
    display: flex;
    gap: 8px;
    align-items: baseline;
    padding: 4px 8px;
    border-radius: 8px;
    font-size: 13px;
    line-height: 20px;
  }

  .alias.matched {
    background: var(--_bg-sunken);
  }

  .value {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .alias .button {
    flex: none;
    align-self: center;
    min-block-size: 24px;
    padding: 0 8px;
    font-size: 12px;
  }

  .kind {
    margin-inline-start: auto;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
    white-space: nowrap;
  }

  h3 .bone {
    inline-size: 80px;
  }

  .kind + .kind {
    margin-inline-start: 0;
  }

  .folded {
    display: none;
  }

  h3 .always {
    display: none;
  }

  @container (min-width: 720px) {
    .folded {
      display: block;
    }

    h3 .fold {
      display: none;
    }

    h3 .always {
      display: inline;
    }
  }
`;
