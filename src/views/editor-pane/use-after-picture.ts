// What is no part of the first picture waits until that is painted.
import { useEffect, useState } from 'react';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { whenIdle } from '../when-idle.ts';
import { useWorkbench } from '../workbench-context.ts';

/** Milliseconds after which it waits no longer; the largest cluster is evaluated by then. */
const LATEST = 10_000;

const isOnShow = ({ picture, matrix, flows, flips, engine }: WorkbenchState): boolean =>
  engine.state === 'failed' || [picture, matrix, flows, flips].some((answer) => answer !== undefined);

/** True from the first idle moment on in which the map shows something; stays true. */
export function useAfterPicture(): boolean {
  const drawn = useWorkbench(isOnShow);
  const [due, setDue] = useState(false);
  useEffect(() => {
    if (due) return;
    if (drawn) return whenIdle(() => setDue(true));
    const timer = setTimeout(() => setDue(true), LATEST);
    return () => clearTimeout(timer);
  }, [drawn, due]);
  return due;
}
