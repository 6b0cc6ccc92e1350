import { css } from 'lit';

/** The look of the list of aliases, and of the choice between persons. */
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

  .kind {
    margin-inline-start: auto;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
    white-space: nowrap;
  }

  .person {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 10px;
    align-items: center;
    padding: 10px 12px;
    margin-block-end: 6px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .avatar {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 50%;
    background: var(--_accent-bg);
    color: var(--_accent);
    font-weight: 600;
  }

  .who {
    flex: 1 1 120px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .person .button {
    margin-inline-start: auto;
  }

  .name {
    font-weight: 600;
  }

  .hint {
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
  }

  h3 .bone {
    inline-size: 80px;
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
