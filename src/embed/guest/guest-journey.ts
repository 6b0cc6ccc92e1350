import { addressKey, customerKey, type CustomerKey } from '../../domain/address/customer-key.js';
import type { GivenAddress } from '../../domain/address/given-addresses.js';
import type { WaylineJourney } from '../../elements/journey/wayline-journey.js';
import type { GuestConfig } from './guest-config.js';
import type { GuestView } from './guest-view.js';
import { readContext, readToken, type FailureCode, type Identity, type TokenReason } from '../protocol/protocol.js';
import { createTokenRenewal } from '../protocol/token-renewal.js';

/** What the page asks of whoever frames it, and tells them. */
export interface GuestHost {
  askToken(reason: TokenReason): void;
  fail(code: FailureCode): void;
  size(height: number): void;
}

/** The journey in the page: whose it is, and with which token. What it is given is a stranger's until it is read. */
export interface GuestJourney {
  context(body: unknown): void;
  token(body: unknown): void;
  /** There is no token for the last question. */
  noToken(): void;
  /** Origin of the CRM's page of the customer. */
  readonly recordOrigin: string | undefined;
  /** Shows nobody, and forgets the token. */
  end(): void;
}

/** A journey scrolls within whatever height it has; less than this is no joy. CSS pixels. */
const wishedHeight = 640;

/** @param widget a `<wayline-journey>` in the page, which this hides while there is nobody to show */
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
  /** What the last question for a token was about, and the one whose answer is used. */
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

  /** Between two customers there is nobody, so that not even an equal address makes one of two contacts. */
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
