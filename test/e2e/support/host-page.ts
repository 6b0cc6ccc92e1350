import type { Page } from '@playwright/test';

/** The values that a host page sets on the element. */
export interface HostOptions {
  /** The address of the project's files. */
  readonly files: string;
  /** The address of the journey service. */
  readonly service: string;
  readonly script?: string;
  readonly attributes?: string;
  readonly token?: string;
  readonly policy?: string;
  /** The selected task; default an inbound call of the demo's first customer. */
  readonly interactionData?: object | null;
}

export const token = 'secret-bearer-token-4711';

/** An inbound call as the desktop sets it. */
export const inboundCall = (ani: string, interactionId = `task-${ani}`) => ({
  interactionId,
  mediaType: 'telephony',
  contactDirection: 'INBOUND',
  ani,
  virtualTeamName: 'Billing',
  callAssociatedData: {},
});

/** A plain external page: a script tag, the element, and a script that sets its properties. */
export async function openHostPage(page: Page, options: HostOptions): Promise<void> {
  const { files, service, attributes = '', policy } = options;
  const script = options.script ?? '<script src="/dist/wayline.js"></script>';
  await page.route(`${files}/host.html`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: policy === undefined ? {} : { 'content-security-policy': policy },
      body: `<!doctype html><html lang="en"><title>Host</title>${script}
        <link rel="stylesheet" href="/host.css">
        <wayline-journey base-url="${service}" ${attributes}></wayline-journey></html>`,
    }),
  );
  await page.route(`${files}/host.css`, (route) =>
    route.fulfill({ contentType: 'text/css', body: 'html, body { block-size: 100%; margin: 0; }' }),
  );
  await page.goto(`${files}/host.html`);
  await page.evaluate(
    ({ bearerToken, interactionData }) => {
      Object.assign(document.querySelector('wayline-journey')!, { bearerToken, interactionData });
    },
    {
      bearerToken: options.token ?? token,
      interactionData: options.interactionData === undefined ? inboundCall('+14155550132') : options.interactionData,
    },
  );
}

/** Gives the element another task, as the desktop does when the agent switches. */
export const selectTask = (page: Page, interactionData: object | null): Promise<void> =>
  page.evaluate((task) => {
    Object.assign(document.querySelector('wayline-journey')!, { interactionData: task });
  }, interactionData);
