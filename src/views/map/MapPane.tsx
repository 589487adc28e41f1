// The right-hand pane: the impact line, and the same state as a graph, as a matrix or as a table.
import { Suspense } from 'react';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { ImpactLine } from './ImpactLine.tsx';
import styles from './MapPane.module.css';
import { graphPart, matrixPart } from './map-parts.ts';
import { QueryBar } from './QueryBar.tsx';
import { StagingLine } from './StagingLine.tsx';
import { TableView } from './TableView.tsx';

const names = { graph: 'Graph', matrix: 'Matrix', table: 'Table' } as const;

export function MapPane() {
  const mapView = useWorkbench((state) => state.mapView);
  return (
    <section className={styles.pane} aria-label="Map">
      <ImpactLine />
      <StagingLine />
      <QueryBar />
      <div id="map-view" role="tabpanel" aria-label={names[mapView]} className={styles.view}>
        {mapView === 'table' ? (
          <TableView />
        ) : (
          <ErrorBoundary key={mapView} what={`The ${mapView}`}>
            <Suspense fallback={null}>{mapView === 'matrix' ? <matrixPart.Part /> : <graphPart.Part />}</Suspense>
          </ErrorBoundary>
        )}
      </div>
    </section>
  );
}
