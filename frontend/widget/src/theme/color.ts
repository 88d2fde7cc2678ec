/** Colour arithmetic of WCAG 2.2, so that any brand colour stays readable. */
export type Rgb = readonly [red: number, green: number, blue: number];

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];
/** WCAG AA for text. */
const READABLE = 4.5;

/** `#abc` or `#aabbcc`; anything else is no colour, which also keeps foreign text out of the style sheet. */
export function parseHex(text: string | undefined): Rgb | undefined {
  const match = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(text?.trim() ?? '');
  if (match === null) return undefined;
  const hex = match[2] ?? Array.from(match[1] ?? '', (digit) => digit + digit).join('');
  const value = Number.parseInt(hex, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

export const cssColor = (rgb: Rgb): string => `rgb(${rgb.join()})`;

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one: Rgb, other: Rgb): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return from.map((channel, at) => Math.round(channel + ((to[at] ?? 0) - channel) * share)) as unknown as Rgb;
}

/** White where it can be read, else black: one of the two always reaches 4.5 : 1. */
export function textOn(background: Rgb): Rgb {
  return contrast(WHITE, background) >= READABLE ? WHITE : BLACK;
}

/** The colour itself if it can be read on the surface, else the nearest tint or shade of it that can. */
export function readableOn(surface: Rgb, color: Rgb): Rgb {
  const towards = contrast(surface, WHITE) > contrast(surface, BLACK) ? WHITE : BLACK;
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mix(color, towards, share);
    if (contrast(candidate, surface) >= READABLE) return candidate;
  }
  return towards;
}
