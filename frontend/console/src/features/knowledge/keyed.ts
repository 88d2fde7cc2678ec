/** A row of a form that can be taken out from between others without their inputs losing what is typed in them. */
export type Keyed<T> = T & { readonly key: number };

let next = 1;

export const keyed = <T extends object>(value: T): Keyed<T> => ({ ...value, key: next++ });

export const without = <T extends { readonly key: number }>(rows: readonly T[], key: number): readonly T[] =>
  rows.filter((row) => row.key !== key);

/** At its place, or at the end if fewer are left. */
export const putBack = <T extends { readonly key: number }>(rows: readonly T[], row: T, at: number): readonly T[] =>
  [...rows.slice(0, at), row, ...rows.slice(at)];

export const changed = <T extends { readonly key: number }>(rows: readonly T[], key: number, part: Partial<T>): readonly T[] =>
  rows.map((row) => (row.key === key ? { ...row, ...part } : row));
