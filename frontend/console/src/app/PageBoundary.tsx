import { Component, type ReactNode } from 'react';
import { Failure } from '../shared/ui/States.tsx';

interface BoundaryProps {
  /** Puts what is said of a fault where the page would be. */
  readonly frame: (failure: ReactNode) => ReactNode;
  /** Another address is another attempt. */
  readonly address: string;
  readonly children: ReactNode;
}

/** Keeps a fault inside the page it happened in. */
export class PageBoundary extends Component<BoundaryProps, { readonly failure: Error | undefined }> {
  override state: { readonly failure: Error | undefined } = { failure: undefined };

  static getDerivedStateFromError(failure: unknown): { failure: Error } {
    return { failure: failure instanceof Error ? failure : new Error(String(failure)) };
  }

  override componentDidUpdate(before: BoundaryProps): void {
    if (before.address !== this.props.address && this.state.failure !== undefined) this.setState({ failure: undefined });
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    // A bundle that could not be fetched, after an update perhaps, comes only with a new page.
    return this.props.frame(<Failure failure={failure} onRetry={() => { location.reload(); }} />);
  }
}
