// The right-hand pane: the impact line, and the same state as a graph, a matrix, a table or a board of tiers.
import { Suspense } from 'react';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { ImpactLine } from './ImpactLine.tsx';
import styles from './MapPane.module.css';
import { boardPart, graphPart, matrixPart, posturePart } from './map-parts.ts';
import { QueryBar } from './QueryBar.tsx';
import { StagingLine } from './StagingLine.tsx';
import { TableView } from './TableView.tsx';

const names = { graph: 'Graph', matrix: 'Matrix', table: 'Table', tiers: 'Tiers', posture: 'Posture' } as const;

export function MapPane() {
  const mapView = useWorkbench((state) => state.mapView);
  return (
    <section className={styles.pane} aria-label="Map">
      <ImpactLine />
      <StagingLine />
      {/* The query is of flows; the board is of policies, the posture of namespaces. */}
      {mapView !== 'tiers' && mapView !== 'posture' && <QueryBar />}
      <div id="map-view" role="tabpanel" aria-label={names[mapView]} className={styles.view}>
        {mapView === 'table' ? (
          <TableView />
        ) : (
          <ErrorBoundary key={mapView} what={`The ${mapView}`}>
            <Suspense fallback={null}>
              {mapView === 'matrix' ? (
                <matrixPart.Part />
              ) : mapView === 'tiers' ? (
                <boardPart.Part />
              ) : mapView === 'posture' ? (
                <posturePart.Part />
              ) : (
                <graphPart.Part />
              )}
            </Suspense>
          </ErrorBoundary>
        )}
      </div>
    </section>
  );
}
