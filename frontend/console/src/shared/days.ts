const DAY = /^\d{4}-\d{2}-\d{2}$/;

const beginningOf = (day: string): Date => new Date(`${day}T00:00:00`);

/** Whether it is a day as a calendar writes it. */
export const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(beginningOf(text).getTime());

/** When a day begins where the reader is, or one so many days later. */
export function midnight(day: string, later: number): string {
  const time = beginningOf(day);
  time.setDate(time.getDate() + later);
  return time.toISOString();
}
