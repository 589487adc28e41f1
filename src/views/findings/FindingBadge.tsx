// How many findings a policy has, by the gravest; a click lists them.
import { counted } from '../../base/counted.ts';
import type { Severity } from '../../documents/diagnostic.ts';
import type { Location } from '../../engine/results.ts';
import { objectKey, selectProblemsByObject } from '../../state/shown-problems.ts';
import { SeverityMark } from '../SeverityMark.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './FindingBadge.module.css';

interface FindingBadgeProps {
  readonly policy: {
    readonly kind: string;
    readonly namespace: string;
    readonly name: string;
    readonly location: Location;
  };
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];

export function FindingBadge({ policy }: FindingBadgeProps) {
  const { kind, namespace, name, location } = policy;
  const object = `${kind === 'CalicoNetworkPolicy' ? 'NetworkPolicy' : kind} ${namespace === '' ? '' : `${namespace}/`}${name}`;
  const key = objectKey(location.file, object);
  // Numbers and words alone, so that only badges that change are drawn again.
  const count = useWorkbench((state) => selectProblemsByObject(state).get(key)?.length ?? 0);
  const worst = useWorkbench((state) => selectProblemsByObject(state).get(key)?.[0]?.severity);
  const words = useWorkbench((state) =>
    countWords(
      selectProblemsByObject(state)
        .get(key)
        ?.map((one) => one.severity),
    ),
  );
  const showFindings = useWorkbench((state) => state.showFindings);
  if (worst === undefined) return null;
  return (
    <button
      type="button"
      className={styles.badge}
      data-severity={worst}
      aria-label={`${words} about ${name}`}
      title={words}
      onClick={() => showFindings({ object: key })}
    >
      <SeverityMark severity={worst} />
      <span aria-hidden="true">{count}</span>
    </button>
  );
}

/** `1 error, 2 warnings, 1 note`. */
function countWords(found: readonly Severity[] = []): string {
  return severities
    .map((severity) => [severity, found.filter((one) => one === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => counted(count, severity === 'info' ? 'note' : severity))
    .join(', ');
}
