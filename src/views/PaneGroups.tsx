// The panes of a window with room for several: list, editor, map, and the detail below; each can be folded away.
import { Group, Panel, Separator } from 'react-resizable-panels';
import { isPaneShown } from '../state/shell-slice.ts';
import styles from './PaneLayout.module.css';
import type { Panes } from './PaneLayout.tsx';
import { SideDrawer } from './SideDrawer.tsx';
import { useMedia, wideWindow } from './use-media.ts';
import { usePaneSizes } from './use-pane-sizes.ts';
import { useWorkbench } from './workbench-context.ts';

/** Panes scroll inside, never as a whole. */
const clipped = { overflow: 'hidden' } as const;
/** What is folded away is away for everybody. */
const folded = { overflow: 'hidden', visibility: 'hidden' } as const;

export function PaneGroups({ side, editor, map, detail, detailShown }: Panes) {
  const isWide = useMedia(wideWindow);
  const listShown = useWorkbench((state) => isPaneShown(state, 'list'));
  const editorShown = useWorkbench((state) => isPaneShown(state, 'editor'));
  const drawerOpen = useWorkbench((state) => state.drawerOpen);
  const setDrawer = useWorkbench((state) => state.setDrawer);
  const showPane = useWorkbench((state) => state.showPane);
  const sizes = usePaneSizes(detailShown);
  const editorButton = !editorShown && (
    <button type="button" className={styles.railButton} aria-expanded={false} onClick={() => showPane('editor', true)}>
      Editor
    </button>
  );
  return (
    <main className={styles.layout}>
      {isWide ? (
        (!listShown || !editorShown) && (
          <div className={styles.rail}>
            {!listShown && (
              <button
                type="button"
                className={styles.railButton}
                aria-expanded={false}
                onClick={() => showPane('list', true)}
              >
                Policies and files
              </button>
            )}
            {editorButton}
          </div>
        )
      ) : (
        <SideDrawer open={drawerOpen} onOpenChange={setDrawer} side={side}>
          {editorButton}
        </SideDrawer>
      )}
      <Group className={styles.group} orientation="vertical" id="rows" onLayoutChanged={sizes.onLayoutChanged}>
        <Panel id="upper" minSize="160px">
          <Group orientation="horizontal" id="columns" onLayoutChanged={sizes.onLayoutChanged}>
            {isWide && (
              <>
                <Panel
                  id="side"
                  className={styles.pane}
                  style={listShown ? clipped : folded}
                  collapsible
                  minSize="180px"
                  maxSize="640px"
                  groupResizeBehavior="preserve-pixel-size"
                  {...sizes.list}
                >
                  {side}
                </Panel>
                <Separator
                  className={styles.divider}
                  aria-label="Width of the list"
                  disableDoubleClick
                  onDoubleClick={() => showPane('list', !listShown)}
                />
              </>
            )}
            <Panel
              id="editor-column"
              className={styles.pane}
              style={editorShown ? clipped : folded}
              collapsible
              minSize="240px"
              {...sizes.editor}
            >
              {editor}
            </Panel>
            <Separator
              className={styles.divider}
              aria-label="Width of the editor"
              disableDoubleClick
              onDoubleClick={() => showPane('editor', !editorShown)}
            />
            <Panel id="map-column" className={styles.pane} style={clipped} minSize="320px">
              {map}
            </Panel>
          </Group>
        </Panel>
        {detailShown && (
          <>
            <Separator className={styles.dividerRow} aria-label="Height of the detail" />
            <Panel
              id="detail"
              className={styles.pane}
              style={clipped}
              minSize="120px"
              maxSize="70%"
              groupResizeBehavior="preserve-pixel-size"
              {...sizes.detail}
            >
              {detail}
            </Panel>
          </>
        )}
      </Group>
    </main>
  );
}
