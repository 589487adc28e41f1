// Panes beside each other with dividers; a drawer for the left pane on narrow windows; one pane at a time on phones.
import { type ReactNode, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { OnePane } from './OnePane.tsx';
import styles from './PaneLayout.module.css';
import { SideDrawer } from './SideDrawer.tsx';
import { useMedia } from './use-media.ts';

export interface Panes {
  readonly side: ReactNode;
  readonly editor: ReactNode;
  readonly map: ReactNode;
  readonly detail: ReactNode;
  /** True when there is something to explain. */
  readonly detailShown: boolean;
}

/** Panes scroll inside, never as a whole. */
const clipped = { overflow: 'hidden' } as const;

export function PaneLayout(panes: Panes) {
  const isWide = useMedia('(min-width: 1100px)');
  const isPhone = useMedia('(max-width: 699px)');
  const [drawerOpen, setDrawerOpen] = useState(false);
  if (isPhone) return <OnePane {...panes} />;
  return (
    <main className={styles.layout}>
      {!isWide && <SideDrawer open={drawerOpen} onOpenChange={setDrawerOpen} side={panes.side} />}
      <Group className={styles.group} orientation="vertical" id="rows">
        <Panel id="upper" minSize="160px">
          <Group orientation="horizontal" id="columns">
            {isWide && (
              <>
                <Panel
                  id="side"
                  className={styles.pane}
                  style={clipped}
                  defaultSize="264px"
                  minSize="180px"
                  maxSize="480px"
                  groupResizeBehavior="preserve-pixel-size"
                >
                  {panes.side}
                </Panel>
                <Separator className={styles.divider} aria-label="Width of the list" />
              </>
            )}
            <Panel id="editor-column" className={styles.pane} style={clipped} defaultSize="32%" minSize="240px">
              {panes.editor}
            </Panel>
            <Separator className={styles.divider} aria-label="Width of the editor" />
            <Panel id="map-column" className={styles.pane} style={clipped} minSize="320px">
              {panes.map}
            </Panel>
          </Group>
        </Panel>
        {panes.detailShown && (
          <>
            <Separator className={styles.dividerRow} aria-label="Height of the detail" />
            <Panel
              id="detail"
              className={styles.pane}
              style={clipped}
              defaultSize="36%"
              minSize="120px"
              maxSize="70%"
              groupResizeBehavior="preserve-pixel-size"
            >
              {panes.detail}
            </Panel>
          </>
        )}
      </Group>
    </main>
  );
}
