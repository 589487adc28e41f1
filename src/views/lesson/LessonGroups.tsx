// Panes of a lesson beside each other: lesson, editor and map; in a window of middle width editor and map take turns.
import { useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { isPaneShown } from '../../state/shell-slice.ts';
import { DetailPane } from '../detail/DetailPane.tsx';
import { MapPane } from '../map/MapPane.tsx';
import layout from '../PaneLayout.module.css';
import { TabList } from '../TabList.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './LessonPanes.module.css';
import { LessonRail } from './LessonRail.tsx';
import { LessonSide } from './LessonSide.tsx';
import { LessonWork } from './LessonWork.tsx';

/** Panes scroll inside, never as a whole. */
const clipped = { overflow: 'hidden' } as const;

const turns = [
  { id: 'work', label: 'Editor' },
  { id: 'map', label: 'Map' },
] as const;

interface LessonGroupsProps {
  readonly detailShown: boolean;
  readonly isWide: boolean;
}

export function LessonGroups({ detailShown, isWide }: LessonGroupsProps) {
  const lessonShown = useWorkbench((state) => isPaneShown(state, 'list'));
  return (
    <main className={layout.layout}>
      <LessonRail isWide={isWide} />
      <Group className={layout.group} orientation="horizontal" id="lesson-columns">
        {lessonShown && (
          <>
            <Panel
              id="lesson-left"
              className={layout.pane}
              style={clipped}
              defaultSize={isWide ? '388px' : '356px'}
              minSize="280px"
              maxSize="600px"
              groupResizeBehavior="preserve-pixel-size"
            >
              <LessonSide />
            </Panel>
            <Separator className={layout.divider} aria-label="Width of the lesson" />
          </>
        )}
        <Panel id="lesson-rest" className={layout.pane} style={clipped} minSize="320px">
          <Group orientation="vertical" id="lesson-rows">
            <Panel id="lesson-upper" className={layout.pane} style={clipped} minSize="160px">
              {isWide ? <Beside /> : <Turns />}
            </Panel>
            {detailShown && (
              <>
                <Separator className={layout.dividerRow} aria-label="Height of the detail" />
                <Panel
                  id="lesson-detail"
                  className={layout.pane}
                  style={clipped}
                  defaultSize="38%"
                  minSize="120px"
                  maxSize="75%"
                >
                  <DetailPane />
                </Panel>
              </>
            )}
          </Group>
        </Panel>
      </Group>
    </main>
  );
}

function Beside() {
  const editorShown = useWorkbench((state) => isPaneShown(state, 'editor'));
  return (
    <Group orientation="horizontal" id="lesson-work">
      {editorShown && (
        <>
          <Panel id="lesson-editor" className={layout.pane} style={clipped} defaultSize="41%" minSize="240px">
            <LessonWork />
          </Panel>
          <Separator className={layout.divider} aria-label="Width of the editor" />
        </>
      )}
      <Panel id="lesson-map" className={layout.pane} style={clipped} minSize="320px">
        <MapPane />
      </Panel>
    </Group>
  );
}

function Turns() {
  const [shown, setShown] = useState<'work' | 'map'>('work');
  return (
    <div className={styles.side}>
      <TabList
        label="Panes"
        className={styles.tabs}
        tabs={turns}
        selected={shown}
        onSelect={setShown}
        panelId="lesson-turn"
      />
      <div id="lesson-turn" role="tabpanel" aria-label={shown === 'work' ? 'Editor' : 'Map'} className={styles.panel}>
        {shown === 'work' ? <LessonWork /> : <MapPane />}
      </div>
    </div>
  );
}
