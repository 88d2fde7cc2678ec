/** Class names in one string, without the ones that are not given. */
export const cx = (...names: readonly (string | false | undefined)[]): string =>
  names.filter((name) => name !== false && name !== undefined && name !== '').join(' ');
