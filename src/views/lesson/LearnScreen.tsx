// The list of lessons: five tracks, where one is in them, and what teachers need.
import { useEffect, useState } from 'react';
import { allLessons } from '../../lessons/all-lessons.ts';
import { lessonTracks } from '../../lessons/lesson-tracks.ts';
import { GateGlyph } from '../GateGlyph.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { GoOnWith } from './GoOnWith.tsx';
import styles from './LearnScreen.module.css';
import { LessonProblemNote } from './LessonProblemNote.tsx';
import { preloadLessons } from './preload-lessons.ts';
import { TeacherPart } from './TeacherPart.tsx';
import { TrackSection } from './TrackSection.tsx';

export function LearnScreen() {
  const toStart = useWorkbench((state) => state.closeWorkspace);
  const [isOffline, setOffline] = useState(false);
  useEffect(() => preloadLessons(() => setOffline(true)), []);
  return (
    <main className={styles.page} data-testid="learn" data-print-page>
      <div className={styles.column}>
        <header className={styles.head}>
          <button type="button" className={styles.home} title="Back to the start page" onClick={toStart}>
            <GateGlyph state="governed" direction="ingress" size={18} />
            Sluice
          </button>
          <h1 className={styles.title}>Learn zero trust</h1>
          <p className={styles.claim}>
            A lesson is a small cluster and goals: flows that must be open, and flows that must not. The engine grades
            what you write at every key, and any policy that meets the goals is right.
          </p>
        </header>
        <LessonProblemNote />
        <GoOnWith />
        {lessonTracks.map((track) => (
          <TrackSection key={track.id} track={track} lessons={allLessons.filter((one) => one.track === track.id)} />
        ))}
        <TeacherPart />
        <p className={styles.offline} role="status">
          {isOffline ? 'Everything is here: lessons work without a network now.' : ''}
        </p>
      </div>
    </main>
  );
}
