// Panes beside each other with dividers; a drawer for the left pane on narrow windows; one pane at a time on phones.
import type { ReactNode } from 'react';
import { OnePane } from './OnePane.tsx';
import { PaneGroups } from './PaneGroups.tsx';
import { useMedia } from './use-media.ts';

export interface Panes {
  readonly side: ReactNode;
  readonly editor: ReactNode;
  readonly map: ReactNode;
  readonly detail: ReactNode;
  /** True when there is something to explain. */
  readonly detailShown: boolean;
}

export function PaneLayout(panes: Panes) {
  const isPhone = useMedia('(max-width: 699px)');
  return isPhone ? <OnePane {...panes} /> : <PaneGroups {...panes} />;
}
