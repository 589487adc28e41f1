// A lesson in a small window: one pane at a time; an explanation that is asked for comes to the front.
import { useState } from 'react';
import { DetailPane } from '../detail/DetailPane.tsx';
import { MapPane } from '../map/MapPane.tsx';
import layout from '../PaneLayout.module.css';
import { SidePane } from '../side/SidePane.tsx';
import { TabList } from '../TabList.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { LessonColumn } from './LessonColumn.tsx';
import { LessonWork } from './LessonWork.tsx';

const names = { lesson: 'Lesson', work: 'Editor', map: 'Map', detail: 'Explain', side: 'Policies' } as const;
type Pane = keyof typeof names;

const tabs = Object.entries(names).map(([id, label]) => ({ id: id as Pane, label }));

export function LessonOnePane() {
  const [shown, setShown] = useState<Pane>('lesson');
  const query = useWorkbench((state) => state.explainQuery);
  const [asked, setAsked] = useState(query);
  if (query !== asked) {
    setAsked(query);
    if (query) setShown('detail');
  }
  return (
    <main className={layout.one}>
      <TabList
        label="Panes"
        className={layout.tabs}
        tabs={tabs}
        selected={shown}
        onSelect={setShown}
        panelId="one-pane"
      />
      <div id="one-pane" role="tabpanel" aria-label={names[shown]} className={layout.onePane}>
        {shown === 'lesson' && <LessonColumn />}
        {shown === 'work' && <LessonWork />}
        {shown === 'map' && <MapPane />}
        {shown === 'detail' && <DetailPane />}
        {shown === 'side' && <SidePane />}
      </div>
    </main>
  );
}
