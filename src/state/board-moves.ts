// Moves on the tier board: asked of the engine, and made as one change of the manifests they were evaluated for.
import type { StoreApi } from 'zustand';
import type { EngineClient } from '../client/engine-client.ts';
import type { MoveAnswer, MoveTarget } from '../engine/move-request.ts';
import type { WorkbenchState } from './workbench-state.ts';

export interface BoardMoves {
  /** Another place for a policy or a tier: the edits it takes and the flips it brings. Nothing is changed. */
  askMove(target: MoveTarget): Promise<MoveAnswer>;
  /** Makes the move, unless it is refused. Edits on their way are evaluated first. */
  makeMove(target: MoveTarget): Promise<MoveAnswer>;
}

export function createBoardMoves(store: StoreApi<WorkbenchState>, client: EngineClient): BoardMoves {
  const askMove = (target: MoveTarget) => client.move({ ...target, ports: store.getState().ports });
  /** Until what is shown answers what is typed. */
  const settled = (): Promise<void> =>
    new Promise((resolve) => {
      if (!store.getState().stale) return resolve();
      const end = store.subscribe(({ stale }) => {
        if (stale) return;
        end();
        resolve();
      });
    });
  return {
    askMove,
    async makeMove(target) {
      await settled();
      const { files } = store.getState();
      const answer = await askMove(target);
      if ('refusal' in answer) return answer;
      const state = store.getState();
      if (state.files !== files || state.analysis?.report.snapshot !== answer.snapshot) {
        return { snapshot: answer.snapshot, refusal: 'The manifests have changed meanwhile: move it once more' };
      }
      state.applyChange({ label: answer.label, edits: answer.edits });
      return answer;
    },
  };
}
