import { useState } from 'react';
import { Alert, Button, Flex, Link, hubspot } from '@hubspot/ui-extensions';

const wayline = 'https://journey.example.com';

hubspot.extend(({ actions }) => <WaylineCard actions={actions} />);

/** Gets a one-time code from the token service and opens Wayline's page with it. */
function WaylineCard({ actions }) {
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  async function open() {
    setBusy(true);
    setProblem('');
    try {
      const { phone, mobilephone, email } = await actions.fetchCrmObjectProperties(['phone', 'mobilephone', 'email']);
      const identities = [
        { kind: 'phone', value: phone },
        { kind: 'phone', value: mobilephone },
        { kind: 'email', value: email },
      ].filter(({ value }) => value);
      const answer = await hubspot.fetch(`${wayline}/api/hubspot/code`, {
        method: 'POST',
        body: { context: { identities } },
      });
      if (answer.status === 404) setProblem('sign-in');
      else if (!answer.ok) setProblem('refused');
      else {
        const { code } = await answer.json();
        const uri = `${wayline}/hubspot/embed.html#code=${encodeURIComponent(code)}`;
        actions.openIframeModal({ uri, width: 980, height: 760, title: 'Customer journey' });
      }
    } catch {
      setProblem('refused');
    }
    setBusy(false);
  }

  return (
    <Flex direction="column" gap="small">
      <Button onClick={open} disabled={busy}>
        Show journey
      </Button>
      {problem === 'sign-in' && (
        <Alert title="Not signed in" variant="warning">
          <Link href={`${wayline}/api/sign-in`}>Sign in to the contact center</Link>, then press the button again.
        </Alert>
      )}
      {problem === 'refused' && (
        <Alert title="Wayline cannot be reached" variant="error">
          Press the button again. If that does not help, tell an administrator.
        </Alert>
      )}
    </Flex>
  );
}
