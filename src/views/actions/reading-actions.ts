// Actions that choose whose reading of the manifests counts; the semantics menu shows the same list.
import type { EngineOptions } from '../../engine/engine-options.ts';
import { type Action, action } from './action.ts';

interface Reading {
  readonly value: EngineOptions['semantics'];
  readonly label: string;
  readonly note: string;
}

export const readings: readonly Reading[] = [
  { value: 'calico-3.32', label: 'Calico 3.32+', note: 'Tiers, and ClusterNetworkPolicy' },
  {
    value: 'calico-3.31',
    label: 'Calico 3.29–3.31',
    note: 'Tiers, and AdminNetworkPolicy; equal orders go by internal name',
  },
  { value: 'calico-enterprise', label: 'Calico Enterprise', note: 'As 3.32, and rules may name domains' },
  { value: 'kubernetes', label: 'Kubernetes', note: 'Its own policies by their API text; Calico’s have no effect' },
];

export const readingActions: readonly Action[] = readings.map(({ value, label, note }) =>
  action({
    id: `reading.${value}`,
    group: 'Reading',
    label: `Read as ${label}`,
    detail: note,
    isOffered: ({ options }) => options.semantics !== value,
    run: (state) => void state.setOptions({ semantics: value }),
  }),
);
