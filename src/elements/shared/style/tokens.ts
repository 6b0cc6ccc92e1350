import { css } from 'lit';

/**
 * Colours and type of every Wayline element. Each value has three sources: our own custom property, the desktop's
 * token, or a literal for light and dark. The desktop's tokens are used for text, backgrounds and lines only: colours
 * with a meaning need a background whose contrast was checked.
 *
 * The root sets two numbers. `--_more`, 0 to 100 %: how much contrast is added for users who ask for more. It moves
 * colours towards the text, backgrounds towards the main background, and makes edges visible. `--_dense`, 0 or 1:
 * whether rows are compact.
 */
export const tokens = css`
  :host {
    --_text: var(
      --wayline-text,
      var(--mds-color-theme-text-primary-normal, var(--md-primary-text-color, light-dark(#16191d, #f2f4f5)))
    );
    --_bg: var(
      --wayline-background,
      var(--mds-color-theme-background-solid-primary-normal, var(--md-primary-bg-color, light-dark(#ffffff, #1b1d20)))
    );
    --_text-2: color-mix(
      in srgb,
      var(--_text) var(--_more, 0%),
      var(
        --wayline-text-secondary,
        var(--mds-color-theme-text-secondary-normal, var(--md-secondary-text-color, light-dark(#5a636c, #b3bac1)))
      )
    );
    --_bg-sunken: color-mix(
      in srgb,
      var(--_bg) var(--_more, 0%),
      var(
        --wayline-background-sunken,
        var(
          --mds-color-theme-background-solid-secondary-normal,
          var(--md-secondary-bg-color, light-dark(#f6f7f8, #141618))
        )
      )
    );
    --_line: color-mix(
      in srgb,
      var(--_text) calc(var(--_more, 0%) * 0.6),
      var(
        --wayline-line,
        var(
          --mds-color-theme-outline-secondary-normal,
          var(--md-secondary-seperator-color, light-dark(#e3e6e9, #303438))
        )
      )
    );
    --_line-strong: var(--wayline-line-strong, color-mix(in srgb, var(--_text-2) 70%, var(--_bg)));
    --_hover: color-mix(in srgb, var(--_text) 6%, transparent);
    --_edge: color-mix(in srgb, currentColor var(--_more, 0%), transparent);
    --_accent: color-mix(
      in srgb,
      var(--_text) calc(var(--_more, 0%) * 0.4),
      var(--wayline-accent, light-dark(#1069c0, #6bb2ff))
    );
    --_accent-bg: color-mix(
      in srgb,
      var(--_bg) var(--_more, 0%),
      var(--wayline-accent-background, light-dark(#e6f1fc, #12304d))
    );
    --_ok: color-mix(
      in srgb,
      var(--_text) calc(var(--_more, 0%) * 0.4),
      var(--wayline-ok, light-dark(#10713a, #63d391))
    );
    --_ok-bg: color-mix(
      in srgb,
      var(--_bg) var(--_more, 0%),
      var(--wayline-ok-background, light-dark(#e2f5e9, #10301d))
    );
    --_warn: color-mix(
      in srgb,
      var(--_text) calc(var(--_more, 0%) * 0.4),
      var(--wayline-warn, light-dark(#8a5200, #f2b44c))
    );
    --_warn-bg: color-mix(
      in srgb,
      var(--_bg) var(--_more, 0%),
      var(--wayline-warn-background, light-dark(#fdf0d9, #37270a))
    );
    --_bad: color-mix(
      in srgb,
      var(--_text) calc(var(--_more, 0%) * 0.4),
      var(--wayline-bad, light-dark(#b3202c, #ff8f96))
    );
    --_bad-bg: color-mix(
      in srgb,
      var(--_bg) var(--_more, 0%),
      var(--wayline-bad-background, light-dark(#fdebec, #3d1518))
    );
    --_mark: var(--wayline-mark, light-dark(#16191d, #fff4d6));
    --_mark-bg: var(--wayline-mark-background, light-dark(#ffe08a, #6b5000));
    --_voice: color-mix(
      in srgb,
      var(--_text) calc(var(--_more, 0%) * 0.4),
      var(--wayline-voice, light-dark(#17804a, #4fcb86))
    );
    --_chat: color-mix(
      in srgb,
      var(--_text) calc(var(--_more, 0%) * 0.4),
      var(--wayline-chat, light-dark(#1170cf, #6bb2ff))
    );
    --_email: color-mix(
      in srgb,
      var(--_text) calc(var(--_more, 0%) * 0.4),
      var(--wayline-email, light-dark(#7a3fd1, #bd94ff))
    );
    --_social: color-mix(
      in srgb,
      var(--_text) calc(var(--_more, 0%) * 0.4),
      var(--wayline-social, light-dark(#0f7c86, #4cc8d3))
    );
    --_web: color-mix(
      in srgb,
      var(--_text) calc(var(--_more, 0%) * 0.4),
      var(--wayline-web, light-dark(#946200, #e0ad45))
    );
    --_custom: color-mix(
      in srgb,
      var(--_text) calc(var(--_more, 0%) * 0.4),
      var(--wayline-custom, light-dark(#5d6770, #a9b1b9))
    );
    --_radius: var(--wayline-radius, 10px);
    --_font: var(--wayline-font, Inter, 'Segoe UI', system-ui, sans-serif);

    color: var(--_text);
    font: calc(14px - 1px * var(--_dense, 0)) / calc(20px - 2px * var(--_dense, 0)) var(--_font);
  }

  @media (prefers-contrast: more) {
    :host {
      --_more: 100%;
    }
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  h4,
  p,
  dl,
  dd,
  ol,
  ul {
    margin: 0;
    padding: 0;
  }

  ol,
  ul {
    list-style: none;
  }

  h3 {
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
    font-weight: 600;
  }

  a {
    color: var(--_accent);
  }

  /* A name in another text direction still starts at the same edge as its neighbours. */
  [dir='auto'] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  code {
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    font-size: 12px;
    white-space: nowrap;
  }

  .icon {
    inline-size: 16px;
    block-size: 16px;
    flex: none;
  }

  .muted {
    color: var(--_text-2);
    font-weight: 400;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
