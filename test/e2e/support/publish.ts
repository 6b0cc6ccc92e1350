import { demoProjectId } from '../../../demo/scenarios/customers.js';

/** Publishes an event of the demo's first customer. `title` identifies it. */
export const publish = (service: string, title: string) =>
  publishData(service, title, JSON.stringify({ uiData: { title } }));

/** As {@link publish}, with a payload as JSON text: such text can contain more than JSON.stringify writes. */
export const publishData = (service: string, id: string, data: string) =>
  fetch(`${service}/publish/v1/api/event?workspaceId=${demoProjectId}`, {
    method: 'POST',
    headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
    body: JSON.stringify({
      specversion: '1.0',
      id,
      type: 'order:shipped',
      source: 'shop',
      identity: '+14155550132',
      identitytype: 'phone',
      datacontenttype: 'application/json',
    }).replace(/\}$/, `,"data":${data}}`),
  });
