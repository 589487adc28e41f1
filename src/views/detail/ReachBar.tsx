// How far a breach of the selected node goes, or from where one comes to it: direction, hops, and the answer as a sentence.

import { counted } from '../../base/counted.ts';
import type { NodeId } from '../../engine/results.ts';
import { MAX_HOPS } from '../../state/map-slice.ts';
import { NodeName } from '../NodeName.tsx';
import { reachChangeWords, reachWords, sumOf } from '../reach-words.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './Reach.module.css';

const directions = { from: 'What it can reach', to: 'Who can reach it' } as const;
const FIRST_HOPS = 2;

export function ReachBar({ id }: { readonly id: NodeId }) {
  const choice = useWorkbench((state) => state.reachChoice);
  const choose = useWorkbench((state) => state.chooseReach);
  const answer = useWorkbench((state) => state.reach);
  const reach = answer && 'counts' in answer && answer.id === id ? answer : undefined;
  const toggle = (direction: keyof typeof directions) =>
    choose(choice?.direction === direction ? undefined : { direction, hops: choice?.hops ?? FIRST_HOPS });
  const change = reach && reachChangeWords(reach);
  const unknown = reach ? sumOf(reach.counts).unknown : 0;
  return (
    <section className={styles.bar} aria-label="Reach">
      <span className={styles.title}>Reach</span>
      <span className={styles.choices}>
        {(['from', 'to'] as const).map((direction) => (
          <button
            key={direction}
            type="button"
            className={styles.choice}
            aria-pressed={choice?.direction === direction}
            onClick={() => toggle(direction)}
          >
            {directions[direction]}
          </button>
        ))}
      </span>
      {choice && (
        <label className={styles.hops}>
          <input
            type="range"
            min={1}
            max={MAX_HOPS}
            value={choice.hops}
            aria-label="Hops"
            aria-valuetext={counted(choice.hops, 'hop')}
            onChange={({ target }) => choose({ ...choice, hops: target.valueAsNumber })}
          />
          {counted(choice.hops, 'hop')}
        </label>
      )}
      {choice && reach?.direction === choice.direction && (
        <output className={styles.answer}>
          {reach.direction === 'from' ? (
            <>
              A breach of <NodeName id={id} /> reaches {reachWords(reach)}
            </>
          ) : (
            <>
              <NodeName id={id} /> can be reached by {reachWords(reach)}
            </>
          )}
          {unknown > 0 && <span className={styles.note}>, and perhaps {counted(unknown, 'more node')}</span>}.
          {change !== '' && <span className={styles.change}> {change}</span>}
          {!reach.goesOn && <span className={styles.note}> More hops reach nothing more.</span>}
          {reach.isPartial && <span className={styles.note}> Not all pairs with hosts were judged.</span>}
        </output>
      )}
    </section>
  );
}
