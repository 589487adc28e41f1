// The graph of the page drawn by React Flow alone, with its own edges: what `bench-frames.mjs` compares with. It is no part of the product.
import { Handle, MarkerType, Position, ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

/** Set by the bench before the page's scripts run: boxes and ends as they are on the page. */
const { width, height, nodes, edges } = window.plainGraph;

const hidden = { opacity: 0 };
const face = { boxSizing: 'border-box', width: '100%', height: '100%', border: '1px solid #999', borderRadius: 6 };

function PlainNode({ data }) {
  return createElement(
    'div',
    { style: face },
    createElement(Handle, { type: 'target', position: Position.Left, style: hidden }),
    createElement('span', null, data.label),
    createElement(Handle, { type: 'source', position: Position.Right, style: hidden }),
  );
}

const nodeTypes = { plain: PlainNode };
const flowNodes = nodes.map(({ id, label, x, y, w, h, z }) => ({
  ...{ id, type: 'plain', position: { x, y }, width: w, height: h, zIndex: z, data: { label } },
}));
const flowEdges = edges.map(({ id, source, target }) => ({
  ...{ id, source, target, markerEnd: { type: MarkerType.ArrowClosed } },
}));

createRoot(document.getElementById('root')).render(
  createElement(
    'div',
    { style: { width, height } },
    createElement(ReactFlow, {
      ...{ nodes: flowNodes, edges: flowEdges, nodeTypes, minZoom: 0.1, maxZoom: 2.5, fitView: true },
      ...{ nodesDraggable: false, nodesConnectable: false, elementsSelectable: false },
    }),
  ),
);
