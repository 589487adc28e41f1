// The graph: namespaces, workloads and pods, and the flows between them. One of the three views of the map.
import { ReactFlowProvider } from '@xyflow/react';
import { useLayoutEffect, useRef, useState } from 'react';
import { EmptyGraph } from './EmptyGraph.tsx';
import { GraphPane } from './GraphPane.tsx';
import styles from './GraphView.module.css';
import { aspectOf, useGraphModel } from './use-graph-model.ts';

export function GraphView() {
  const container = useRef<HTMLElement>(null);
  const [aspect, setAspect] = useState<number>();
  const measure = () => setAspect(aspectOf(container.current));
  useLayoutEffect(() => setAspect(aspectOf(container.current)), []);
  const model = useGraphModel(aspect ?? 1);
  return (
    <section ref={container} className={styles.view} aria-label="Graph">
      {aspect !== undefined && model && model.report.counts.workloads > 0 && (
        <ReactFlowProvider>
          <GraphPane model={model} onMeasure={measure} />
        </ReactFlowProvider>
      )}
      {model?.report.counts.workloads === 0 && <EmptyGraph policies={model.report.counts.policies} />}
    </section>
  );
}
