import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from './icons.tsx';

export const BackLink = ({ to, children }: { readonly to: string; readonly children: ReactNode }): ReactNode => (
  <Link to={to} className="mb-2 -ms-1 inline-flex items-center gap-1 rounded-md pe-1 text-sm font-semibold text-soft hover:text-accent">
    <Icon name="back" className="size-4.5" />
    {children}
  </Link>
);
