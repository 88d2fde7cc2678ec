import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Menu, MenuItem } from '../../shared/ui/Menu.tsx';
import { KNOWLEDGE } from './texts.ts';

export function AddKnowledge({ onUpload }: { readonly onUpload: () => void }): ReactNode {
  const text = useTexts(KNOWLEDGE);
  const navigate = useNavigate();
  const go = (path: string) => (): void => { void navigate(`/knowledge/${path}`); };
  return (
    <>
      <Menu trigger={<Button icon="edit">{text.write}</Button>}>
        <MenuItem icon="text" onSelect={go('text')}>{text.newText}</MenuItem>
        <MenuItem icon="answers" onSelect={go('qa')}>{text.newPairs}</MenuItem>
        <MenuItem icon="shop" onSelect={go('profile')}>{text.profile}</MenuItem>
      </Menu>
      <Button kind="primary" icon="upload" onClick={onUpload}>{text.upload}</Button>
    </>
  );
}
