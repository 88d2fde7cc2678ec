import type { ReactNode } from 'react';
import { useTexts } from '../locale/Locale.tsx';
import { Badge, type Tone } from '../ui/Badge.tsx';
import type { Outcome } from './contract.ts';
import { ANSWER } from './texts.ts';

const TONES: Readonly<Record<Outcome, Tone>> = { answered: 'good', abstained: 'warn', handed_off: 'busy', refused: 'bad' };

export const OutcomeMark = ({ outcome }: { readonly outcome: Outcome }): ReactNode => (
  <Badge tone={TONES[outcome]}>{useTexts(ANSWER).outcomes[outcome]}</Badge>
);
