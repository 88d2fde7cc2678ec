import { useState, type ReactNode } from 'react';
import { preferred, DIRECTION } from '../../shared/locale/language.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { cx } from '../../shared/ui/cx.ts';
import { Icon } from '../../shared/ui/icons.tsx';
import { inkOn, isColor } from './color.ts';
import type { Position } from './contract.ts';
import type { ProfileDraft } from './profileDraft.ts';
import { SETTINGS } from './texts.ts';

const WINDOWS: Readonly<Record<Position, string>> = {
  'bottom-right': 'right-4 bottom-18', 'bottom-left': 'left-4 bottom-18', 'top-right': 'right-4 top-18', 'top-left': 'left-4 top-18',
};
const BUBBLES: Readonly<Record<Position, string>> = {
  'bottom-right': 'right-4 bottom-4', 'bottom-left': 'left-4 bottom-4', 'top-right': 'right-4 top-4', 'top-left': 'left-4 top-4',
};
const WEB_ADDRESS = /^(https?:\/\/[^/]|\/(?!\/))/i;

/** A page in small with the chat as the draft has it. Colours are set by script, which the page's policy allows. */
export function Swatch({ draft: { name, color, position, logoUrl, greetings, defaultLocale } }: { readonly draft: ProfileDraft }): ReactNode {
  const text = useTexts(SETTINGS);
  const [chosen, setChosen] = useState('#000000');
  if (isColor(color) && color !== chosen) setChosen(color);
  const paint = { backgroundColor: chosen, color: inkOn(chosen) };
  const greeting = greetings[defaultLocale]?.trim() ?? '';
  return (
    <figure>
      <figcaption className="mb-1.5 text-sm font-semibold">{text.preview}</figcaption>
      <div dir="ltr" className="relative h-80 overflow-hidden rounded-card border border-line bg-sunken">
        <div className={cx('absolute w-56 overflow-hidden rounded-xl border border-line bg-surface shadow-float', WINDOWS[position])}>
          <div data-swatch style={paint} className="flex items-center gap-2 px-3 py-2.5 text-sm font-semibold">
            <Logo key={logoUrl} url={logoUrl.trim()} />
            <bdi className="truncate">{name}</bdi>
          </div>
          <p dir={DIRECTION[preferred([defaultLocale])]} className="m-3 line-clamp-3 rounded-lg bg-sunken px-3 py-2 text-start text-sm [unicode-bidi:plaintext]">{greeting === '' ? text.hello : greeting}</p>
        </div>
        <span style={paint} className={cx('absolute grid size-11 place-items-center rounded-full shadow-float', BUBBLES[position])}>
          <Icon name="answers" className="size-5" />
        </span>
      </div>
    </figure>
  );
}

/** Nothing as long as there is no picture at the address. */
function Logo({ url }: { readonly url: string }): ReactNode {
  const [isBroken, setBroken] = useState(false);
  if (isBroken || !WEB_ADDRESS.test(url)) return null;
  return <img src={url} alt="" className="size-6 rounded-md object-contain" onError={() => { setBroken(true); }} />;
}
