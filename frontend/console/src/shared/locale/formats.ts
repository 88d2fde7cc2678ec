import type { Language } from './language.ts';

const TAGS: Readonly<Record<Language, string>> = { en: 'en-GB', he: 'he-IL' };
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const WEEK = 7 * 86_400;

/** Keeps its own direction between words of another. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

export interface Formats {
  number(value: number): string;
  /** Whole per cent from 0 to 100. */
  percent(value: number): string;
  bytes(value: number): string;
  /** Milliseconds, as short as they can be read. */
  duration(milliseconds: number): string;
  moment(time: string): string;
  date(time: string): string;
  /** The day in UTC, in which service periods begin and end, wherever the reader is. */
  utcDay(time: string): string;
  /** In short, of a day as a calendar writes it. */
  weekday(day: string): string;
  /** How long ago, or the date once that says more. */
  ago(time: string, now: number): string;
}

export function formatsOf(language: Language): Formats {
  const tag = TAGS[language];
  const number = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: 'percent' });
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'medium' });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium' });
  const utcDay = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: 'UTC' });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'long' });
  const unit = (value: number, name: string, digits: number, display: 'short' | 'narrow'): string =>
    isolated(new Intl.NumberFormat(tag, { style: 'unit', unit: name, unitDisplay: display, maximumFractionDigits: digits }).format(value));

  return {
    number: (value) => number.format(value),
    percent: (value) => percent.format(value / 100),
    bytes(value) {
      if (value < 1_024) return unit(value, 'byte', 0, 'short');
      return value < 1_048_576 ? unit(value / 1_024, 'kilobyte', 0, 'short') : unit(value / 1_048_576, 'megabyte', 1, 'short');
    },
    duration(milliseconds) {
      if (milliseconds < 1_000) return unit(milliseconds, 'millisecond', milliseconds < 10 ? 1 : 0, 'narrow');
      const seconds = milliseconds / 1_000;
      return seconds < 120 ? unit(seconds, 'second', 1, 'narrow') : unit(seconds / 60, 'minute', 1, 'narrow');
    },
    moment: (time) => moment.format(new Date(time)),
    date: (time) => date.format(new Date(time)),
    utcDay: (time) => utcDay.format(new Date(time)),
    weekday: (day) => weekday.format(new Date(`${day}T00:00:00Z`)),
    ago(time, now) {
      const seconds = (now - Date.parse(time)) / 1_000;
      if (seconds >= WEEK) return date.format(new Date(time));
      const found = UNITS.find(([, size]) => seconds >= size);
      return found === undefined ? relative.format(0, 'second') : relative.format(-Math.floor(seconds / found[1]), found[0]);
    },
  };
}
