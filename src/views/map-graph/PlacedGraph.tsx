// The graph laid out for a window, or what to do where there is nothing to draw.
import { ReactFlowProvider } from '@xyflow/react';
import { EmptyGraph } from './EmptyGraph.tsx';
import { GraphPane } from './GraphPane.tsx';
import { useGraphModel } from './use-graph-model.ts';

interface PlacedGraphProps {
  /** Width : height of the window. */
  readonly aspect: number;
  readonly onMeasure: () => void;
}

export function PlacedGraph({ aspect, onMeasure }: PlacedGraphProps) {
  const model = useGraphModel(aspect);
  if (!model) return null;
  const { workloads, policies } = model.report.counts;
  if (workloads === 0) return <EmptyGraph policies={policies} />;
  return (
    <ReactFlowProvider>
      <GraphPane model={model} onMeasure={onMeasure} />
    </ReactFlowProvider>
  );
}
