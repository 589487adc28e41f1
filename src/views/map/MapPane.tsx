// The right-hand pane: the impact line, and the same state as a graph, as a matrix or as a table.
import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { ImpactLine } from './ImpactLine.tsx';
import styles from './MapPane.module.css';
import { StagingLine } from './StagingLine.tsx';
import { TableView } from './TableView.tsx';

const names = { graph: 'Graph', matrix: 'Matrix', table: 'Table' } as const;

const GraphView = lazy(async () => ({ default: (await import('../map-graph/GraphView.tsx')).GraphView }));

const MatrixView = lazy(async () => ({ default: (await import('../map-matrix/MatrixView.tsx')).MatrixView }));

export function MapPane() {
  const mapView = useWorkbench((state) => state.mapView);
  return (
    <section className={styles.pane} aria-label="Map">
      <ImpactLine />
      <StagingLine />
      <div id="map-view" role="tabpanel" aria-label={names[mapView]} className={styles.view}>
        {mapView === 'table' ? (
          <TableView />
        ) : (
          <ErrorBoundary key={mapView} what={`The ${mapView}`}>
            <Suspense fallback={null}>{mapView === 'matrix' ? <MatrixView /> : <GraphView />}</Suspense>
          </ErrorBoundary>
        )}
      </div>
    </section>
  );
}
