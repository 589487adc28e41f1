// The node budget: largest namespaces collapse first, and the person's choice wins over the size.
import { describe, expect, it } from 'vitest';
import { drawInventory } from '../testing/sample-inventory.ts';
import {
  collapsedNamespaces,
  type Expansion,
  gatheredNamespaces,
  MAX_NODES,
  togglesForAll,
  togglesForNamespace,
  togglesToOpen,
} from './fit-budget.ts';

const workloads = (count: number) => Array.from({ length: count }, (_, at) => `w${at}`).join(' ');
const { namespaces } = drawInventory(
  `a: ${workloads(150)}\nb: ${workloads(200)}\nc: ${workloads(60)}\nd: ${workloads(5)}`,
);
const choice = (...ids: string[]): Expansion => ({
  collapsedNamespaces: new Set(ids.map((id) => `namespace:${id}`)),
  expandedWorkloads: new Set(),
});
const drawnCollapsed = (chosen: Expansion) => [...collapsedNamespaces(namespaces, chosen)].sort();

/** Applies toggles as the page's state does. */
function toggled(chosen: Expansion, ids: readonly string[]): Expansion {
  const next = new Set(chosen.collapsedNamespaces);
  for (const id of ids) if (!next.delete(id)) next.add(id);
  return { ...chosen, collapsedNamespaces: next };
}

describe('collapsedNamespaces', () => {
  it('collapses the largest until the rest fits', () => {
    expect(4 + 150 + 60 + 5).toBeLessThanOrEqual(MAX_NODES);
    expect(drawnCollapsed(choice())).toEqual(['namespace:b']);
  });

  it('keeps what the person collapsed, and then needs less', () => {
    expect(drawnCollapsed(choice('b', 'd'))).toEqual(['namespace:b', 'namespace:d']);
  });
});

describe('gatheredNamespaces', () => {
  const many = drawInventory(
    Array.from({ length: 400 }, (_, at) => `ns-${String(at).padStart(3, '0')}: a b c`).join('\n'),
  ).namespaces;
  const allClosed = { collapsedNamespaces: new Set(many.map(({ id }) => id)), expandedWorkloads: new Set<string>() };

  it('leaves as many as there is room for, those in question and those that policy governs first', () => {
    const governed = { ingress: 1, egress: 0 };
    const inventory = many.map((one) =>
      one.name === 'ns-399' ? { ...one, counts: { ...one.counts, governed } } : one,
    );
    const gathered = gatheredNamespaces(inventory, allClosed, new Set(['namespace:ns-390']));
    expect(gathered.size).toBe(400 - (MAX_NODES - 1));
    expect(['namespace:ns-390', 'namespace:ns-399', 'namespace:ns-398'].map((id) => gathered.has(id))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('makes room for one that is opened', () => {
    const toggles = togglesForNamespace(many, allClosed, 'namespace:ns-007');
    expect(toggles).toEqual(['namespace:ns-007']);
    const opened = toggled(allClosed, toggles);
    expect(collapsedNamespaces(many, opened).has('namespace:ns-007')).toBe(false);
    expect(gatheredNamespaces(many, opened, new Set()).size).toBe(399 - (MAX_NODES - 4 - 1));
  });

  it('gathers none where all have room', () => {
    expect(gatheredNamespaces(many.slice(0, MAX_NODES), allClosed, new Set()).size).toBe(0);
  });
});

describe('toggles', () => {
  it('opens a namespace that the budget had closed, at the cost of the next largest', () => {
    const opened = toggled(choice(), togglesForNamespace(namespaces, choice(), 'namespace:b'));
    expect(drawnCollapsed(opened)).toEqual(['namespace:a']);
  });

  it('opens several at once, at the cost of others and never of one another', () => {
    const opened = toggled(choice('d'), togglesToOpen(namespaces, choice('d'), ['namespace:b', 'namespace:d']));
    expect(drawnCollapsed(opened)).toEqual(['namespace:a']);
  });

  it('opens the smaller ones where not all have room together, and changes nothing where none has', () => {
    const all = choice('a', 'b', 'c', 'd');
    const opened = toggled(all, togglesToOpen(namespaces, all, ['namespace:b', 'namespace:a']));
    expect(drawnCollapsed(opened)).toEqual(['namespace:b', 'namespace:c', 'namespace:d']);
    const { namespaces: huge } = drawInventory(`a: ${workloads(400)}\nb: x`);
    expect(togglesToOpen(huge, choice(), ['namespace:a'])).toEqual([]);
  });

  it('closes an open namespace, which may let another open', () => {
    expect(togglesForNamespace(namespaces, choice(), 'namespace:a')).toEqual(['namespace:a']);
  });

  it('collapses all and opens all again as far as the budget goes', () => {
    const closed = toggled(choice('d'), togglesForAll(namespaces, choice('d'), true));
    expect(drawnCollapsed(closed)).toHaveLength(4);
    expect(drawnCollapsed(toggled(closed, togglesForAll(namespaces, closed, false)))).toEqual(['namespace:b']);
  });

  it('leaves the choice about namespaces that are not on show alone', () => {
    expect(togglesForAll(namespaces, choice('hidden'), false)).toEqual([]);
  });
});
