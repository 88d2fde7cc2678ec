import { expect, type Page } from '@playwright/test';
import { CODE, TOKEN } from './accounts.ts';

export const COMPANY = 'Napoli Corner';
export const EMAIL = 'dana@napoli.example';
export const NEW_PASSWORD = 'correct horse battery staple';

interface DoorPage {
  readonly name: string;
  readonly path: string;
  readonly fill: (page: Page) => Promise<void>;
  readonly button: string;
  readonly call: string;
}

const fillEmail = (page: Page): Promise<void> => page.getByRole('textbox', { name: 'E-mail' }).fill(EMAIL);

export async function fillSignUp(page: Page, password = NEW_PASSWORD): Promise<void> {
  await page.getByRole('textbox', { name: 'Company' }).fill(COMPANY);
  await fillEmail(page);
  await page.getByLabel('Password').fill(password);
}

export async function fillInvitation(page: Page, password = NEW_PASSWORD): Promise<void> {
  await page.getByRole('textbox', { name: 'Your name' }).fill('Noam Bar');
  await page.getByLabel('Password').fill(password);
}

/** Every page for people who are not signed in but the sign-in, and what it takes to send it. */
export const DOOR = {
  signUp: { name: 'sign-up', path: '/sign-up', fill: fillSignUp, button: 'Sign up', call: 'POST /v1/auth/signup' },
  verify: {
    name: 'verify', path: '/verify', button: 'Confirm', call: 'POST /v1/auth/verify',
    fill: async (page) => {
      await fillEmail(page);
      await page.getByRole('textbox', { name: 'Code' }).fill(CODE);
    },
  },
  forgotPassword: { name: 'forgot-password', path: '/forgot-password', fill: fillEmail, button: 'Send the link', call: 'POST /v1/auth/password/forgot' },
  mailInstead: { name: 'sign in by mail instead', path: '/forgot-password', fill: fillEmail, button: 'Sign in by mail instead', call: 'POST /v1/auth/magic-link' },
  resetPassword: {
    name: 'reset-password', path: `/reset-password#token=${TOKEN}`, button: 'Save the password', call: 'POST /v1/auth/password/reset',
    fill: (page) => page.getByLabel('New password').fill(NEW_PASSWORD),
  },
  invitation: {
    name: 'invitation', path: `/invitation#token=${TOKEN}`, button: 'Accept', call: `POST /v1/auth/invitations/${TOKEN}/accept`, fill: fillInvitation,
  },
  magicLink: {
    name: 'magic-link', path: `/magic-link#token=${TOKEN}`, button: 'Sign in', call: 'POST /v1/auth/magic-link/redeem',
    fill: (page) => expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible(),
  },
} as const satisfies Readonly<Record<string, DoorPage>>;

/** Somebody impatient, who presses twice before the page can draw anything. */
export const pressTwice = (page: Page, button: string): Promise<void> =>
  page.getByRole('button', { name: button, exact: true }).evaluate((element: HTMLButtonElement) => {
    element.form?.requestSubmit(element);
    element.form?.requestSubmit(element);
  });
