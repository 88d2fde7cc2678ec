import { useState, type ReactNode } from 'react';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { OnceSheet } from '../../shared/ui/OnceSheet.tsx';
import { FactorProof } from './FactorProof.tsx';
import { useRenewCodes } from './queries.ts';
import { codesOnce, SECOND } from './secondTexts.ts';

/** Recovery codes in place of those that are used up or lost. */
export function NewCodesSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const text = useTexts(SECOND);
  const { mutateAsync } = useRenewCodes();
  const [codes, setCodes] = useState<readonly string[]>();
  const once = codes === undefined ? undefined : codesOnce(text.newCodesDone, text.newCodesWarning, text.recoveryCodes, codes);
  return (
    <OnceSheet title={text.newCodes} description={text.newCodesDetail} once={once} onClose={onClose}>
      <FactorProof submit={text.newCodes} onProof={async (proof) => { setCodes(await mutateAsync(proof)); }} />
    </OnceSheet>
  );
}
