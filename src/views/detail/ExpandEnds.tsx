// Opens the groups at the ends of an edge, so that what it bundles is drawn one by one; and closes them again.
import { useMemo } from 'react';
import type { NodeId } from '../../engine/results.ts';
import { togglesToCollapse, togglesToExpand } from '../../state/drawn-namespaces.ts';
import { NameText } from '../NameText.tsx';
import { useWorkbench } from '../workbench-context.ts';

interface ExpandEndsProps {
  readonly source: NodeId;
  readonly target: NodeId;
}

/** Nothing where no end is a group, where neither has room, and in views that show no groups. */
export function ExpandEnds({ source, target }: ExpandEndsProps) {
  const analysis = useWorkbench((state) => state.analysis);
  const collapsedNamespaces = useWorkbench((state) => state.collapsedNamespaces);
  const expandedWorkloads = useWorkbench((state) => state.expandedWorkloads);
  const hideSystem = useWorkbench((state) => state.hideSystem);
  const showsGroups = useWorkbench(({ mapView }) => mapView === 'graph' || mapView === 'matrix');
  const expand = useWorkbench((state) => state.expandNamespaces);
  const collapse = useWorkbench((state) => state.collapseNamespaces);
  const { groups, canExpand, canCollapse } = useMemo(() => {
    const state = { analysis, collapsedNamespaces, expandedWorkloads, hideSystem };
    const ends = [...new Set([source, target])].filter((id) => id.startsWith('namespace:'));
    const open = togglesToCollapse(state, ends);
    return {
      groups: ends,
      canExpand: open.length < ends.length && togglesToExpand(state, ends).length > 0,
      canCollapse: ends.length > 0 && open.length === ends.length,
    };
  }, [analysis, collapsedNamespaces, expandedWorkloads, hideSystem, source, target]);
  if (!showsGroups || !(canExpand || canCollapse)) return null;
  const [only] = groups;
  return (
    <button type="button" className="button" onClick={() => (canExpand ? expand : collapse)(groups)}>
      {canExpand ? 'Expand' : 'Collapse'}{' '}
      {groups.length > 1 ? 'both' : <NameText>{(only ?? '').slice('namespace:'.length)}</NameText>}
    </button>
  );
}
