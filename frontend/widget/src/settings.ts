import type { WidgetConfig } from './api/contract';
import { languageOf, localeOf, preferredLocale, type Locale } from './locale/locale';
import { parseHex, type Rgb } from './theme/color';

export const POSITIONS = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const;
export type Position = (typeof POSITIONS)[number];
export type ThemeChoice = 'auto' | 'light' | 'dark';

/** What the script tag says. It is the page's own word and goes before what the tenant has set up. */
export interface ScriptSettings {
  readonly apiKey: string;
  readonly apiBase: string;
  readonly theme: ThemeChoice;
  readonly position?: Position | undefined;
  readonly color?: Rgb | undefined;
  readonly greeting?: string | undefined;
  readonly locale?: string | undefined;
  readonly contactToken?: string | undefined;
}

export interface Settings {
  readonly name: string;
  readonly logoUrl: string | undefined;
  readonly color: Rgb;
  readonly position: Position;
  readonly greeting: string;
  readonly locale: Locale;
  readonly feedback: boolean;
}

const DEFAULT_COLOR: Rgb = [37, 71, 208];

const positionOf = (text: string | undefined): Position | undefined => POSITIONS.find((position) => position === text);

const nonBlank = (text: string | null | undefined): string | undefined => (text?.trim() ? text.trim() : undefined);

/** Throws with a sentence for the page's author if the tag cannot work. */
export function readScript(script: HTMLScriptElement): ScriptSettings {
  const { apiKey, apiBase, theme, position, color, greeting, locale, contactToken } = script.dataset;
  if (!apiKey?.startsWith('pk_')) {
    throw new Error('data-api-key needs the publishable key, pk_…; a secret key never belongs in a page');
  }
  return {
    apiKey,
    apiBase: new URL(apiBase ?? '/', new URL(script.src, document.baseURI)).href.replace(/\/+$/, ''),
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    position: positionOf(position),
    color: parseHex(color),
    greeting: nonBlank(greeting),
    locale: preferredLocale([locale]),
    contactToken,
  };
}

/** The locale to ask the server for, before it is known which ones the tenant speaks. */
export function wantedLocale(script: ScriptSettings): string {
  return script.locale ?? preferredLocale([document.documentElement.lang, navigator.language]) ?? 'en';
}

export function mergeSettings(script: ScriptSettings, config: WidgetConfig): Settings {
  const brand = config.brand ?? {};
  const locale = spokenLocale(script, config);
  return {
    name: nonBlank(brand.name) ?? locale.strings.assistant,
    logoUrl: logoUrl(brand.logoUrl, script.apiBase),
    color: script.color ?? parseHex(brand.color) ?? DEFAULT_COLOR,
    position: script.position ?? positionOf(brand.position) ?? 'bottom-right',
    greeting: script.greeting ?? nonBlank(config.greeting) ?? locale.strings.greeting,
    locale,
    feedback: config.features?.feedback ?? true,
  };
}

/** What the page asks for; else what it and the browser prefer, if the tenant speaks it; else the tenant's own. */
function spokenLocale(script: ScriptSettings, { locale, languages }: WidgetConfig): Locale {
  const wanted = wantedLocale(script);
  const spoken = languages?.map(languageOf) ?? [languageOf(wanted)];
  if (script.locale !== undefined || spoken.includes(languageOf(wanted))) return localeOf(wanted);
  return localeOf(preferredLocale([locale, ...spoken]) ?? 'en');
}

function logoUrl(address: string | null | undefined, base: string): string | undefined {
  if (!address || !URL.canParse(address, `${base}/`)) return undefined;
  const url = new URL(address, `${base}/`);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}
