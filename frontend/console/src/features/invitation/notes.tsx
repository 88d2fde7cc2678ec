import type { ReactNode } from 'react';
import type { DeadEnd } from '../../shared/door/deadEnd.ts';
import { DoorLink } from '../../shared/door/DoorLink.tsx';
import { DoorNote } from '../../shared/door/DoorNote.tsx';
import { DOOR } from '../../shared/door/texts.ts';
import { useSentence } from '../../shared/door/trouble.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { INVITATION } from './texts.ts';

export function DeadEndNote({ end }: { readonly end: DeadEnd }): ReactNode {
  const text = useTexts(INVITATION);
  const { backToSignIn } = useTexts(DOOR);
  return (
    <DoorNote icon={end === 'forbidden' ? 'person' : 'alert'} title={text[end]} detail={text[`${end}Detail`]}>
      <DoorLink to="/">{backToSignIn}</DoorLink>
    </DoorNote>
  );
}

/** The invitation may be good; there was no answer that says so. */
export function NotFoundOut({ failure, onRetry }: { readonly failure: Error; readonly onRetry: () => void }): ReactNode {
  const text = useTexts(INVITATION);
  const sentence = useSentence();
  return (
    <DoorNote icon="globe" title={text.unreachable} detail={sentence(failure)}>
      <Button icon="redo" onClick={onRetry}>{text.again}</Button>
    </DoorNote>
  );
}
