// The views of the map that bring much code with them.
import { codePart } from '../code-part.ts';

export const graphPart = codePart(async () => (await import('../map-graph/GraphView.tsx')).GraphView);
export const matrixPart = codePart(async () => (await import('../map-matrix/MatrixView.tsx')).MatrixView);
export const posturePart = codePart(async () => (await import('../posture/PostureView.tsx')).PostureView);
export const boardPart = codePart(async () => (await import('../board/TierBoard.tsx')).TierBoard);
