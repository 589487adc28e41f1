// The right-hand pane: the impact line, and the same state as a graph or as a table.
import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { ImpactLine } from './ImpactLine.tsx';
import styles from './MapPane.module.css';
import { StagingLine } from './StagingLine.tsx';
import { TableView } from './TableView.tsx';

const GraphView = lazy(async () => ({ default: (await import('../map-graph/GraphView.tsx')).GraphView }));

export function MapPane() {
  const mapView = useWorkbench((state) => state.mapView);
  return (
    <section className={styles.pane} aria-label="Map">
      <ImpactLine />
      <StagingLine />
      <div id="map-view" role="tabpanel" aria-label={mapView === 'table' ? 'Table' : 'Graph'} className={styles.view}>
        {mapView === 'table' ? (
          <TableView />
        ) : (
          <ErrorBoundary what="The graph">
            <Suspense fallback={null}>
              <GraphView />
            </Suspense>
          </ErrorBoundary>
        )}
      </div>
    </section>
  );
}
