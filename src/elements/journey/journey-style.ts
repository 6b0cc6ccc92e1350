import { css } from 'lit';
import { skeleton } from '../shared/style/skeleton.js';
import { tokens } from '../shared/style/tokens.js';

/**
 * Layout of the journey: `.journey` with `.head`, `.side` and `.main`. Below 720 px: one column that scrolls as a whole.
 * From 720 px: `.side` beside `.main`, each scrolls separately.
 */
export const journeyLayout = css`
  :host {
    display: block;
    container-type: inline-size;
    block-size: 100%;
    min-inline-size: 0;
    overflow: hidden;
    background: var(--_bg);
  }

  .widget {
    block-size: 100%;
  }

  .journey {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    overflow: auto;
    overscroll-behavior: contain;

    &:focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: -2px;
    }
  }

  .side {
    display: flex;
    flex-direction: column;
    gap: calc(8px - 2px * var(--_dense, 0));
    padding: calc(12px - 4px * var(--_dense, 0)) 16px;
  }

  /* Keeps the space of elements that load later. */
  :is(wayline-activity, wayline-identity, wayline-notices, wayline-profile):not(:defined) {
    display: block;
    block-size: var(--_room, 86px);
  }

  wayline-identity {
    --_room: 24px;
  }

  wayline-notices {
    --_room: 54px;
  }

  wayline-profile {
    --_room: 131px;
  }

  /* Here, three notices fit into one row. */
  @container (434px <= width < 720px) {
    wayline-notices {
      --_room: 24px;
    }
  }

  .main {
    flex: 1 0 auto;
    border-block-start: 1px solid var(--_line);
  }

  .main.alone {
    inline-size: 100%;
    max-inline-size: 520px;
    padding: 12px 16px;
    border-block-start: 0;
  }

  wayline-state {
    block-size: 100%;
    overflow: auto;
  }

  .journey wayline-state {
    flex: 1 0 auto;
    grid-column: 1 / -1;
    block-size: auto;
    overflow: visible;
  }

  @container (min-width: 720px) {
    .journey {
      display: grid;
      grid-template: auto minmax(0, 1fr) / 320px minmax(0, 1fr);
      overflow: hidden;
    }

    .head {
      grid-column: 1 / -1;
    }

    .side {
      gap: calc(12px - 4px * var(--_dense, 0));
      padding-block-end: 16px;
      overflow: auto;
      border-inline-end: 1px solid var(--_line);
    }

    .main {
      min-block-size: 0;
      overflow: auto;
      border-block-start: 0;
    }

    .main.alone {
      grid-column: 1 / -1;
    }
  }
`;

/** All styles of the widget itself. */
export const journeyStyles = [
  tokens,
  journeyLayout,
  skeleton,
  css`
    :host {
      color-scheme: light dark;
    }

    .skeleton {
      display: flex;
      flex-direction: column;
      gap: 12px;
      padding: 16px;
    }
  `,
];
