import type { ComponentProps, ReactNode } from 'react';
import { StaleNotice as Notice } from '../../shared/door/StaleNotice.tsx';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { ASSISTANT } from './texts.ts';

/** Two people have worked on the draft. */
export function StaleNotice(choices: Omit<ComponentProps<typeof Notice>, 'text'>): ReactNode {
  const { stale, versions } = useTexts(ASSISTANT);
  return <Notice {...choices} text={{ ...stale, notDone: versions.notDone }} />;
}
