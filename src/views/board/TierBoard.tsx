// The tier board: tiers as columns in evaluation order, their policies as cards in order, and the way of the explained flow over both.
import { type FocusEvent, useMemo, useState } from 'react';
import { boardOf, cardKey, filterBoard, policiesApplying } from '../../state/board-columns.ts';
import { laneStates, litPath } from '../../state/lit-path.ts';
import { selectReport } from '../../state/selectors.ts';
import { useAfterPaint } from '../use-after-paint.ts';
import { useWorkbench } from '../workbench-context.ts';
import { BoardToolbar } from './BoardToolbar.tsx';
import type { BoardActions, BoardPanel } from './board-actions.ts';
import { firstPlace, keyAt, placeOf } from './board-places.ts';
import { EndColumn } from './EndColumn.tsx';
import styles from './TierBoard.module.css';
import { TierColumn } from './TierColumn.tsx';
import { useBoardKeys } from './use-board-keys.ts';
import { useLitScroll } from './use-lit-scroll.ts';
import { useMoving } from './use-moving.ts';

export function TierBoard() {
  const report = useAfterPaint(useWorkbench(selectReport));
  const explanation = useWorkbench((state) => (state.explainQuery ? state.explanation : undefined));
  const question = useWorkbench((state) => state.explainQuery);
  const detail = useWorkbench((state) => (state.selection?.type === 'node' ? state.nodeDetail : undefined));
  const reveal = useWorkbench((state) => state.revealLocation);
  const [text, setText] = useState('');
  const [onlyApplying, setOnlyApplying] = useState(false);
  const [at, setAt] = useState<string>();
  const [focusWanted, setFocusWanted] = useState<string>();
  const [panel, setPanel] = useState<BoardPanel>();
  const [layer, setLayer] = useState<HTMLElement | null>(null);
  const moving = useMoving();
  const board = report && boardOf(report);
  const applying = useMemo(() => policiesApplying(detail), [detail]);
  const filter = { text, applying: onlyApplying ? applying : undefined };
  const columns = useMemo(
    () => filterBoard(board?.columns ?? [], { text, applying: onlyApplying ? applying : undefined }),
    [board, text, onlyApplying, applying],
  );
  const lit = useMemo(() => litPath(explanation), [explanation]);
  const strip = useLitScroll(lit, question);
  const place = placeOf(columns, at) ?? firstPlace(columns);
  const tabKey = keyAt(columns, place);
  const { drop } = moving;

  const go = (key: string | undefined) => {
    setAt(key);
    setFocusWanted(key);
  };
  const actions: BoardActions = {
    layer,
    open: ({ policy }) => reveal(policy.location),
    go,
    show: setPanel,
    move: async (target, name) => {
      const id = await drop(target, name);
      if (id !== undefined) go(target.type === 'tier' ? `tier ${id}` : cardKey(target.tier, id));
    },
  };
  const onKeyDown = useBoardKeys(columns, place, moving, actions);
  const forget = ({ relatedTarget }: FocusEvent) => {
    // What is focused elsewhere keeps the focus, whatever is drawn anew here.
    if (relatedTarget !== null) setFocusWanted(undefined);
  };

  if (!board) return null;
  const titles = columns.map(({ tier }) => tier.title);
  const lanes = lit && { egress: laneStates(lit, 'egress', titles), ingress: laneStates(lit, 'ingress', titles) };
  return (
    <section ref={setLayer} className={styles.board} aria-label="Tier board" data-testid="tier-board">
      <BoardToolbar
        board={board}
        columns={columns}
        filter={filter}
        detail={detail}
        onText={setText}
        onOnlyApplying={setOnlyApplying}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move among the buttons inside */}
      <div ref={strip} className={styles.columns} data-lit={lit !== undefined} onKeyDown={onKeyDown} onBlur={forget}>
        {columns.map((column, index) => (
          <TierColumn
            key={column.tier.name}
            column={column}
            columns={columns}
            lit={lit}
            lanes={lanes && { egress: lanes.egress[index] ?? 'beyond', ingress: lanes.ingress[index] ?? 'beyond' }}
            tabKey={tabKey}
            focusWanted={focusWanted}
            panel={panel}
            moving={moving}
            actions={actions}
          />
        ))}
        <EndColumn marks={lit?.after ?? []} isLit={lit !== undefined} />
      </div>
      <p className="visually-hidden" role="status">
        {moving.words}
      </p>
    </section>
  );
}
