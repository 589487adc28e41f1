// Sizes of the panes: as they were left in this browser, hidden and shown as the state says, and back as at first.
import { type Ref, useCallback, useContext, useEffect, useRef, useState } from 'react';
import {
  type LayoutChangedMeta,
  type PanelImperativeHandle,
  type PanelSize,
  usePanelRef,
} from 'react-resizable-panels';
import { paneSizes, rememberPaneSizes } from '../state/pane-setting.ts';
import { isPaneShown, type PaneName } from '../state/shell-slice.ts';
import { useWorkbench, WorkbenchContext } from './workbench-context.ts';

interface PaneSize {
  readonly defaultSize: string;
  readonly panelRef: Ref<PanelImperativeHandle | null>;
}

type Resized = (size: PanelSize, id: string | number | undefined, before: PanelSize | undefined) => void;

interface FoldingPaneSize extends PaneSize {
  readonly onResize: Resized;
}

export interface PaneLayoutSizes {
  readonly list: FoldingPaneSize;
  readonly editor: FoldingPaneSize;
  readonly detail: PaneSize;
  onLayoutChanged(layout: unknown, meta: LayoutChangedMeta): void;
}

/** The list grows with the window, as far as names need it. */
const firstListWidth = (): string => `${Math.round(Math.min(360, Math.max(264, innerWidth * 0.14)))}px`;
const firstEditorWidth = '32%';
const firstDetailHeight = '36%';

export function usePaneSizes(detailShown: boolean): PaneLayoutSizes {
  const store = useContext(WorkbenchContext);
  const [stored] = useState(paneSizes);
  const [list, editor, detail] = [usePanelRef(), usePanelRef(), usePanelRef()];
  const resets = useWorkbench((state) => state.paneResets);
  const done = useRef(resets);
  useShown('list', list);
  useShown('editor', editor);

  useEffect(() => {
    if (resets === done.current) return;
    done.current = resets;
    list.current?.resize(firstListWidth());
    editor.current?.resize(firstEditorWidth);
    if (detailShown) detail.current?.resize(firstDetailHeight);
  }, [resets, list, editor, detail, detailShown]);

  /** A pane that is dragged shut is hidden, and one that is dragged open is shown. */
  const dragged = (pane: PaneName): Resized => {
    return ({ inPixels }, _, before) => {
      const state = store?.getState();
      if (!state || before === undefined || inPixels > 0 === isPaneShown(state, pane)) return;
      if (inPixels > 0 === before.inPixels > 0) return;
      state.showPane(pane, inPixels > 0);
    };
  };
  const onLayoutChanged = useCallback(
    (_: unknown, { isUserInteraction }: LayoutChangedMeta) => {
      if (!isUserInteraction) return;
      const [listSize, editorSize, detailSize] = [list, editor, detail].map(({ current }) => current?.getSize());
      rememberPaneSizes({
        ...(listSize && listSize.inPixels > 0 && { list: Math.round(listSize.inPixels) }),
        ...(editorSize && editorSize.inPixels > 0 && { editor: Math.round(editorSize.asPercentage * 10) / 10 }),
        ...(detailSize && detailSize.inPixels > 0 && { detail: Math.round(detailSize.inPixels) }),
      });
    },
    [list, editor, detail],
  );
  const px = (size: number | undefined, first: string) => (size === undefined ? first : `${size}px`);
  return {
    list: { defaultSize: px(stored.list, firstListWidth()), panelRef: list, onResize: dragged('list') },
    editor: {
      defaultSize: stored.editor === undefined ? firstEditorWidth : `${stored.editor}%`,
      panelRef: editor,
      onResize: dragged('editor'),
    },
    detail: { defaultSize: px(paneSizes().detail, firstDetailHeight), panelRef: detail },
    onLayoutChanged,
  };
}

/** Folds the pane and opens it again as the state says. */
function useShown(pane: PaneName, panel: { readonly current: PanelImperativeHandle | null }): void {
  const shown = useWorkbench((state) => isPaneShown(state, pane));
  useEffect(() => {
    if (!panel.current || panel.current.isCollapsed() !== shown) return;
    if (shown) panel.current.expand();
    else panel.current.collapse();
  }, [panel, shown]);
}
