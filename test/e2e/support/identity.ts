import type { Locator, Page } from '@playwright/test';
import type { EmulatorServer } from '../../../demo/emulator/server.js';
import { demoProjectId } from '../../../demo/scenarios/customers.js';
import { expect } from './servers.js';
import type { Person, Persons } from '../../../demo/emulator/model.js';

/** The demo's first customer, and another customer. */
export const anais = '+14155550132';
export const kwame = '13125550147';

/** Two persons share this customer's number. */
export const shared = '+12025550117';

/** A sign-in with all permissions of the scope `cjp:user`. See the emulator's README. */
export const agentToken = 'agent-token';

export const personsOf = ({ world }: EmulatorServer): Persons => world.project(demoProjectId).persons;

export function personOf(emulator: EmulatorServer, alias: string): Person {
  const person = personsOf(emulator).byAlias(alias);
  if (person === undefined) throw new RangeError(alias);
  return person;
}

/** A change of a person by another user at the same time. */
export const changePerson = (emulator: EmulatorServer, alias: string, change: (person: Person) => Partial<Person>) => {
  const person = personOf(emulator, alias);
  return personsOf(emulator).save({ ...person, ...change(person) });
};

export const valuesOf = (emulator: EmulatorServer, alias: string): readonly string[] =>
  personOf(emulator, alias).aliases.map(({ value }) => value);

export const title = (page: Page): Locator => page.getByRole('heading', { level: 2 });
export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

/** The rows of the aliases. */
export const rows = (page: Page): Locator => page.locator('wayline-identity .alias');
export const row = (page: Page, words: string): Locator => rows(page).filter({ hasText: words });

export async function startEditing(page: Page): Promise<void> {
  await button(page, 'Edit aliases and name').click();
  await expect(button(page, 'Add alias')).toBeVisible();
}

export const addForm = (page: Page): Locator => page.locator('wayline-add-alias');

export async function addAlias(page: Page, kind: 'phone' | 'email' | 'customer ID', value: string): Promise<void> {
  await page.getByLabel('Kind').selectOption({ label: kind });
  await page.getByLabel('Number, address or ID').fill(value);
  await button(page, 'Add alias').click();
}

export const lookUpField = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Phone number, email address or customer ID' });

export async function lookUp(page: Page, typed: string): Promise<void> {
  if (!(await lookUpField(page).isVisible())) await button(page, 'Look up a customer').click();
  await lookUpField(page).fill(typed);
  await button(page, /^(Look up|Try again)$/).click();
}
