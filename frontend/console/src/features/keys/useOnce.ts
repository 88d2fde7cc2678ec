import { useTexts } from '../../shared/locale/Locale.tsx';
import type { Once } from '../../shared/ui/OnceSheet.tsx';
import type { Key } from './contract.ts';
import { KEYS } from './texts.ts';

/** What of a key that was just made is never shown again; nothing of a publishable one, which stays readable. */
export function useOnce(made: Key | undefined, title: string): Once | undefined {
  const text = useTexts(KEYS);
  return made?.kind === 'secret' && made.key !== undefined ? { title, warning: text.once, label: text.keyText, text: made.key } : undefined;
}
