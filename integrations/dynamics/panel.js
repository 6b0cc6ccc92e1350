/*
 * The script of the panel, a web resource in a form: tells Wayline who the form's customer is, and signs the agent in. The
 * form's library calls `setFormContext` (see docs/crm/dynamics.md).
 */
(() => {
  /** Of the token service: docs/crm/tokens.md. This page's origin has to be among its openers. */
  const signInPage = new URL('https://journey.example.com/api/sign-in');

  /** Columns that say how a customer is reached; a form has those of its table. */
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

  /** In a window of its own. A browser that blocks it opens it once the agent presses "Try again" in the frame. */
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
    if (formContext !== shown) return; // a form that the agent has left
    const identities = columns.flatMap(([name, kind]) => {
      const value = formContext.getAttribute(name)?.getValue();
      return value ? [{ kind, value }] : [];
    });
    link.show(identities);
  }

  /** Called by the form's script on load, and once more for each record that the form turns to. */
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
