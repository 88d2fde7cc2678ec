import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { cx } from '../../shared/ui/cx.ts';
import { Icon } from '../../shared/ui/icons.tsx';
import type { Command } from './contract.ts';

interface OptionProps {
  readonly id: string;
  readonly command: Command;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onDone: () => void;
}

/** Where it leads somewhere, a link, so that whatever asks before a page is left hears of it. */
export function Option({ id, command: { label, detail, icon, act }, isActive, onPoint, onDone }: OptionProps): ReactNode {
  const bound = {
    id,
    role: 'option',
    'aria-selected': isActive,
    tabIndex: -1,
    onPointerMove: onPoint,
    className: cx('flex w-full cursor-pointer items-center gap-3 rounded-lg px-2.5 py-2 text-start text-[15px] outline-none', isActive && 'bg-accent-wash text-accent'),
  } as const;
  const content = (
    <>
      <Icon name={icon} className="size-4.5 opacity-80" />
      <bdi className="truncate">{label}</bdi>
      {detail === undefined || detail === label ? null : <bdi className="ms-auto truncate ps-3 text-[13px] text-soft">{detail}</bdi>}
    </>
  );
  if ('to' in act) return <Link {...bound} to={act.to} onClick={onDone}>{content}</Link>;
  return (
    <div
      {...bound}
      onClick={() => {
        onDone();
        act.run();
      }}
    >
      {content}
    </div>
  );
}
