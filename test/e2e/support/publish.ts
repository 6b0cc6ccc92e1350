import { demoProjectId } from '../../../demo/scenarios/customers.js';

/** Something happens to the demo's first customer; `title` tells it apart. */
export const publish = (service: string, title: string) =>
  fetch(`${service}/publish/v1/api/event?workspaceId=${demoProjectId}`, {
    method: 'POST',
    headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
    body: JSON.stringify({
      specversion: '1.0',
      id: title,
      type: 'order:shipped',
      source: 'shop',
      identity: '+14155550132',
      identitytype: 'phone',
      datacontenttype: 'application/json',
      data: { uiData: { title } },
    }),
  });
