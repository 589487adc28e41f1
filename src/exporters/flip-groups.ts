// Flips in groups as people read them: by risk and by what became of them, and in these by the changes that cause them.
import { groupBy } from '../base/group-by.ts';
import type { FlipKind, Impact } from '../engine/results.ts';
import type { DiffReport, ExportedCause, ExportedChange, ExportedFlip, Risk } from './diff-report.ts';
import { type FoldedFlow, foldFlows } from './fold-flows.ts';
import { riskWords } from './risk-words.ts';

/** Flips that the same changes cause. */
export interface CauseGroup {
  readonly causes: readonly ExportedCause[];
  /** What leads in a list of the causes; undefined where there is one cause. */
  readonly heading: string | undefined;
  /** Ports of one pair together. */
  readonly flows: readonly FoldedFlow<ExportedFlip>[];
  /** How many flips that are. */
  readonly count: number;
}

export interface FlipSection {
  readonly risk: Risk;
  readonly kind: FlipKind;
  /** `Opened, with addresses outside the cluster`. */
  readonly title: string;
  readonly count: number;
  /** The largest first. */
  readonly groups: readonly CauseGroup[];
}

const KINDS: Readonly<Record<FlipKind, string>> = {
  opened: 'Opened',
  closed: 'Closed',
  unknown: 'To or from unknown',
};

function headingOf({ causes, certainty, unsought }: ExportedFlip): string | undefined {
  if (unsought) return 'causes were not sought: the change is too large';
  if (causes.length === 0) return 'no change of an object makes it; what was written twice may have changed places';
  if (causes.length === 1) return undefined;
  return certainty === 'each' ? 'takes all of these:' : 'stays until all of these are gone:';
}

function causeGroups(flips: readonly ExportedFlip[]): CauseGroup[] {
  const groups = groupBy(flips, ({ causes, certainty, unsought }) =>
    JSON.stringify([causes.map(({ id, file, line }) => [id, file, line]), certainty, unsought]),
  );
  return [...groups.values()]
    .flatMap((group): CauseGroup[] => {
      const [first] = group;
      if (!first) return [];
      const flows = [...groupBy(group, ({ was }) => was).values()].flatMap((own) => foldFlows(own));
      return [{ causes: first.causes, heading: headingOf(first), flows, count: group.length }];
    })
    .sort((a, b) => b.count - a.count);
}

/** `riskWords` says in which order risks come; of one risk what opened comes first. */
export function flipSections({ flips }: Pick<DiffReport, 'flips'>): readonly FlipSection[] {
  const kinds = Object.keys(KINDS) as FlipKind[];
  return (Object.keys(riskWords) as Risk[]).flatMap((risk) =>
    kinds.flatMap((kind) => {
      const own = flips.filter((flip) => flip.risk === risk && flip.flip === kind);
      if (own.length === 0) return [];
      const title = risk === 'none' ? KINDS[kind] : `${KINDS[kind]}, ${riskWords[risk].phrase}`;
      return [{ risk, kind, title, count: own.length, groups: causeGroups(own) }];
    }),
  );
}

/** What else wants eyes about a flip, beside its gravest risk: `between namespaces, on every port`. */
export function otherRisks({ risks }: Pick<ExportedFlip, 'risks'>): string {
  return risks
    .slice(1)
    .map(({ id }) => riskWords[id].phrase)
    .join(', ');
}

/** Of every kind. */
export const flipCount = ({ opened, closed, unknown }: Impact): number => opened + closed + unknown;

/** Changes that no flip names. */
export function idleChanges({ changes }: Pick<DiffReport, 'changes'>): readonly ExportedChange['hunks'][number][] {
  return changes.flatMap(({ hunks }) => hunks).filter(({ flips }) => flipCount(flips) === 0);
}
