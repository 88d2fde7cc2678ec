import { texts } from '../locale/language.ts';

/** What is said of a change that was refused because the tenant is suspended. */
export const SUSPENDED_NOW = texts({ en: 'The business is suspended, so nothing can be changed now.', he: 'העסק מושעה, ולכן אי אפשר לשנות כאן דבר כרגע.' });
