// What the search field finds, and what choosing it does.
import { expect, it, vi } from 'vitest';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { emptyReport } from '../../testing/fake-engine-client.ts';
import { drawInventory } from '../../testing/sample-inventory.ts';
import { searchEntries } from './search-entries.ts';

function stateWith(change: Partial<WorkbenchState> = {}): WorkbenchState {
  const report = { ...emptyReport(1), ...drawInventory('shop: web:80 db:5432') };
  const analysis = {
    report,
    baseline: 1,
    impact: { opened: 0, closed: 0, unknown: 0 },
    flipsByNode: [],
    assertions: { results: [], broken: 0, unjudged: 0, problems: [] },
    milliseconds: 1,
  };
  const files = [{ path: 'policies/web.yaml', text: '' }];
  const state: Partial<WorkbenchState> = { analysis, files, collapsedNamespaces: [], ...change };
  return state as WorkbenchState;
}

const hit = (name: string) => ({
  id: `workload:shop/Deployment/${name}`,
  name,
  detail: 'Deployment in shop',
  within: 'namespace:shop',
});
const keys = (text: string) =>
  searchEntries(stateWith(), text, text === 'web' ? [hit('web')] : []).map(({ key }) => key);

it('shows actions while nothing is typed', () => expect(keys('').every((key) => key.startsWith('action '))).toBe(true));

it('finds nodes before files', () =>
  expect(keys('web')).toEqual(['node workload:shop/Deployment/web', 'file policies/web.yaml']));

it('finds actions by any of their words', () => expect(keys('report')).toEqual(['action report']));

it('opens the namespace of a node before it selects it', () => {
  const select = vi.fn();
  const toggleNamespace = vi.fn();
  const state = stateWith({ collapsedNamespaces: ['namespace:shop'], select, toggleNamespace });
  searchEntries(state, 'db', [hit('db')])[0]?.run(state);
  expect(toggleNamespace).toHaveBeenCalledWith('namespace:shop');
  expect(select).toHaveBeenCalledWith({ type: 'node', id: 'workload:shop/Deployment/db' });
});

it('opens the workload of a pod, once', () => {
  const toggleWorkload = vi.fn();
  const pod = { ...hit('web-1'), id: 'pod:shop/web-1', workload: 'workload:shop/Deployment/web' };
  for (const expandedWorkloads of [[], [pod.workload]]) {
    const state = stateWith({ expandedWorkloads, select: vi.fn(), toggleWorkload });
    searchEntries(state, 'web-1', [pod])[0]?.run(state);
  }
  expect(toggleWorkload).toHaveBeenCalledTimes(1);
});
