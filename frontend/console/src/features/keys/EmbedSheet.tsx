import type { ReactNode } from 'react';
import { embedCode } from '../../shared/embed.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Copyable } from '../../shared/ui/Copy.tsx';
import { Sheet } from '../../shared/ui/Overlay.tsx';
import type { Key } from './contract.ts';
import { KEYS } from './texts.ts';

interface EmbedSheetProps {
  readonly apiKey: Key;
  readonly onClose: () => void;
}

export function EmbedSheet({ apiKey, onClose }: EmbedSheetProps): ReactNode {
  const text = useTexts(KEYS);
  return (
    <Sheet title={text.embedTitle(isolated(apiKey.name))} description={text.embedDetail} onClose={onClose}>
      <Embed apiKey={apiKey} />
    </Sheet>
  );
}

export function Embed({ apiKey: { key = '' } }: { readonly apiKey: Key }): ReactNode {
  const text = useTexts(KEYS);
  return (
    <div className="space-y-5">
      <Copyable label={text.embedCode} text={embedCode(location.origin, key)} />
      <Copyable label={text.keyText} text={key} />
    </div>
  );
}
