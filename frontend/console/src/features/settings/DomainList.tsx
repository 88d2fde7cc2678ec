import { useId, useState, type ReactNode } from 'react';
import type { Refusal } from '../../shared/api/problem.ts';
import { useSentence } from '../../shared/door/trouble.ts';
import { isolated } from '../../shared/locale/formats.ts';
import { useTexts } from '../../shared/locale/Locale.tsx';
import { Badge } from '../../shared/ui/Badge.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Copyable } from '../../shared/ui/Copy.tsx';
import { useToast } from '../../shared/ui/Toasts.tsx';
import type { Domain } from './contract.ts';
import { useVerifyDomain } from './queries.ts';
import { SETTINGS } from './texts.ts';

/** Those that were saved, each with what proves whose it is. */
export function DomainList({ domains }: { readonly domains: readonly Domain[] }): ReactNode {
  const { signIn: text } = useTexts(SETTINGS);
  if (domains.length === 0) return null;
  return (
    <section className="mt-6 border-t border-line pt-5">
      <h3 className="font-serif text-lg font-semibold">{text.records}</h3>
      {domains.every(({ verified }) => verified) ? null : <p className="mt-1 text-soft">{text.recordsDetail}</p>}
      <ul className="mt-4 space-y-5">{domains.map((domain) => <Row key={domain.domain} domain={domain} />)}</ul>
    </section>
  );
}

function Row({ domain: { domain, verified, recordName, recordValue } }: { readonly domain: Domain }): ReactNode {
  const { signIn: text } = useTexts(SETTINGS);
  const id = useId();
  const { verify, isPending, problem } = useVerifying(domain);
  return (
    <li>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <bdi className="font-semibold [overflow-wrap:anywhere]">{domain}</bdi>
        <Badge tone={verified ? 'good' : 'warn'}>{verified ? text.verified : text.unverified}</Badge>
      </p>
      {verified ? null : (
        <div className="mt-3 space-y-3">
          <Copyable label={text.recordName} text={recordName} />
          <Copyable label={text.recordValue} text={recordValue} />
          <Button busy={isPending} aria-label={text.verifyOf(isolated(domain))} aria-describedby={`${id}-note`} onClick={verify}>{text.verify}</Button>
          <p id={`${id}-note`} role="alert" className="text-sm font-semibold text-danger">{problem}</p>
        </div>
      )}
    </li>
  );
}

function useVerifying(domain: string): { verify: () => void; isPending: boolean; problem: string | undefined } {
  const { signIn: text } = useTexts(SETTINGS);
  const toast = useToast();
  const sentence = useSentence();
  const { mutate, isPending } = useVerifyDomain();
  const [problem, setProblem] = useState<string>();
  const own = ({ status }: Refusal): string | undefined => (status === 409 ? text.notFound : undefined);
  const verify = (): void => {
    setProblem(undefined);
    mutate(domain, {
      onSuccess: () => { toast({ tone: 'good', title: text.isVerified(isolated(domain)) }); },
      onError: (failure) => { setProblem(sentence(failure, own)); },
    });
  };
  return { verify, isPending, problem };
}
