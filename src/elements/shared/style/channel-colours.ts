import { css } from 'lit';

/** The colour of a channel, by its class, as `--_c`; stands after the sheet that sets it for those without one. */
export const channelColours = css`
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
`;
