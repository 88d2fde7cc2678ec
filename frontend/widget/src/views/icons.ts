const SVG = 'http://www.w3.org/2000/svg';

/** Outlines on a grid of 24. */
const PATHS = {
  chat: 'M21 11.6c0 4.5-4 8.1-9 8.1-1 0-2-.2-3-.5L4 21l1.3-3.9A7.6 7.6 0 0 1 3 11.6c0-4.5 4-8.1 9-8.1s9 3.6 9 8.1Z',
  down: 'm6 9 6 6 6-6',
  close: 'M6 6l12 12M18 6 6 18',
  send: 'M12 19V5m-6 6 6-6 6 6',
  up: 'M7 11v9H4.5A1.5 1.5 0 0 1 3 18.5v-6A1.5 1.5 0 0 1 4.5 11H7Zm0 0 4-8a2.5 2.5 0 0 1 2.5 2.5V9h5.3a2 2 0 0 1 2 2.3l-1.2 7a2 2 0 0 1-2 1.7H7',
  document: 'M14 3H7.5A1.5 1.5 0 0 0 6 4.5v15A1.5 1.5 0 0 0 7.5 21h9a1.5 1.5 0 0 0 1.5-1.5V7l-4-4Zm0 0v4h4M9 12.5h6M9 16.5h4',
  alert: 'M12 8v5m0 3.5v.1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
} as const;

export type Icon = keyof typeof PATHS | 'thumbDown';

/** Decoration only: the control around it carries the words. */
export function icon(name: Icon): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `icon icon-${name}`);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name === 'thumbDown' ? 'up' : name]);
  if (name === 'thumbDown') path.setAttribute('transform', 'rotate(180 12 12)');
  svg.append(path);
  return svg;
}
