import { addressKey, customerKey, type CustomerKey } from '../../domain/address/customer-key.js';
import type { GivenAddress } from '../../domain/address/given-addresses.js';
import type { WaylineJourney } from '../../elements/journey/wayline-journey.js';
import type { GuestConfig } from './guest-config.js';
import type { GuestView } from './guest-view.js';
import { readContext, readToken, type FailureCode, type Identity, type TokenReason } from '../protocol/protocol.js';
import { createTokenRenewal } from '../protocol/token-renewal.js';

/** What the page sends to its host. */
export interface GuestHost {
  /** Requests a token. */
  askToken(reason: TokenReason): void;
  /** Reports an error. */
  fail(code: FailureCode): void;
  /** Asks for a height, in CSS pixels. */
  size(height: number): void;
}

/** The journey in the page, with its customer and token. The bodies are untrusted. */
export interface GuestJourney {
  /** Takes the body of `context`. One that is not valid removes the customer. */
  context(body: unknown): void;
  /** Takes the body of `token`. One that is not valid is ignored. */
  token(body: unknown): void;
  /** The last request returned no token. */
  noToken(): void;
  /** Origin of the customer's page in the CRM. */
  readonly recordOrigin: string | undefined;
  /** Removes the customer and the token. */
  end(): void;
}

/** The height to ask for, in CSS pixels. A journey scrolls in a smaller frame, but is hard to read there. */
const wishedHeight = 640;

/**
 * Creates the journey.
 *
 * @param widget a `<wayline-journey>` in the page; hidden while there is no customer to show
 */
export function createGuestJourney(
  widget: WaylineJourney,
  view: GuestView,
  around: GuestHost,
  { properties, tokenPatience }: Pick<GuestConfig, 'properties'> & { readonly tokenPatience?: number },
): GuestJourney {
  let customer: CustomerKey | undefined;
  let identities: readonly Identity[] = [];
  let recordOrigin: string | undefined;
  let missing = false;
  /** The reason of the last token request, and of the request whose token is in use. */
  let asked: TokenReason = 'start';
  let answered: TokenReason = 'start';
  let height = 0;
  let turn = 0;

  const renewal = createTokenRenewal({
    ...(tokenPatience !== undefined && { patience: tokenPatience }),
    ask(reason) {
      asked = reason;
      around.askToken(reason);
    },
    use: (value) => (widget.bearerToken = value),
    missing() {
      missing = true;
      around.fail('no-token');
      draw();
    },
  });

  Object.assign(widget, properties);
  widget.addEventListener('wayline-renew-token', (event) => {
    if (answered === 'refused') around.fail('token-refused');
    event.respondWith(renewal.need('refused'));
  });

  function draw(): void {
    const isShown = identities.length > 0 && renewal.held;
    widget.hidden = !isShown;
    if (isShown) view.hide();
    else if (identities.length === 0) view.say('no-customer');
    else if (missing) view.say('no-token', '', retry);
    else view.say('signing-in');
    const wished = view.height ?? wishedHeight;
    if (wished !== height) around.size(wished);
    height = wished;
  }

  function retry(): void {
    missing = false;
    void renewal.need('start');
    draw();
  }

  /** Clears the customer first, so that two interactions with the same address count as two customers. */
  async function change(): Promise<void> {
    const mine = ++turn;
    widget.customer = undefined;
    await widget.updateComplete;
    if (mine === turn) widget.customer = identities.map(addressOf);
  }

  void renewal.need('start');
  draw();

  return {
    context(body) {
      const context = readContext(body);
      if (context === undefined) around.fail('context-refused');
      const { interactionId, locale, recordUrl, theme } = context ?? {};
      identities = context?.identities ?? [];
      recordOrigin = recordUrl === undefined ? undefined : new URL(recordUrl).origin;
      if (context !== undefined) {
        widget.lang = locale ?? '';
        widget.darkMode = theme === undefined ? undefined : theme === 'dark';
        document.documentElement.dataset.theme = theme ?? '';
        view.speak(locale);
      }
      const next = customerKey(addressKey(identities), interactionId);
      if (next !== customer) void change();
      customer = next;
      if (missing) retry();
      else draw();
    },
    token(body) {
      const token = readToken(body);
      if (token === undefined) return;
      if (asked === 'refused' && token.value === widget.bearerToken) around.fail('token-refused');
      missing = false;
      answered = asked;
      renewal.take(token);
      draw();
    },
    noToken: renewal.none,
    get recordOrigin() {
      return recordOrigin;
    },
    end() {
      turn++;
      renewal.end();
      widget.remove();
    },
  };
}

const addressOf = ({ kind, value }: Identity): GivenAddress => (kind === 'external' ? { id: value } : value);
