import { startEmbeddedEmulator } from './embedded-emulator.js';
import { loadScript } from './desktop/load-script.js';

/** One customer in three brands. All differences are in the style sheet. */

const caller = { interactionId: 'themed', mediaType: 'telephony', contactDirection: 'INBOUND', ani: '+14155550132' };

const journeys = [...document.querySelectorAll('main section')].map((section) => {
  const journey = document.createElement('wayline-journey');
  journey.setAttribute('data-center', 'produs1');
  journey.setAttribute('lang', 'en');
  Object.assign(journey, { bearerToken: 'demo-token', interactionData: caller, darkMode: false });
  section.append(journey);
  return journey;
});

function onSwitch(id: string, choose: (on: boolean) => void): void {
  const box = document.getElementById(id);
  if (!(box instanceof HTMLInputElement)) return;
  box.addEventListener('change', () => choose(box.checked));
  box.checked = new URLSearchParams(location.search).has(id);
  choose(box.checked);
}

onSwitch('dark', (dark) => {
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  for (const journey of journeys) Object.assign(journey, { darkMode: dark });
});
onSwitch('compact', (compact) => {
  for (const journey of journeys) journey.setAttribute('condensed-view', String(compact));
});

try {
  await startEmbeddedEmulator();
  await loadScript('/dist/wayline.js');
} catch (error) {
  const notice = document.getElementById('notice');
  if (notice !== null) {
    notice.hidden = false;
    notice.textContent = `The page cannot start. ${error instanceof Error ? error.message : String(error)}`;
  }
}
