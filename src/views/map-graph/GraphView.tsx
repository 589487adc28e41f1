// The graph: namespaces, workloads and pods, and the flows between them. One of the four views of the map.
import { useLayoutEffect, useRef, useState } from 'react';
import styles from './GraphView.module.css';
import { PlacedGraph } from './PlacedGraph.tsx';
import { aspectOf } from './use-graph-model.ts';

/** Nothing is laid out before the window is measured. */
export function GraphView() {
  const container = useRef<HTMLElement>(null);
  const [aspect, setAspect] = useState<number>();
  const measure = () => setAspect(aspectOf(container.current));
  useLayoutEffect(() => setAspect(aspectOf(container.current)), []);
  return (
    <section ref={container} className={styles.view} aria-label="Graph">
      {aspect !== undefined && <PlacedGraph aspect={aspect} onMeasure={measure} />}
    </section>
  );
}
