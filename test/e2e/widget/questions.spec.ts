import type { Locator, Page } from '@playwright/test';
import { inboundCall, openHostPage, selectTask } from '../support/host-page.js';
import { publish } from '../support/publish.js';
import { expect, test } from '../support/servers.js';

test.use({ viewport: { width: 380, height: 760 } });

/** An agent with a calling customer. Each interaction of the agent is counted. */
class Agent {
  readonly #page: Page;
  #interactions = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(target: Locator): Promise<void> {
    this.#interactions += 1;
    await target.click();
  }

  async type(text: string): Promise<void> {
    this.#interactions += 1;
    await this.#page.keyboard.type(text);
  }

  async scrollTo(target: Locator): Promise<void> {
    this.#interactions += 1;
    await target.scrollIntoViewIfNeeded();
  }

  /** Checks that the agent sees this after at most two interactions. */
  async sees(...answers: readonly Locator[]): Promise<void> {
    for (const answer of answers) await expect(answer).toBeInViewport({ timeout: 10_000 });
    expect(this.#interactions).toBeLessThanOrEqual(2);
  }
}

const call = inboundCall('+14155550132', '3d534d2e-43b3-4e12-ab0b-c8b171a81281');
const notice = (page: Page, name: RegExp) => page.getByRole('group', { name: 'Notices' }).getByRole('button', { name });
const entry = (page: Page, title: string) => page.locator('wayline-entry').filter({ hasText: title }).first();

interface Question {
  readonly asks: string;
  answer(agent: Agent, page: Page, service: string): Promise<void>;
}

const questions: readonly Question[] = [
  {
    asks: 'who is this',
    answer: (agent, page) =>
      agent.sees(page.getByRole('heading', { name: /Anaïs Moreau-O.Neill/ }), page.getByText(/matched\s+by phone/)),
  },
  {
    asks: 'why now',
    async answer(agent, page) {
      const banner = page.locator('wayline-now');
      await agent.sees(banner.getByText('On the line'), banner.getByText('Billing queue'));
      await agent.scrollTo(entry(page, 'Cancel my plan'));
      await agent.sees(page.getByText('Viewed “Cancel my plan”'));
    },
  },
  {
    asks: 'what happened last',
    async answer(agent, page) {
      const chat = entry(page, 'Chat, transferred to Retention');
      await agent.scrollTo(chat);
      await agent.sees(chat.getByText('Chat, transferred to Retention'), chat.getByText(/Customer left/));
    },
  },
  {
    asks: 'who handled it',
    async answer(agent, page) {
      const chat = entry(page, 'Chat, transferred to Retention');
      await agent.scrollTo(chat);
      await agent.sees(chat.getByText(/Maria Silva \d+:\d\d/), chat.getByText(/Tom Baker \d+:\d\d/));
    },
  },
  {
    asks: 'is something open',
    async answer(agent, page) {
      await agent.press(notice(page, /more notices/));
      await agent.press(notice(page, /Email without a reply/));
      const letter = entry(page, 'Second invoice charged twice');
      await agent.sees(letter.getByText('No reply yet'), letter.getByText('Second invoice charged twice').first());
    },
  },
  {
    asks: 'how often lately',
    answer: (agent, page) =>
      agent.sees(notice(page, /^5th contact in 7 days/), page.getByText('Contacts, last 10 days')),
  },
  {
    asks: 'which channel works',
    answer: (agent, page) =>
      agent.sees(
        page
          .locator('wayline-profile')
          .getByRole('definition')
          .filter({ hasText: /^\s*Chat\s*$/ }),
      ),
  },
  {
    asks: 'were they treated badly',
    async answer(agent, page) {
      await agent.sees(notice(page, /^Last CSAT 2 of 5/), notice(page, /^Transferred 2 times in 7 days/));
      await agent.press(notice(page, /^Last CSAT 2 of 5/));
      await agent.sees(page.getByText('I had to explain everything twice.').last());
    },
  },
  {
    asks: 'what changed since I last looked',
    async answer(agent, page, service) {
      await selectTask(page, inboundCall('+447700900481'));
      await expect(page.getByRole('heading', { name: /Okonkwo/ })).toBeVisible();
      await publish(service, 'A parcel came back');
      await selectTask(page, call);
      await expect(page.getByRole('heading', { name: /Anaïs/ })).toBeVisible();
      await agent.press(notice(page, /more notices/));
      await agent.press(notice(page, /since you last looked/));
      await agent.sees(page.locator('wayline-entry').getByText('A parcel came back').first());
      await expect(page.locator('wayline-entry')).toHaveCount(1);
    },
  },
  {
    asks: 'where is order A-1009 mentioned',
    async answer(agent, page) {
      await agent.press(page.getByRole('searchbox'));
      await agent.type('A-1009');
      await agent.sees(page.getByRole('button', { name: /^\d+ of 1\d\d match/ }));
      await expect(page.locator('wayline-entry mark').first()).toHaveText('A-1009');
    },
  },
];

for (const { asks, answer } of questions) {
  test(`"${asks}?" is answered within two interactions`, async ({ page, files, emulator }) => {
    await openHostPage(page, { files, service: emulator.url, interactionData: call });
    await expect(notice(page, /^5th contact/)).toBeVisible();
    await answer(new Agent(page), page, emulator.url);
  });
}
