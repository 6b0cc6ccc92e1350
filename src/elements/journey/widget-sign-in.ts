import { createPermissionMemory } from '../../sources/http/permission-memory.js';
import { createSignIn, type SignIn } from '../../sources/http/sign-in.js';
import type { Permissions } from '../identity/permissions.js';
import { RenewTokenEvent } from '../shared/events/renew-token-event.js';

type Widget = EventTarget & { bearerToken: string | undefined };

/** One for all widgets of the page: the service is asked once what a token may do, whatever customers come. */
const memory = createPermissionMemory();

/** The sign-in of a widget. It asks the host for a newer token by an event. */
export const createWidgetSignIn = (widget: Widget): SignIn =>
  createSignIn({
    memory,
    ask() {
      const event = new RenewTokenEvent();
      widget.dispatchEvent(event);
      return event.answer?.then((token) => {
        if (token !== undefined) widget.bearerToken = token;
        return token;
      });
    },
  });

/** What the sign-in may do in a project, as far as it is known. */
export const permissionsIn = (signIn: SignIn, projectId = ''): Permissions => ({
  edit: signIn.may('edit-person', projectId),
  merge: signIn.may('merge-persons', projectId),
});
