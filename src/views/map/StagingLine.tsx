// Above the map where manifests hold staged policies: whether they count, how, and what flips are told against.
import type { EngineOptions } from '../../engine/engine-options.ts';
import { type StagedCount, selectStagingShown, stagedCountOf } from '../../state/staging.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './StagingLine.module.css';
import { changeWords, stagingWords } from './staging-words.ts';

interface View {
  readonly value: EngineOptions['pending'];
  readonly label: string;
  /** What the view is, in more words. */
  readonly title: string;
}

const views: readonly View[] = [
  { value: 'enforced', label: 'Enforced', title: 'What holds now' },
  { value: 'calico', label: 'Pending', title: 'As Calico computes pending verdicts' },
  { value: 'promoted', label: 'After promotion', title: 'As if every staged policy were promoted' },
];

const none: StagedCount = { policies: 0, deletions: 0 };

export function StagingLine() {
  const isShown = useWorkbench(selectStagingShown);
  const pending = useWorkbench((state) => state.options.pending);
  const compareWith = useWorkbench((state) => state.options.compareWith ?? 'baseline');
  const count = useWorkbench(({ analysis }) => (analysis ? stagedCountOf(analysis.report) : none));
  // Against the baseline flips are of edits as well.
  const change = useWorkbench(({ analysis, stale, options }) =>
    stale || options.compareWith !== 'enforced' ? undefined : analysis?.impact,
  );
  const setOptions = useWorkbench((state) => state.setOptions);
  if (!isShown) return null;
  const choose = (value: EngineOptions['pending']) =>
    // What a preview is looked at for is what it changes; at rest there is nothing but the baseline to compare with.
    void setOptions({ pending: value, compareWith: value === 'enforced' ? 'baseline' : 'enforced' });
  return (
    <section className={styles.line} aria-label="Staged policies" data-testid="staging" data-pending={pending}>
      <fieldset className={styles.views}>
        <legend className="visually-hidden">Staged policies count</legend>
        {views.map(({ value, label, title }) => (
          <label key={value} className={styles.view} title={title}>
            <input type="radio" name="pending" checked={pending === value} onChange={() => choose(value)} />
            {label}
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
            <option value="baseline">the baseline</option>
          </select>
        </label>
      )}
      <p className={styles.meaning} data-alone={pending === 'enforced'}>
        {stagingWords(pending, count)}
        {change && pending !== 'enforced' && <strong> {changeWords(change)}</strong>}
      </p>
    </section>
  );
}
