export const CODE_LENGTH = 6;

/** The code in what was typed or pasted: “123 456”, or the whole sentence it was in. */
export function codeIn(text: string): string {
  const whole = /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0];
  return whole ?? text.replace(/\D/g, '').slice(0, CODE_LENGTH);
}
