import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { DIRECTION, LANGUAGES, type Language } from '../../shared/locale/language.ts';
import { useLocale, useTexts } from '../../shared/locale/Locale.tsx';
import { isOfKind, type PreviewDraft } from '../../shared/preview.ts';
import { Segments } from '../../shared/ui/Segments.tsx';
import type { Profile } from './contract.ts';
import { isColor, type LookDraft } from './lookDraft.ts';
import { WIDGET } from './texts.ts';

const DEVICES = { desktop: { width: 820, height: 740 }, phone: { width: 375, height: 700 } } as const;
type Device = keyof typeof DEVICES;

interface PreviewProps {
  readonly profile: Profile;
  readonly draft: LookDraft;
}

/** The chat as it would be after saving: the very script that pages load, in a page that reaches no server. */
export function Preview({ profile, draft }: PreviewProps): ReactNode {
  const text = useTexts(WIDGET);
  const [device, setDevice] = useState<Device>('desktop');
  const spoken = LANGUAGES.filter(({ value }) => profile.languages.some((tag) => isOf(tag, value)));
  const { language } = useLocale();
  const [locale, setLocale] = useState<Language>(() => spoken.find(({ value }) => value === language)?.value ?? spoken[0]?.value ?? 'en');
  const color = useLastColor(draft.color);
  return (
    <figure className="min-w-0 lg:sticky lg:top-[calc(var(--bar)+var(--banner)+0.875rem)]">
      <figcaption className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <span className="text-sm font-semibold">{text.preview}</span>
        <span className="flex flex-wrap gap-2">
          {spoken.length < 2 ? null : <Segments label={text.previewLanguage} value={locale} options={spoken} onChoose={setLocale} />}
          <Segments label={text.device} value={device} options={[{ value: 'desktop', label: text.desktop }, { value: 'phone', label: text.phone }]} onChoose={setDevice} />
        </span>
      </figcaption>
      <Screen device={device} message={messageOf(profile, draft, color, locale)} />
      <p className="mt-2 text-sm text-soft">{text.previewDetail}</p>
    </figure>
  );
}

const isOf = (tag: string, language: Language): boolean => tag.toLowerCase().split('-')[0] === language;

/** A colour that is only half typed is none yet. */
function useLastColor(color: string): string {
  const [last, setLast] = useState(color);
  if (isColor(color) && color !== last) setLast(color);
  return isColor(color) ? color : last;
}

function messageOf({ name, languages, defaultLocale, greetings: saved }: Profile, { position, logoUrl, greetings }: LookDraft, color: string, locale: Language): PreviewDraft {
  const written = { ...saved, ...greetings };
  const tag = languages.find((known) => isOf(known, locale)) ?? defaultLocale;
  const greeting = written[tag]?.trim() === '' ? undefined : written[tag];
  return {
    kind: 'csai.preview.draft',
    locale,
    config: {
      brand: { name, color, position, logoUrl: logoUrl.trim() === '' ? null : logoUrl.trim() },
      greeting: greeting ?? written[defaultLocale] ?? null,
      locale, direction: DIRECTION[locale], languages: [locale], features: { feedback: true, handoff: false },
    },
  };
}

function Screen({ device, message }: { readonly device: Device; readonly message: PreviewDraft }): ReactNode {
  const text = useTexts(WIDGET);
  const frame = useRef<HTMLIFrameElement>(null);
  const room = useRef<HTMLDivElement>(null);
  useTelling(frame, JSON.stringify(message));
  const { width, height } = DEVICES[device];
  const scale = Math.min(1, useWidth(room) / width);
  return (
    <div ref={room} className="flex justify-center overflow-hidden rounded-card border border-line bg-sunken">
      <div style={{ width: width * scale, height: height * scale }} className="overflow-hidden">
        <iframe
          ref={frame}
          title={text.preview}
          src="/widget/preview"
          style={{ width, height, transform: `scale(${scale})` }}
          className="origin-top-left border-0 rtl:origin-top-right"
        />
      </div>
    </div>
  );
}

/** Tells the page in the frame how the chat looks now, as soon as it listens and whenever that is another. */
function useTelling(frame: RefObject<HTMLIFrameElement | null>, message: string): void {
  const [heard, setHeard] = useState(0);
  useEffect(() => {
    const onMessage = ({ origin, source, data }: MessageEvent<unknown>): void => {
      if (origin !== location.origin || source !== frame.current?.contentWindow) return;
      if (isOfKind(data, 'csai.preview.ready')) setHeard((times) => times + 1);
    };
    addEventListener('message', onMessage);
    return () => { removeEventListener('message', onMessage); };
  }, [frame]);
  useEffect(() => {
    if (heard > 0) frame.current?.contentWindow?.postMessage(JSON.parse(message) as PreviewDraft, location.origin);
  }, [frame, heard, message]);
}

function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => { setWidth(entry?.contentRect.width ?? 0); });
    observer.observe(element.current);
    return () => { observer.disconnect(); };
  }, [element]);
  return width;
}
