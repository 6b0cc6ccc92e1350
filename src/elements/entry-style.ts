import { css } from 'lit';

/** The look of one line of the timeline: dot on a rail, card or flat row, bar with legend, details. */
export const entryStyle = css`
  :host {
    display: block;
  }

  .item {
    --_c: var(--_custom);
    display: grid;
    grid-template-columns: 32px minmax(0, 1fr);
    gap: 10px;
  }

  .voice {
    --_c: var(--_voice);
  }

  .chat,
  .video {
    --_c: var(--_chat);
  }

  .email {
    --_c: var(--_email);
  }

  .sms,
  .social {
    --_c: var(--_social);
  }

  .web {
    --_c: var(--_web);
  }

  .rail {
    display: flex;
    flex-direction: column;
    align-items: center;
  }

  .rail::after {
    content: '';
    flex: 1;
    inline-size: 2px;
    margin-block: 4px;
    background: var(--_line);
  }

  .dot {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 32px;
    block-size: 32px;
    border-radius: 50%;
    color: var(--_c);
    background: color-mix(in srgb, var(--_c) 14%, var(--_bg));
    outline: 1px solid transparent;
    outline-offset: -1px;
  }

  .body {
    position: relative;
    min-inline-size: 0;
    margin-block-end: 8px;
    padding: 6px 1px 9px;
  }

  .body.card {
    padding: 9px 12px 10px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_bg);
    box-shadow:
      0 1px 2px light-dark(rgb(16 24 32 / 6%), transparent),
      0 1px 6px light-dark(rgb(16 24 32 / 5%), transparent);
  }

  .summary {
    position: relative;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: baseline;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    align-items: baseline;
    flex: 1 1 84px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .title {
    text-align: start;
    font-weight: 600;
  }

  /* The whole summary can be pressed; the button stays its only control. */
  .title::after {
    content: '';
    position: absolute;
    inset: -4px -6px;
    border-radius: 8px;
  }

  .title:focus-visible {
    outline: none;
  }

  .title:focus-visible::after {
    outline: 2px solid var(--_accent);
  }

  .summary:hover .title {
    text-decoration: underline;
    text-decoration-color: var(--_text-2);
    text-underline-offset: 3px;
  }

  .tag {
    display: inline-block;
    padding: 0 6px;
    border-radius: 4px;
    font-size: 12px;
    line-height: 18px;
    font-weight: 600;
    white-space: nowrap;
    color: var(--_text-2);
    background: var(--_hover);
    outline: 1px solid transparent;
  }

  .tag.ok {
    color: var(--_ok);
    background: var(--_ok-bg);
  }

  .tag.warn {
    color: var(--_warn);
    background: var(--_warn-bg);
  }

  .tag.bad {
    color: var(--_bad);
    background: var(--_bad-bg);
  }

  .time {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    margin-inline-start: auto;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .time .icon {
    inline-size: 14px;
    block-size: 14px;
  }

  .open .summary .icon,
  .event[aria-expanded='true'] .icon {
    rotate: 180deg;
  }

  .subtitle {
    color: var(--_text-2);
    font-size: 13px;
    line-height: 18px;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
  }

  .bar {
    display: flex;
    gap: 2px;
    block-size: 8px;
    margin-block: 8px 6px;
  }

  .bar i {
    flex: 1 1 0;
    min-inline-size: 3px;
    border-radius: 3px;
  }

  .bar i,
  .legend i {
    background: var(--_leg, var(--_c));
    forced-color-adjust: none;
  }

  .legend i {
    display: inline-block;
    inline-size: 8px;
    block-size: 8px;
    margin-inline-end: 5px;
    border-radius: 2px;
  }

  .ivr {
    --_leg: light-dark(#c9ced3, #5a6168);
  }

  .queue {
    --_leg: #d99a2b;
  }

  .ringing {
    --_leg: light-dark(#e6c98c, #8a6a2a);
  }

  .hold {
    --_leg: #d96a4c;
  }

  .consult {
    --_leg: var(--_email);
  }

  .conference {
    --_leg: var(--_social);
  }

  .wrap-up {
    --_leg: #8d97a1;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    color: var(--_text-2);
    font-size: 12px;
    line-height: 16px;
    font-variant-numeric: tabular-nums;
  }

  .details {
    margin-block-start: 8px;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_line);
  }

  .event {
    display: flex;
    gap: 8px;
    align-items: baseline;
    inline-size: calc(100% + 12px);
    min-block-size: 24px;
    padding: 2px 6px;
    margin-inline: -6px;
    border-radius: 6px;
    text-align: start;
    font-size: 13px;
    line-height: 18px;
  }

  .event:hover {
    background: var(--_hover);
  }

  .within {
    display: block;
    padding: 2px 0 8px;
  }
`;
