import { useId, type ReactNode } from 'react';
import { Icon, type IconName } from '../ui/icons.tsx';
import { takeFocus } from './takeFocus.ts';

interface DoorNoteProps {
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
  readonly children: ReactNode;
}

/** Stands where a form was, and takes over its focus so that it is read. */
export function DoorNote({ icon, title, detail, children }: DoorNoteProps): ReactNode {
  const id = useId();
  return (
    <section ref={takeFocus} tabIndex={-1} data-quiet-focus aria-labelledby={`${id}-title`} aria-describedby={`${id}-detail`} className="mt-6">
      <span className="mb-4 grid size-12 place-items-center rounded-2xl bg-accent-wash text-accent">
        <Icon name={icon} className="size-6" />
      </span>
      <h2 id={`${id}-title`} className="text-xl">{title}</h2>
      <p id={`${id}-detail`} className="mt-1.5 text-soft">{detail}</p>
      <div className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-3">{children}</div>
    </section>
  );
}
