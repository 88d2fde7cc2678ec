import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { useClient } from '../../shared/session/SessionContext.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Menu, MenuItem, MenuLine } from '../../shared/ui/Menu.tsx';
import { useReason } from '../../shared/ui/States.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { isUnfinished, kindOf, type KnowledgeDocument } from './contract.ts';
import { openOriginal } from './openOriginal.ts';
import { useReprocess } from './queries.ts';
import { KNOWLEDGE } from './texts.ts';

interface DocumentMenuProps {
  readonly document: KnowledgeDocument;
  readonly name: string;
  readonly onDelete: () => void;
}

export function DocumentMenu({ document, name, onDelete }: DocumentMenuProps): ReactNode {
  const text = useTexts(KNOWLEDGE);
  const navigate = useNavigate();
  const client = useClient();
  const toast = useToast();
  const reason = useReason();
  const reprocess = useReprocess();
  const kind = kindOf(document);
  const fail = (title: string) => (failure: Error): void => { toast({ tone: 'bad', title, detail: reason(failure) }); };

  const again = (): void => {
    reprocess.mutate(document, {
      onSuccess: () => { toast({ tone: 'good', title: text.reprocessing(isolated(name)) }); },
      onError: fail(text.actionFailed),
    });
  };
  const edit = (): void => { void navigate(kind === 'profile' ? '/knowledge/profile' : `/knowledge/${kind}/${document.id}`); };

  return (
    <Menu trigger={<Button kind="quiet" size="icon" icon="more" aria-label={text.actionsFor(name)} />}>
      <MenuItem icon="knowledge" onSelect={() => { void navigate(`/knowledge/${document.id}`); }}>{text.view}</MenuItem>
      {kind === 'file' ? (
        <MenuItem icon="open" onSelect={() => { openOriginal(client, document).catch(fail(text.opened)); }}>{text.open}</MenuItem>
      ) : (
        <MenuItem icon="edit" onSelect={edit}>{text.edit}</MenuItem>
      )}
      {isUnfinished(document) ? null : <MenuItem icon="redo" onSelect={again}>{text.reprocess}</MenuItem>}
      <MenuLine />
      <MenuItem icon="trash" danger onSelect={onDelete}>{text.remove}</MenuItem>
    </Menu>
  );
}
