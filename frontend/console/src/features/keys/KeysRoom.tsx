import type { ReactNode } from 'react';
import { useFormats, useTexts } from '../../shared/locale/Locale.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { More } from '../../shared/ui/More.tsx';
import { Card, Room } from '../../shared/ui/Room.tsx';
import { SkeletonRows } from '../../shared/ui/Skeleton.tsx';
import { Failure, State } from '../../shared/ui/States.tsx';
import { useOpen } from '../../shared/useOpen.ts';
import { ContactSecretPart } from './ContactSecretPart.tsx';
import { KeyTable } from './KeyTable.tsx';
import { NewKeySheet } from './NewKeySheet.tsx';
import { useKeys } from './queries.ts';
import { KEYS } from './texts.ts';

export default function KeysRoom(): ReactNode {
  const text = useTexts(KEYS);
  const formats = useFormats();
  const [isMaking, setMaking] = useOpen();
  const keys = useKeys();
  const { data, error, refetch, hasNextPage } = keys;
  const make = <Button kind="primary" icon="plus" onClick={() => { setMaking(true); }}>{text.make}</Button>;
  return (
    <Room title={text.title} detail={text.detail} actions={data === undefined ? undefined : make}>
      <div className="space-y-6">
        <Card>
          {data === undefined ? (
            error === null ? <SkeletonRows /> : <Failure failure={error} onRetry={() => { void refetch(); }} />
          ) : data.length === 0 ? (
            <State icon="key" title={text.empty} detail={text.emptyDetail} />
          ) : (
            <>
              <p role="status" className="border-b border-line px-4 py-3 text-sm text-soft sm:px-5">
                {text.count(`${formats.number(data.length)}${hasNextPage ? '+' : ''}`, hasNextPage ? 2 : data.length)}
              </p>
              <KeyTable keys={data} />
            </>
          )}
          <More of={keys} />
        </Card>
        {data === undefined ? null : <ContactSecretPart />}
      </div>
      {isMaking ? <NewKeySheet onClose={() => { setMaking(false); }} /> : null}
    </Room>
  );
}
