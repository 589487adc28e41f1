// The head of a column: the tier, where it stands, and the ways of both ends through it. A declared tier is dragged by it.
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SnapshotReport } from '../../engine/results.ts';
import type { BoardColumn } from '../../state/board-columns.ts';
import { selectReport } from '../../state/selectors.ts';
import { NameText } from '../NameText.tsx';
import { orderText } from '../side/tier-words.ts';
import { useWorkbench } from '../workbench-context.ts';
import { headKey } from './board-places.ts';
import { draggedTier, tierData } from './dragged.ts';
import { focusInView } from './focus-in-view.ts';
import { LaneStrip } from './LaneStrip.tsx';
import styles from './TierColumn.module.css';
import type { TierColumnProps } from './TierColumn.tsx';

const FIXED = 'Only tiers that a manifest declares can be moved';

/** `order 100`, `built in, order 1,000,000`; where nobody writes policies, the order says nothing. */
function placeWords({ tier, cards, of }: BoardColumn): string {
  if (tier.declared || of === 0) return orderText(tier);
  return cards.every(({ state }) => state === 'implied') ? 'built in' : `built in, ${orderText(tier)}`;
}

function locationOf(report: SnapshotReport | undefined, tier: string) {
  const objects = report?.files.flatMap((file) => file.objects) ?? [];
  return objects.find(({ kind, name }) => kind === 'Tier' && name === tier)?.location;
}

export function TierHead({ column, columns, lit, lanes, tabKey, focusWanted, moving, actions }: TierColumnProps) {
  const { tier, cards, of } = column;
  const report = useWorkbench(selectReport);
  const reveal = useWorkbench((state) => state.revealLocation);
  const button = useRef<HTMLButtonElement>(null);
  const [side, setSide] = useState<'before' | 'behind'>();
  const key = headKey(tier.name);
  const isDeclared = tier.declared === true;
  const latest = useRef({ columns, actions });
  useEffect(() => {
    latest.current = { columns, actions };
  });
  useEffect(() => {
    const element = button.current;
    if (!element) return;
    const sideAt = (x: number): 'before' | 'behind' => {
      const { left, width } = element.getBoundingClientRect();
      return x < left + width / 2 ? 'before' : 'behind';
    };
    const target = dropTargetForElements({
      element,
      canDrop: ({ source }) => draggedTier(source.data) !== undefined && draggedTier(source.data) !== tier.name,
      onDrag: ({ location }) => setSide(sideAt(location.current.input.clientX)),
      onDragLeave: () => setSide(undefined),
      onDrop: ({ source, location }) => {
        setSide(undefined);
        const id = draggedTier(source.data);
        const all = latest.current.columns.filter((one) => one.tier.name !== id);
        const at = all.findIndex((one) => one.tier.name === tier.name);
        const before = all[sideAt(location.current.input.clientX) === 'before' ? at : at + 1]?.tier.name;
        if (id === undefined) return;
        void latest.current.actions.move(
          { type: 'tier', id, ...(before === undefined ? {} : { before }) },
          `tier ${id}`,
        );
      },
    });
    if (!isDeclared) return target;
    return combine(target, draggable({ element, getInitialData: () => tierData(tier.name) }));
  }, [tier.name, isDeclared]);
  useLayoutEffect(() => {
    if (focusWanted === key && document.activeElement !== button.current) focusInView(button.current);
  });
  const shown = cards.length === of ? `${of}` : `${cards.length} of ${of}`;
  return (
    <header className={styles.head}>
      <button
        ref={button}
        type="button"
        data-place={key}
        data-side={side}
        data-moving={moving.hover?.key === key}
        className={styles.title}
        tabIndex={tabKey === key ? 0 : -1}
        aria-describedby={isDeclared ? 'board-keys' : undefined}
        title={isDeclared ? undefined : FIXED}
        onClick={() => {
          const location = locationOf(report, tier.name);
          if (location) reveal(location);
        }}
        onFocus={() => actions.go(key)}
      >
        <span className={styles.name}>
          <NameText>{tier.title}</NameText>
        </span>
        <span className={styles.facts}>
          {placeWords(column)}
          {of > 0 && <span className={styles.count}>{shown}</span>}
        </span>
      </button>
      {lit && lanes && (
        <div className={styles.lanes}>
          {(['egress', 'ingress'] as const).map((direction) => (
            <LaneStrip
              key={direction}
              direction={direction}
              state={lanes[direction]}
              verdict={lit.lanes[direction].verdict}
            />
          ))}
        </div>
      )}
    </header>
  );
}
