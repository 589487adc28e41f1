// The left column of a lesson: the lesson, or the lists that stand there otherwise.
import { useState } from 'react';
import { SidePane } from '../side/SidePane.tsx';
import { TabList } from '../TabList.tsx';
import { LessonColumn } from './LessonColumn.tsx';
import styles from './LessonPanes.module.css';

const tabs = [
  { id: 'lesson', label: 'Lesson' },
  { id: 'lists', label: 'Policies and files' },
] as const;

export function LessonSide() {
  const [shown, setShown] = useState<'lesson' | 'lists'>('lesson');
  return (
    <div className={styles.side}>
      <TabList
        label="Lesson or lists"
        className={styles.tabs}
        tabs={tabs}
        selected={shown}
        onSelect={setShown}
        panelId="lesson-side"
      />
      <div
        id="lesson-side"
        role="tabpanel"
        aria-label={shown === 'lesson' ? 'Lesson' : 'Policies and files'}
        className={styles.panel}
      >
        {shown === 'lesson' ? <LessonColumn /> : <SidePane />}
      </div>
    </div>
  );
}
