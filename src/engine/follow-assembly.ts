// An assembly after an edit of a few policies, made from the one before: nothing is gone through that the edit left alone.
import { allDialects } from '../dialects/all-dialects.ts';
import type { Policy } from '../model/policy.ts';
import type { Resource } from '../resources/resource.ts';
import type { Assembly } from './assemble.ts';
import type { CompiledPolicy, PolicyCompiler } from './compile-policies.ts';
import type { EngineOptions } from './engine-options.ts';
import { isApart } from './policy-kinds.ts';
import type { FileReading } from './read-workspace.ts';
import type { ComparePolicies } from './sort-policies.ts';
import { splitReading } from './split-resources.ts';
import { type AddressPeer, policyVocabulary } from './vocabulary.ts';

/** An input, and what was made of it. */
export interface AssembledInput {
  readonly readings: readonly FileReading[];
  readonly options: EngineOptions;
  readonly assembly: Assembly;
  readonly compiler: PolicyCompiler;
  readonly compare: ComparePolicies;
  /** Whether it holds no two objects of one name. */
  readonly isDistinct: boolean;
}

/** Past this many changed files everything is gone through. */
const FEW = 4;

/** Where two lists of files differ; undefined where that is in many places, or not only in what single files say. */
function changedPlaces(before: readonly FileReading[], after: readonly FileReading[]): readonly number[] | undefined {
  if (before.length !== after.length) return undefined;
  const places: number[] = [];
  for (let place = 0; place < after.length; place++) {
    if (before[place] === after[place]) continue;
    if (places.length === FEW || before[place]?.file.path !== after[place]?.file.path) return undefined;
    places.push(place);
  }
  return places;
}

/** The one of several inputs that differs least from these readings, where one does in a few files only. */
export function nearestInput(
  inputs: readonly AssembledInput[],
  readings: readonly FileReading[],
): AssembledInput | undefined {
  const distances = inputs.map((input) => changedPlaces(input.readings, readings)?.length ?? Number.POSITIVE_INFINITY);
  const least = Math.min(...distances);
  return Number.isFinite(least) ? inputs[distances.lastIndexOf(least)] : undefined;
}

interface ChangedResource {
  readonly before: Resource;
  readonly after: Resource;
}

/** Policies of a file, each before and after; undefined where a file says more than that, or has other objects now. */
function changedPolicies(before: FileReading, after: FileReading): readonly ChangedResource[] | undefined {
  const [was, now] = [splitReading(before), splitReading(after)];
  const areAlone = was.inventory.length === 0 && now.inventory.length === 0 && was.names === now.names;
  if (!areAlone || !now.rest.every(({ kind }) => isApart(kind))) return undefined;
  return now.rest.flatMap((resource, index) => {
    const old = was.rest[index];
    return old ? [{ before: old, after: resource }] : [];
  });
}

const withoutPlace = (key: string, value: unknown): unknown =>
  key === 'range' || key === 'fixes' ? undefined : value === Number.POSITIVE_INFINITY ? 'last' : value;

const known = new WeakMap<Resource, { readonly options: EngineOptions; readonly said: string }>();

/** All that dialects say of an object as such, but where. */
function saidOf(resource: Resource, options: EngineOptions): string {
  const before = known.get(resource);
  if (before?.options === options) return before.said;
  const { semantics, pending } = options;
  const all = allDialects.map((dialect) => {
    const review = dialect.review?.([resource], semantics, pending);
    return [
      review && [review.resources[0] === resource, review.diagnostics],
      dialect.tiers([resource], semantics),
      dialect.assume?.([resource], semantics),
    ];
  });
  const said = JSON.stringify(all, withoutPlace);
  known.set(resource, { options, said });
  return said;
}

const blockText = ({ include, exclude }: AddressPeer): string =>
  [include, exclude].map((list) => list.map(({ text }) => text).join()).join('-');

/** Whether two forms of a policy name the same addresses, and select no sets. */
function namesAlike(before: CompiledPolicy, after: CompiledPolicy): boolean {
  const blocks = ({ resolved }: CompiledPolicy): string => policyVocabulary(resolved).blocks.map(blockText).join(' ');
  return before.sets.length === 0 && after.sets.length === 0 && blocks(before) === blocks(after);
}

/** Where a policy stands in a list in order; -1 where it does not. */
function placeIn(policies: readonly Policy[], policy: Policy, compare: ComparePolicies): number {
  let low = 0;
  let high = policies.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = policies[middle];
    if (other && compare(other, policy) < 0) low = middle + 1;
    else high = middle;
  }
  return policies[low] === policy ? low : -1;
}

/** The assembly of an input that differs from the last one in a few policies only; undefined where it differs in more. */
export function followAssembly(
  last: AssembledInput,
  readings: readonly FileReading[],
  options: EngineOptions,
): Assembly | undefined {
  if (options !== last.options || !last.isDistinct) return undefined;
  const changed = changedPlaces(last.readings, readings);
  if (!changed) return undefined;
  const { assembly, compiler, compare } = last;
  const policies = [...assembly.policies];
  const places: number[] = [];
  for (const place of changed) {
    const [before, after] = [last.readings[place], readings[place]];
    const isSilent = (reading: FileReading): boolean =>
      reading.diagnostics.length === 0 && reading.decoded.unused.length === 0;
    if (!before || !after || !isSilent(before) || !isSilent(after)) return undefined;
    if (assembly.diagnostics.some(({ range }) => range.file === after.file.path)) return undefined;
    const resources = changedPolicies(before, after);
    if (!resources) return undefined;
    for (const one of resources) {
      if (one.before === one.after) continue;
      const [was, now] = [compiler.compile(one.before), compiler.compile(one.after)];
      if (!was || !now || was.length !== now.length || saidOf(one.before, options) !== saidOf(one.after, options)) {
        return undefined;
      }
      for (const [index, old] of was.entries()) {
        const made = now[index];
        const at = placeIn(assembly.policies, old.resolved, compare);
        if (!made || at < 0 || compare(old.resolved, made.resolved) !== 0 || !namesAlike(old, made)) return undefined;
        policies[at] = made.resolved;
        places.push(at);
      }
    }
  }
  return { ...assembly, policies, replaced: { before: assembly.policies, places } };
}
