// Adds up the numbers of a posture, workload by workload.
import { ALL_PORTS } from '../../net/connection-set.ts';
import type { ConnectionId, ConnectionTable } from '../../net/connection-table.ts';
import type { PairVerdict } from '../family-matrix.ts';
import { portLabel } from '../port-label.ts';
import type { Direction } from '../results.ts';
import type { Stance } from './end-postures.ts';
import type { CrossingPairs, DefaultDeny, DirectionPosture, Exposure, PostureNumbers } from './posture.ts';

type Counts<Of> = { -readonly [Name in keyof Of]: Of[Name] };

interface ExposureSum extends Omit<Counts<Exposure>, 'ports'> {
  points: ConnectionId;
}

const noPairs = (): Counts<CrossingPairs> => ({ pairs: 0, allowed: 0, unknown: 0 });
type PodSum = Counts<Omit<DirectionPosture, 'defaultDeny'>>;

const noPods = (): PodSum => ({ governed: 0, governedWorkloads: 0, closed: 0, undecided: 0 });

/** The numbers of one namespace, or of several together. */
export class PostureSum {
  workloads = 0;
  pods = 0;
  onHost = 0;
  readonly openToAll = { allowed: 0, unknown: 0 };
  readonly fromOthers = noPairs();
  readonly toOthers = noPairs();
  readonly #directions: Record<Direction, PodSum> = { egress: noPods(), ingress: noPods() };
  readonly #internet: Record<Direction, ExposureSum>;
  readonly #table: ConnectionTable;
  readonly #allPorts: ConnectionId;

  constructor(table: ConnectionTable) {
    this.#table = table;
    this.#allPorts = table.intern(ALL_PORTS);
    const nobody = (): ExposureSum => ({ allowed: 0, unknown: 0, everyPort: 0, points: table.none });
    this.#internet = { egress: nobody(), ingress: nobody() };
  }

  addPods(direction: Direction, count: number, isGoverned: boolean, stance: Stance): void {
    const sum = this.#directions[direction];
    if (isGoverned) sum.governed += count;
    if (stance === 'closed') sum.closed += count;
    if (stance === 'undecided') sum.undecided += count;
  }

  addGovernedWorkloads(direction: Direction, count: number): void {
    this.#directions[direction].governedWorkloads += count;
  }

  /** `scope`: the points that count. */
  addInternet(direction: Direction, count: number, { allowed, unknown }: PairVerdict, scope: ConnectionId): void {
    const table = this.#table;
    const sum = this.#internet[direction];
    const own = table.intersection(allowed, scope);
    if (own !== table.none) {
      sum.allowed += count;
      sum.points = table.union(sum.points, own);
      if (table.difference(this.#allPorts, allowed) === table.none) sum.everyPort += count;
    } else if (table.intersection(unknown, scope) !== table.none) sum.unknown += count;
  }

  addCrossing({ toOthers, fromOthers }: Pick<PostureNumbers, 'toOthers' | 'fromOthers'>): void {
    addCounts(this.toOthers, toOthers);
    addCounts(this.fromOthers, fromOthers);
  }

  /** Adds another sum to this one. */
  add(other: PostureSum): void {
    this.workloads += other.workloads;
    this.pods += other.pods;
    this.onHost += other.onHost;
    addCounts(this.openToAll, other.openToAll);
    addCounts(this.fromOthers, other.fromOthers);
    addCounts(this.toOthers, other.toOthers);
    for (const direction of ['egress', 'ingress'] as const) {
      addCounts(this.#directions[direction], other.#directions[direction]);
      const [sum, more] = [this.#internet[direction], other.#internet[direction]];
      sum.allowed += more.allowed;
      sum.unknown += more.unknown;
      sum.everyPort += more.everyPort;
      sum.points = this.#table.union(sum.points, more.points);
    }
  }

  get numbers(): PostureNumbers {
    const { workloads, pods, onHost } = this;
    return {
      ...{ workloads, pods, onHost },
      ingress: this.#direction('ingress'),
      egress: this.#direction('egress'),
      fromInternet: this.#exposure('ingress'),
      toInternet: this.#exposure('egress'),
      fromOthers: this.fromOthers,
      toOthers: this.toOthers,
      openToAll: this.openToAll,
    };
  }

  #direction(direction: Direction): DirectionPosture {
    const sum = this.#directions[direction];
    return { ...sum, defaultDeny: defaultDenyOf(sum, this.pods - this.onHost) };
  }

  #exposure(direction: Direction): Exposure {
    const { points, ...counts } = this.#internet[direction];
    return { ...counts, ports: points === this.#table.none ? '' : portLabel(points, this.#table) };
  }
}

function defaultDenyOf({ closed, undecided }: PodSum, governable: number): DefaultDeny {
  if (governable === 0) return 'none';
  if (closed === governable) return 'closed';
  return closed + undecided === 0 ? 'open' : 'part';
}

function addCounts<Name extends string>(sum: Record<Name, number>, more: Readonly<Record<Name, number>>): void {
  for (const name of Object.keys(more) as Name[]) sum[name] += more[name];
}
