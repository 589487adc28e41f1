// Above the map where manifests hold staged policies: whether they count, how, and what flips are told against.
import type { EngineOptions } from '../../engine/engine-options.ts';
import { selectStagingShown } from '../../state/staging.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './StagingLine.module.css';

interface View {
  readonly value: EngineOptions['pending'];
  readonly label: string;
  /** Left out where there is no room. */
  readonly aside?: string;
  readonly meaning: string;
}

const views: readonly View[] = [
  { value: 'enforced', label: 'Enforced', meaning: 'What holds now: staged policies have no effect.' },
  {
    value: 'calico',
    label: 'Pending',
    aside: '(as Calico computes it)',
    meaning:
      'Staged policies count beside the enforced ones, each at its own order; staged deletions do not count, as in Calico’s flow logs.',
  },
  {
    value: 'promoted',
    label: 'After promotion',
    meaning: 'Staged policies take the place of those they stage; staged deletions take theirs away.',
  },
];

export function StagingLine() {
  const isShown = useWorkbench(selectStagingShown);
  const pending = useWorkbench((state) => state.options.pending);
  const compareWith = useWorkbench((state) => state.options.compareWith ?? 'baseline');
  const setOptions = useWorkbench((state) => state.setOptions);
  if (!isShown) return null;
  const choose = (value: EngineOptions['pending']) =>
    // What a preview is looked at for is what it changes; at rest there is nothing but the baseline to compare with.
    void setOptions({ pending: value, compareWith: value === 'enforced' ? 'baseline' : 'enforced' });
  return (
    <section className={styles.line} aria-label="Staged policies" data-testid="staging" data-pending={pending}>
      <fieldset className={styles.views}>
        <legend className="visually-hidden">Staged policies count</legend>
        {views.map(({ value, label, aside }) => (
          <label key={value} className={styles.view}>
            <input type="radio" name="pending" checked={pending === value} onChange={() => choose(value)} />
            {label}
            {aside !== undefined && <span className={styles.aside}> {aside}</span>}
          </label>
        ))}
      </fieldset>
      {pending !== 'enforced' && (
        <label className={styles.compare}>
          Flips against
          <select
            className="field"
            value={compareWith}
            onChange={(event) =>
              void setOptions({ compareWith: event.target.value === 'enforced' ? 'enforced' : 'baseline' })
            }
          >
            <option value="enforced">what is enforced</option>
            <option value="baseline">the baseline, with its own staged</option>
          </select>
        </label>
      )}
      <p className={styles.meaning}>{views.find(({ value }) => value === pending)?.meaning}</p>
    </section>
  );
}
