import type { ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Sheet } from '../../shared/ui/Overlay.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import { FactorProof, type Proof } from './FactorProof.tsx';
import { useRemoveFactor } from './queries.ts';
import { SECOND } from './secondTexts.ts';

export function TurnOffSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const text = useTexts(SECOND);
  const toast = useToast();
  const { mutateAsync } = useRemoveFactor();

  async function remove(proof: Proof): Promise<void> {
    await mutateAsync(proof);
    toast({ tone: 'good', title: text.turnedOff });
    onClose();
  }

  return (
    <Sheet title={text.turnOff} description={text.turnOffDetail} onClose={onClose}>
      <FactorProof submit={text.turnOff} onProof={remove} />
    </Sheet>
  );
}
