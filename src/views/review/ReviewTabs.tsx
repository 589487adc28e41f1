// Flips and changes one at a time, where there is no room for both beside the map.
import { useState } from 'react';
import sideStyles from '../side/SidePane.module.css';
import { TabList } from '../TabList.tsx';
import { ChangePane } from './ChangePane.tsx';
import { FlipPane } from './FlipPane.tsx';
import styles from './ReviewPanes.module.css';
import type { ReviewReport } from './use-review-report.ts';

const tabs = [
  { id: 'flips', label: 'Flips' },
  { id: 'changes', label: 'Changes' },
] as const;

export function ReviewTabs({ known }: { readonly known: ReviewReport | undefined }) {
  const [shown, setShown] = useState<'flips' | 'changes'>('flips');
  return (
    <div className={styles.pane}>
      <TabList
        label="Review"
        className={sideStyles.tabs}
        tabs={tabs}
        selected={shown}
        onSelect={setShown}
        panelId="review-tab"
      />
      <div id="review-tab" role="tabpanel" aria-label={shown} className={styles.pane}>
        {shown === 'flips' ? <FlipPane known={known} onShowChange={() => setShown('changes')} /> : <ChangePane />}
      </div>
    </div>
  );
}
