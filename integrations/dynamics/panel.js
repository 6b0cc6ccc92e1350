/*
 * The script of the panel, a web resource in a form. It sends the form's customer to Wayline and signs the agent in.
 * The form's library calls `setFormContext` (see docs/crm/dynamics.md).
 */
(() => {
  /**
   * The sign-in page of the token service (docs/crm/tokens.md). The service must list this page's origin in its
   * `openers`.
   */
  const signInPage = new URL('https://journey.example.com/api/sign-in');

  /** Columns with a customer's addresses. A form has those of its own table. */
  const columns = [
    ['telephone1', 'phone'],
    ['mobilephone', 'phone'],
    ['emailaddress1', 'email'],
    ['emailaddress2', 'email'],
  ];

  const problems = {
    'no-answer':
      'Wayline does not answer. In this order: does its frame-ancestors name this page’s origin, and is this origin in ' +
      '"hosts" of wayline-config.json?',
    sandboxed: 'The frame of Wayline may not run scripts, or has no origin of its own.',
    'page-broken': 'Wayline could not be loaded into its frame.',
  };

  const frame = document.getElementById('wayline');
  const note = document.querySelector('[role=alert]');
  const say = (text = '') => {
    note.textContent = text;
    note.hidden = text === '';
  };

  let link;
  let shown;

  /** Opens a window for the sign-in. If the browser blocks it, the agent can press "Try again" in the frame. */
  function getToken() {
    signInPage.searchParams.set('for', window.location.origin);
    const opened = window.open(signInPage.href, 'wayline-sign-in', 'popup,width=520,height=680');
    if (!opened) return undefined;
    return new Promise((resolve) => {
      const end = (token) => {
        window.clearInterval(glances);
        window.removeEventListener('message', listen);
        opened.close();
        resolve(token);
      };
      const listen = ({ source, origin, data }) => {
        if (source !== opened || origin !== signInPage.origin) return;
        if (data?.app === 'wayline' && data.v === 1 && data.kind === 'token') end(data.body);
      };
      const glances = window.setInterval(() => opened.closed && end(undefined), 500);
      window.addEventListener('message', listen);
    });
  }

  function show(formContext) {
    if (formContext !== shown) return; // the agent has opened another form
    const identities = columns.flatMap(([name, kind]) => {
      const value = formContext.getAttribute(name)?.getValue();
      return value ? [{ kind, value }] : [];
    });
    link.show(identities);
  }

  /** The form's library calls this on load, and again for each record that the form shows. */
  window.setFormContext = (formContext) => {
    if (link === undefined) {
      link = window.Wayline.connect(frame, {
        origin: new URL(frame.src).origin,
        getToken,
        onProblem: (code) => problems[code] && say(problems[code]),
      });
      link.addEventListener('wayline-linked', () => say());
    }
    shown = formContext;
    show(formContext);
    for (const [name] of columns) formContext.getAttribute(name)?.addOnChange(() => show(formContext));
  };
})();
