import { css } from 'lit';

/** Grey bars in the shape of content that is loading, so that the layout stays stable. */
export const skeleton = css`
  .skeleton-bar {
    display: block;
    block-size: 12px;
    border-radius: 6px;
    background: color-mix(in srgb, var(--_text) 9%, transparent);
    forced-color-adjust: none;
  }

  .skeleton-bar.round {
    inline-size: 32px;
    block-size: 32px;
    border-radius: 50%;
    flex: none;
  }

  @media (prefers-reduced-motion: no-preference) {
    .skeleton-bar {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }

    @keyframes breathe {
      to {
        opacity: 0.5;
      }
    }
  }
`;
