import { LightningElement, api } from 'lwc';
import { loadScript } from 'lightning/platformResourceLoader';
import { NavigationMixin } from 'lightning/navigation';
import LANG from '@salesforce/i18n/lang';
import HOST from '@salesforce/resourceUrl/waylineHost';
import identitiesOf from '@salesforce/apex/WaylineContext.identitiesOf';
import token from '@salesforce/apex/WaylineContext.token';

/** Messages for the administrator, by the codes of Wayline's host helper. */
const PROBLEMS = {
  'no-answer':
    'Wayline does not answer. In this order: is its origin a trusted URL with frame-src, does its frame-ancestors name this ' +
    'page’s origin, is this origin in "hosts" of wayline-config.json?',
  sandboxed: 'The frame of Wayline may not run scripts, or has no origin of its own.',
  'page-broken': 'Wayline could not be loaded into its frame.',
};

/** Wayline in a frame of a record page, with the record's customer and the agent's token from the org. */
export default class WaylineJourney extends NavigationMixin(LightningElement) {
  /** Set by the record page. */
  @api get recordId() {
    return this.record;
  }
  set recordId(value) {
    this.record = value;
    this.follow();
  }

  /** The URL of Wayline's guest page, https. */
  @api address;

  /** CSS pixels. */
  @api height = 640;

  problem;
  record;
  turn = 0;
  link;

  get frameStyle() {
    return `height: ${Number(this.height) || 640}px`;
  }

  async handleLoad(event) {
    if (this.link || this.linking) return; // the helper reconnects after each load
    this.linking = true;
    const frame = event.target;
    try {
      await loadScript(this, HOST);
      this.link = window.Wayline.connect(frame, {
        origin: new URL(this.address).origin,
        getToken: () => this.askToken(),
        onOpen: (url) => this.open(url),
        onProblem: (code) => {
          this.problem = PROBLEMS[code] ?? this.problem;
        },
      });
      this.link.addEventListener('wayline-linked', () => {
        this.problem = undefined;
      });
      this.follow();
    } catch {
      this.problem = 'Wayline’s host helper could not be loaded: see the static resource "waylineHost".';
    } finally {
      this.linking = false;
    }
  }

  /** Clears the customer before the next one is known. A late response about an earlier record is ignored. */
  async follow() {
    const mine = ++this.turn;
    if (!this.link) return;
    this.link.clear();
    if (!this.record) return;
    try {
      const identities = await identitiesOf({ recordId: this.record });
      if (mine === this.turn && this.link) this.link.show(identities, { locale: LANG });
    } catch {
      // no customer is shown for a record that the agent may not read
    }
  }

  async askToken() {
    try {
      const answer = JSON.parse(await token());
      return answer ? { value: answer.value, expiresAt: answer.expiresAt } : undefined;
    } catch {
      return undefined;
    }
  }

  open(url) {
    this[NavigationMixin.Navigate]({ type: 'standard__webPage', attributes: { url: url.href } });
  }

  disconnectedCallback() {
    this.turn += 1;
    this.link?.close();
    this.link = undefined;
  }
}
