import { h } from './view';

/** The tenant's logo, or its initial where there is none or the host page's policy keeps the image out. */
export function avatar(name: string, logoUrl: string | undefined): HTMLElement {
  const initial = Array.from(name)[0] ?? '';
  const el = h('span', { class: 'avatar', 'aria-hidden': 'true' }, initial.toLocaleUpperCase());
  if (logoUrl === undefined) return el;
  const logo = h('img', { alt: '', referrerpolicy: 'no-referrer', decoding: 'async' });
  logo.addEventListener('load', () => {
    el.replaceChildren(logo);
  });
  logo.src = logoUrl;
  return el;
}
