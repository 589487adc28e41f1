// Where the person asked for it, the page's address follows what is on show.
import { useContext, useEffect } from 'react';
import { linkViewKeys } from '../../state/links/link-content.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { WorkbenchContext } from '../workbench-context.ts';
import { demoFilesOf } from './demo-files.ts';

/** Browsers refuse more than a hundred changes of the address in half a minute. */
const PAUSE = 800;

const followed = ['files', 'baseline', 'options', 'activeFile', 'liveLink', ...linkViewKeys] as const;

export function useLiveLink(): void {
  const store = useContext(WorkbenchContext);
  useEffect(() => {
    if (!store) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = async (state: WorkbenchState) => {
      const link = await state.makeLink(await demoFilesOf(), false);
      // Turned off meanwhile, or too large: an address that tells something else is worse than none.
      const fragment = link.ok && store.getState().liveLink ? `#${link.value.fragment}` : '';
      history.replaceState(history.state, '', location.pathname + location.search + fragment);
    };
    const end = store.subscribe((state, before) => {
      if (!followed.some((key) => state[key] !== before[key])) return;
      clearTimeout(timer);
      if (state.liveLink) timer = setTimeout(() => void write(store.getState()), PAUSE);
      else if (before.liveLink) history.replaceState(history.state, '', location.pathname + location.search);
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [store]);
}
