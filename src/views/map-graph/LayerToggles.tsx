// The layers of the map, each with how much lies in it: namespaces of the system, what is outside, hosts.
import type { SnapshotReport } from '../../engine/results.ts';
import { useWorkbench } from '../workbench-context.ts';
import { MapToggle } from './MapToggle.tsx';
import styles from './MapToolbar.module.css';

export function LayerToggles({ report }: { readonly report: SnapshotReport }) {
  const hideSystem = useWorkbench((state) => state.hideSystem);
  const hideExternal = useWorkbench((state) => state.hideExternal);
  const hideHosts = useWorkbench((state) => state.hideHosts);
  const setToggle = useWorkbench((state) => state.setToggle);
  const setHideExternal = useWorkbench((state) => state.setHideExternal);
  const system = report.namespaces.filter((namespace) => namespace.system).length;
  const layers = [
    {
      name: 'System',
      count: system,
      on: !hideSystem,
      set: (on: boolean) => setToggle('hideSystem', !on),
      title: 'Show namespaces such as kube-system',
    },
    {
      name: 'Outside',
      count: report.externals.length,
      on: !hideExternal,
      set: (on: boolean) => setHideExternal(!on),
      title: 'Show the Internet, address ranges and network sets',
    },
    {
      name: 'Hosts',
      count: report.hosts.length,
      on: !hideHosts,
      set: (on: boolean) => setToggle('hideHosts', !on),
      title: 'Show host endpoints',
    },
  ].filter(({ count }) => count > 0);
  if (layers.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons in a toolbar is no fieldset
    <div className={styles.group} role="group" aria-label="Layers">
      {layers.map(({ name, count, on, set, title }) => (
        <MapToggle key={name} on={on} set={set} title={title} count={count}>
          {name}
        </MapToggle>
      ))}
    </div>
  );
}
