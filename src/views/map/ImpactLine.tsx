// Always above the map: what the draft opens and closes against the baseline, and which view of it is on show.
import type { Impact } from '../../engine/results.ts';
import { selectComparedWith } from '../../state/staging.ts';
import { flipMarks } from '../FlipWord.tsx';
import { TabList } from '../TabList.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { ImpactAnnouncer } from './ImpactAnnouncer.tsx';
import styles from './ImpactLine.module.css';
import { PinCount } from './PinCount.tsx';

const none: Impact = { opened: 0, closed: 0, unknown: 0 };
const views = [
  { id: 'graph', label: 'Graph' },
  { id: 'matrix', label: 'Matrix' },
  { id: 'table', label: 'Table' },
  { id: 'tiers', label: 'Tiers' },
  { id: 'posture', label: 'Posture' },
] as const;
const kinds = ['opened', 'closed', 'unknown'] as const;

/** Numbers from here on are so long that their words need more room. */
const manyFlips = 10_000;

export function ImpactLine() {
  const impact = useWorkbench((state) => state.analysis?.impact ?? none);
  const stale = useWorkbench((state) => state.stale);
  const against = useWorkbench(selectComparedWith);
  const onlyChanges = useWorkbench((state) => state.onlyChanges);
  const mapView = useWorkbench((state) => state.mapView);
  const setToggle = useWorkbench((state) => state.setToggle);
  const setMapView = useWorkbench((state) => state.setMapView);

  return (
    <div className={styles.line}>
      <section
        className={styles.counts}
        aria-label={`Impact against ${against}`}
        data-testid="impact"
        data-opened={impact.opened}
        data-closed={impact.closed}
        data-unknown={impact.unknown}
        data-stale={stale}
        data-large={kinds.some((kind) => impact[kind] >= manyFlips)}
      >
        {kinds.map((kind) => (
          <span key={kind} className={styles.count} data-flip={kind} data-zero={impact[kind] === 0}>
            <span aria-hidden="true">{flipMarks[kind]}</span>
            <strong>{impact[kind].toLocaleString('en-US')}</strong> <span className={styles.word}>{kind}</span>
          </span>
        ))}
      </section>
      <PinCount />
      <label className={styles.only}>
        <input
          type="checkbox"
          checked={onlyChanges}
          onChange={(event) => setToggle('onlyChanges', event.target.checked)}
        />
        only what changes
      </label>
      <TabList
        label="View"
        className={styles.views}
        tabs={views}
        selected={mapView}
        onSelect={setMapView}
        panelId="map-view"
      />
      <ImpactAnnouncer />
    </div>
  );
}
