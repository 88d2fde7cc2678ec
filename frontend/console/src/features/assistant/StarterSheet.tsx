import { useState, type ReactNode } from 'react';
import { isLanguage, LANGUAGES, type Language } from '../../shared/locale/language.ts';
import { useLocale, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Select } from '../../shared/ui/Field.tsx';
import { Sheet } from '../../shared/ui/Overlay.tsx';
import { starterOf, STARTERS, TONES, TRADES, type Tone, type Trade } from './starters.ts';
import { ASSISTANT } from './texts.ts';

interface StarterSheetProps {
  readonly onUse: (instructions: string) => void;
  readonly onClose: () => void;
}

export function StarterSheet({ onUse, onClose }: StarterSheetProps): ReactNode {
  const { starter: text } = useTexts(ASSISTANT);
  const { language: reader } = useLocale();
  const names = useTexts(STARTERS);
  const [language, setLanguage] = useState<Language>(reader);
  const [trade, setTrade] = useState<Trade>('restaurant');
  const [tone, setTone] = useState<Tone>('friendly');
  const instructions = starterOf(language, trade, tone);
  return (
    <Sheet title={text.title} description={text.detail} onClose={onClose}>
      <div className="grid gap-4 sm:grid-cols-3">
        <Select label={text.trade} value={trade} onChange={({ target }) => { setTrade(TRADES.find((known) => known === target.value) ?? trade); }}>
          {TRADES.map((known) => <option key={known} value={known}>{names.trades[known].name}</option>)}
        </Select>
        <Select label={text.tone} value={tone} onChange={({ target }) => { setTone(TONES.find((known) => known === target.value) ?? tone); }}>
          {TONES.map((known) => <option key={known} value={known}>{names.tones[known].name}</option>)}
        </Select>
        <Select label={text.language} value={language} onChange={({ target }) => { if (isLanguage(target.value)) setLanguage(target.value); }}>
          {LANGUAGES.map(({ value, label, lang }) => <option key={value} value={value} lang={lang}>{label}</option>)}
        </Select>
      </div>
      <h3 className="mt-6 mb-2 text-sm font-semibold">{text.preview}</h3>
      <p dir="auto" lang={language} className="rounded-xl bg-sunken p-4 text-start leading-relaxed whitespace-pre-line">{instructions}</p>
      <Button kind="primary" className="mt-5" onClick={() => { onUse(instructions); }}>{text.use}</Button>
    </Sheet>
  );
}
