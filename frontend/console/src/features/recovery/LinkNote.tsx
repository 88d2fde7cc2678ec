import type { ReactNode } from 'react';
import type { DeadEnd } from '../../shared/door/deadEnd.ts';
import { DoorLink } from '../../shared/door/DoorLink.tsx';
import { DoorNote } from '../../shared/door/DoorNote.tsx';
import { DOOR } from '../../shared/door/texts.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { RECOVERY } from './texts.ts';

export function LinkNote({ end }: { readonly end: DeadEnd }): ReactNode {
  const text = useTexts(RECOVERY);
  const { backToSignIn } = useTexts(DOOR);
  return (
    <DoorNote icon={end === 'forbidden' ? 'person' : 'alert'} title={text[end]} detail={text[`${end}Detail`]}>
      {end === 'forbidden' ? null : <DoorLink to="/forgot-password">{text.newLink}</DoorLink>}
      <DoorLink to="/">{backToSignIn}</DoorLink>
    </DoorNote>
  );
}
