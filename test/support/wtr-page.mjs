/**
 * A page with a window of its own that has the focus: two test files run at once, and Chromium draws no frames for a tab
 * behind another one.
 */
export async function createPage({ browser }) {
  const page = await (await browser.createBrowserContext()).newPage();
  const devtools = await page.createCDPSession();
  await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}
