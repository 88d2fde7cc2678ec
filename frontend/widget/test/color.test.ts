import { describe, expect, it } from 'vitest';
import { contrast, cssColor, parseHex, readableOn, textOn, type Rgb } from '../src/theme/color';

const SURFACES: readonly Rgb[] = [[255, 255, 255], [241, 243, 246], [38, 41, 49], [23, 25, 30]];

function* manyColors(): Generator<Rgb> {
  for (let red = 0; red <= 255; red += 51) {
    for (let green = 0; green <= 255; green += 51) {
      for (let blue = 0; blue <= 255; blue += 51) yield [red, green, blue];
    }
  }
}

describe('colours', () => {
  it.each([
    ['#abc', [170, 187, 204]],
    ['#A1b2C3', [161, 178, 195]],
    [' #000 ', [0, 0, 0]],
  ] as const)('are read from %j', (text, expected) => {
    expect(parseHex(text)).toEqual(expected);
  });

  it.each([undefined, '', 'red', '#12', '#1234', '#12345g', '#fff;}', 'url(#fff)'])('are nothing else, such as %j', (text) => {
    expect(parseHex(text)).toBeUndefined();
  });

  it('are compared as WCAG does', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
    expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.478, 3);
  });

  it('carry text that can be read, whatever the brand', () => {
    for (const color of manyColors()) expect(contrast(textOn(color), color), cssColor(color)).toBeGreaterThanOrEqual(4.5);
  });

  it('become readable on every surface, whatever the brand', () => {
    for (const color of manyColors()) {
      for (const surface of SURFACES) {
        expect(contrast(readableOn(surface, color), surface), cssColor(color)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('stay as they are where they can be read already', () => {
    expect(readableOn([255, 255, 255], [179, 38, 30])).toEqual([179, 38, 30]);
  });
});
