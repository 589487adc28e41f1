// Keeps a fault in one pane from taking the others with it: says what happened and offers to try again.
import { Component, type ReactNode } from 'react';
import styles from './ErrorBoundary.module.css';

interface ErrorBoundaryProps {
  /** What does not work: `The graph`. */
  readonly what: string;
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly fault: string | undefined }> {
  override state: { readonly fault: string | undefined } = { fault: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    const { fault } = this.state;
    if (fault === undefined) return this.props.children;
    return (
      <div className={styles.fault} role="alert">
        <p>{this.props.what} could not be shown. Your text is kept.</p>
        <p className={styles.reason}>{fault}</p>
        <div className={styles.ways}>
          <button type="button" className="button" onClick={() => this.setState({ fault: undefined })}>
            Try again
          </button>
          <button type="button" className="button" onClick={() => location.reload()}>
            Reload the page
          </button>
        </div>
      </div>
    );
  }
}
