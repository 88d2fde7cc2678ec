import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWayBackTo } from '../wayBack.ts';
import { Icon } from './icons.tsx';

interface BackLinkProps {
  /** Where the list is of which this is one. */
  readonly to: string;
  readonly children: ReactNode;
}

export const BackLink = ({ to, children }: BackLinkProps): ReactNode => (
  <Link to={useWayBackTo(to)} className="mb-2 -ms-1 inline-flex items-center gap-1 rounded-md pe-1 text-sm font-semibold text-soft hover:text-accent">
    <Icon name="back" className="size-4.5" />
    {children}
  </Link>
);
