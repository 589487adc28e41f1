// Overview, zoom and fit, in the corner of the graph.
import { useReactFlow } from '@xyflow/react';
import { MapToggle } from './MapToggle.tsx';
import styles from './MapToolbar.module.css';

interface ZoomControlsProps {
  readonly minimap: boolean;
  readonly onMinimap: (shown: boolean) => void;
  readonly onFit: () => void;
}

export function ZoomControls({ minimap, onMinimap, onFit }: ZoomControlsProps) {
  const flow = useReactFlow();
  return (
    <div className={styles.zoom} role="toolbar" aria-label="Zoom">
      <MapToggle on={minimap} set={onMinimap} title="Show the overview">
        Overview
      </MapToggle>
      <button type="button" className="button" data-kind="quiet" aria-label="Zoom out" onClick={() => flow.zoomOut()}>
        −
      </button>
      <button type="button" className="button" data-kind="quiet" aria-label="Zoom in" onClick={() => flow.zoomIn()}>
        +
      </button>
      <button type="button" className="button" data-kind="quiet" title="Fit to the window (f)" onClick={onFit}>
        Fit
      </button>
    </div>
  );
}
