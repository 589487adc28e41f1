// The algebra of connection sets, checked against points, and the table that interns them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ALL_CONNECTIONS,
  ALL_PORTS,
  allPorts,
  type ConnectionSet,
  contains,
  difference,
  formatPorts,
  intersection,
  NO_CONNECTIONS,
  PROTOCOLS,
  pointOf,
  portRange,
  rangesOf,
  union,
  unionOfAll,
  wholeProtocol,
  wholeRanges,
} from './connection-set.ts';
import { ConnectionTable } from './connection-table.ts';

const range = fc
  .tuple(fc.constantFrom(...PROTOCOLS), fc.integer({ min: 1, max: 65535 }), fc.integer({ min: 0, max: 400 }))
  .map(([protocol, from, length]) => portRange(protocol, from, Math.min(65535, from + length)));
const anySet = fc.array(range, { maxLength: 6 }).map((ranges) => ranges.reduce(union, NO_CONNECTIONS));
const point = fc
  .tuple(fc.constantFrom(...PROTOCOLS), fc.oneof(fc.integer({ min: 1, max: 65535 }), fc.constantFrom(1, 80, 65535)))
  .map(([protocol, port]) => pointOf(protocol, port));

/** Ascending boundaries: no empty, touching or overlapping ranges. */
function isCanonical(set: ConnectionSet): boolean {
  return set.length % 2 === 0 && set.every((at, i) => i === 0 || at > (set[i - 1] ?? 0));
}

describe('connection sets', () => {
  test('membership follows the operation, and results are canonical', () => {
    fc.assert(
      fc.property(anySet, anySet, point, (a, b, at) => {
        for (const set of [union(a, b), intersection(a, b), difference(a, b)]) expect(isCanonical(set)).toBe(true);
        expect(contains(union(a, b), at)).toBe(contains(a, at) || contains(b, at));
        expect(contains(intersection(a, b), at)).toBe(contains(a, at) && contains(b, at));
        expect(contains(difference(a, b), at)).toBe(contains(a, at) && !contains(b, at));
      }),
    );
  });

  test('ranges rebuild the set', () => {
    fc.assert(
      fc.property(anySet, (set) => {
        const rebuilt = rangesOf(set).reduce<ConnectionSet>(
          (sum, { protocol, from, to }) =>
            protocol === 'TCP' || protocol === 'UDP' || protocol === 'SCTP'
              ? union(sum, portRange(protocol, from, to))
              : sum,
          NO_CONNECTIONS,
        );
        expect(rebuilt).toEqual(set);
      }),
    );
  });

  test('protocols do not run into one another', () => {
    const both = union(allPorts('TCP'), allPorts('UDP'));
    expect(rangesOf(both)).toEqual([
      { protocol: 'TCP', from: 1, to: 65535 },
      { protocol: 'UDP', from: 1, to: 65535 },
    ]);
    expect(difference(ALL_PORTS, both)).toEqual(allPorts('SCTP'));
    expect(rangesOf(difference(ALL_CONNECTIONS, ALL_PORTS)).map(({ protocol }) => protocol)).toContain('ICMP');
  });

  test('ports are written as people write them', () => {
    expect([
      formatPorts({ protocol: 'TCP', from: 80, to: 80 }),
      formatPorts({ protocol: 'TCP', from: 8000, to: 8080 }),
      formatPorts({ protocol: 'TCP', from: 1, to: 65535 }),
    ]).toEqual(['80', '8000-8080', 'all']);
  });
});

test('many sets at once', () => {
  fc.assert(
    fc.property(fc.array(anySet), (sets) => {
      expect(unionOfAll(sets)).toEqual(sets.reduce(union, NO_CONNECTIONS));
    }),
  );
});

describe('the table', () => {
  test('equal sets have equal ids, and operations on ids are those on sets', () => {
    fc.assert(
      fc.property(anySet, anySet, (a, b) => {
        const table = new ConnectionTable();
        const [left, right] = [table.intern(a), table.intern([...b])];
        expect(table.intern([...a])).toBe(left);
        expect(table.set(table.union(left, right))).toEqual(union(a, b));
        expect(table.set(table.intersection(left, right))).toEqual(intersection(a, b));
        expect(table.set(table.difference(left, right))).toEqual(difference(a, b));
        // Once more from the memo, and the other way round.
        expect(table.union(right, left)).toBe(table.union(left, right));
        expect(table.set(table.difference(right, left))).toEqual(difference(b, a));
      }),
    );
  });

  test('sets stay what they are, and one number each, however finely later ones cut the line', () => {
    const operations = { union, intersection, difference };
    const names = fc.constantFrom('union', 'intersection', 'difference');
    const steps = fc.array(fc.tuple(anySet, names, fc.nat(), fc.nat()), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (script) => {
        const table = new ConnectionTable();
        const model: ConnectionSet[] = [NO_CONNECTIONS, ALL_CONNECTIONS];
        const ids = [table.none, table.all];
        for (const [own, name, a, b] of script) {
          const [left, right] = [a % model.length, b % model.length];
          model.push(own, operations[name](model[left] ?? [], model[right] ?? []));
          ids.push(table.intern([...own]), table[name](ids[left] ?? 0, ids[right] ?? 0));
        }
        expect(ids.map((id) => table.set(id))).toEqual(model);
        expect(model.map((set) => table.intern([...set]))).toEqual(ids);
      }),
      { numRuns: 200 },
    );
  });
});

test('protocols without a name of their own make one range, whatever numbers between them have one', () => {
  const drawn = (set: ConnectionSet) => wholeRanges(set).map((range) => `${range.protocol} ${formatPorts(range)}`);
  expect(drawn(ALL_CONNECTIONS)).toEqual(['TCP all', 'UDP all', 'SCTP all', 'ICMP all', 'ICMPv6 all', 'other all']);
  expect(drawn([47, 5, 7, 89].map(wholeProtocol).reduce(union))).toEqual(['other 5-7', 'other 47', 'other 89']);
});
