import type { ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Sheet } from '../../shared/ui/Overlay.tsx';
import type { Assistant } from './contract.ts';
import { Differences } from './Differences.tsx';
import { ASSISTANT } from './texts.ts';

/** What publishing would change. */
export function DraftSheet({ assistant: { draft, inForce }, onClose }: { readonly assistant: Assistant; readonly onClose: () => void }): ReactNode {
  const { versions: text } = useTexts(ASSISTANT);
  return (
    <Sheet title={text.draft} description={text.draftDetail} onClose={onClose}>
      <Differences before={inForce} after={draft} columns={[text.now, text.inDraft]} />
    </Sheet>
  );
}
