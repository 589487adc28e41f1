// Nearer, farther, all of it: the matrix for those without a wheel.
import type { MatrixControls } from './MatrixGrid.tsx';
import styles from './MatrixView.module.css';

const STEP = 1.5;

export function MatrixZoom({ controls }: { readonly controls: { readonly current: MatrixControls | null } }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid over the matrix
    <div className={styles.zoom} role="group" aria-label="Zoom">
      <button
        type="button"
        className="button"
        data-kind="quiet"
        aria-label="Zoom out"
        onClick={() => controls.current?.zoomBy(1 / STEP)}
      >
        −
      </button>
      <button
        type="button"
        className="button"
        data-kind="quiet"
        aria-label="Zoom in"
        onClick={() => controls.current?.zoomBy(STEP)}
      >
        +
      </button>
      <button
        type="button"
        className="button"
        data-kind="quiet"
        title="Fit to the window (f)"
        onClick={() => controls.current?.fit()}
      >
        Fit
      </button>
    </div>
  );
}
