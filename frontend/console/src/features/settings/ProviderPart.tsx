import { useState, type ReactNode } from 'react';
import { useSentence } from '../../shared/door/trouble.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { useMember } from '../../shared/session/SessionContext.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Copyable } from '../../shared/ui/Copy.tsx';
import { Confirm } from '../../shared/ui/Overlay.tsx';
import { Part } from '../../shared/ui/Part.tsx';
import { SkeletonText } from '../../shared/ui/Skeleton.tsx';
import { Failure } from '../../shared/ui/States.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import type { Provider } from './contract.ts';
import { DomainList } from './DomainList.tsx';
import { ProviderForm } from './ProviderForm.tsx';
import { useProvider, useRemoveProvider } from './queries.ts';
import { SETTINGS } from './texts.ts';

export function ProviderPart(): ReactNode {
  const { signIn: text } = useTexts(SETTINGS);
  const { data, error, refetch } = useProvider();
  return (
    <Part title={text.title} detail={<p className="max-w-prose">{text.detail}</p>}>
      {data !== undefined ? (
        <Content provider={data} />
      ) : (
        <div className="mt-5">{error === null ? <SkeletonText /> : <Failure failure={error} onRetry={() => { void refetch(); }} />}</div>
      )}
    </Part>
  );
}

function Content({ provider }: { readonly provider: Provider | null }): ReactNode {
  const { signIn: text } = useTexts(SETTINGS);
  const { tenantId = '' } = useMember();
  return (
    <div className="mt-5 max-w-xl">
      <Copyable label={text.redirect} text={provider?.redirectUri ?? `${location.origin}/v1/auth/oidc/callback/${tenantId}`} />
      <ProviderForm key={provider === null ? 'none' : 'some'} provider={provider} />
      {provider === null ? null : (
        <>
          <DomainList domains={provider.domains} />
          <Remove />
        </>
      )}
    </div>
  );
}

function Remove(): ReactNode {
  const { signIn: text } = useTexts(SETTINGS);
  const toast = useToast();
  const sentence = useSentence();
  const { mutate, isPending } = useRemoveProvider();
  const [isAsking, setAsking] = useState(false);
  const close = (): void => { setAsking(false); };
  const confirm = (): void => {
    mutate(undefined, {
      onSuccess: () => { toast({ tone: 'good', title: text.removed }); },
      onError: (failure) => { toast({ tone: 'bad', title: text.notRemoved, detail: sentence(failure) }); },
      onSettled: close,
    });
  };
  return (
    <div className="mt-6 border-t border-line pt-5">
      <Button icon="trash" onClick={() => { setAsking(true); }}>{text.remove}</Button>
      {isAsking ? <Confirm title={text.removeTitle} detail={text.removeDetail} action={text.remove} busy={isPending} onConfirm={confirm} onClose={close} /> : null}
    </div>
  );
}
