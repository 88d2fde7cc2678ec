import { useId, type ReactNode } from 'react';
import { Card } from './Room.tsx';

interface PartProps {
  readonly title: string;
  readonly detail?: ReactNode;
  readonly children: ReactNode;
}

/** One matter of a room that has several. */
export function Part({ title, detail, children }: PartProps): ReactNode {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <Card className="p-5 sm:p-6">
        <h2 id={id} className="text-xl">{title}</h2>
        {detail === undefined ? null : <div className="mt-1 text-soft">{detail}</div>}
        {children}
      </Card>
    </div>
  );
}
