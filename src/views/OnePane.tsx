// Small windows: one pane at a time, chosen by tabs.
import { useState } from 'react';
import styles from './PaneLayout.module.css';
import type { Panes } from './PaneLayout.tsx';
import { TabList } from './TabList.tsx';

const names = { side: 'Policies', editor: 'Editor', map: 'Map', detail: 'Explain' } as const;

export function OnePane(panes: Panes) {
  const [shown, setShown] = useState<keyof typeof names>('map');
  return (
    <main className={styles.one}>
      <TabList
        label="Panes"
        className={styles.tabs}
        tabs={Object.entries(names).map(([id, label]) => ({ id: id as keyof typeof names, label }))}
        selected={shown}
        onSelect={setShown}
        panelId="one-pane"
      />
      <div id="one-pane" role="tabpanel" aria-label={names[shown]} className={styles.onePane}>
        {panes[shown]}
      </div>
    </main>
  );
}
