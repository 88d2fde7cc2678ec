import type { ReactNode } from 'react';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Menu, MenuItem, MenuLine } from '../../shared/ui/Menu.tsx';
import type { Key } from './contract.ts';
import { KEYS } from './texts.ts';

export type Undertaking = 'embed' | 'edit' | 'rotate' | 'revoke';

interface KeyMenuProps {
  readonly apiKey: Key;
  readonly onChoose: (undertaking: Undertaking) => void;
}

/** A key that has a successor already is not replaced once more. */
export function KeyMenu({ apiKey: { name, kind, status }, onChoose }: KeyMenuProps): ReactNode {
  const text = useTexts(KEYS);
  return (
    <Menu trigger={<Button kind="quiet" size="icon" icon="more" aria-label={text.actionsFor(isolated(name))} />}>
      {kind === 'publishable' ? <MenuItem icon="code" onSelect={() => { onChoose('embed'); }}>{text.embed}</MenuItem> : null}
      <MenuItem icon="edit" onSelect={() => { onChoose('edit'); }}>{text.edit}</MenuItem>
      {status === 'active' ? <MenuItem icon="redo" onSelect={() => { onChoose('rotate'); }}>{text.rotate}</MenuItem> : null}
      <MenuLine />
      <MenuItem icon="trash" danger onSelect={() => { onChoose('revoke'); }}>{text.revoke}</MenuItem>
    </Menu>
  );
}
