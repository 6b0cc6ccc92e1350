import { css } from 'lit';

/** Sets `--_c`, the channel's colour, by class. Must come after the style sheet that sets the default. */
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
