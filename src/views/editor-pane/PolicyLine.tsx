// One line about the policy at the cursor: whom it applies to, and what the edit opens and closes.

import { counted } from '../../base/counted.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { NameText } from '../NameText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './PolicyLine.module.css';
import { type PolicyEffect, policyAtLine, policyEffect } from './policy-at-line.ts';

interface PolicyLineProps {
  readonly path: string;
  readonly line: number;
}

const analysisOf = (state: WorkbenchState) => state.analysis;
const filesOf = (state: WorkbenchState) => state.files;
const baselineOf = (state: WorkbenchState) => state.baseline;

export function PolicyLine({ path, line }: PolicyLineProps) {
  const analysis = useWorkbench(analysisOf);
  const files = useWorkbench(filesOf);
  const baseline = useWorkbench(baselineOf);
  const stale = useWorkbench((state) => state.stale);
  const policy = analysis && policyAtLine(analysis.report.policies, path, line);
  if (!analysis || !policy) {
    return (
      <p className={styles.line}>
        <NameText tail={24}>{path}</NameText>
      </p>
    );
  }
  const effect = policyEffect(policy, analysis, { files, baseline });
  return (
    <p className={styles.line} data-stale={stale}>
      {analysis.report.policies.some((other) => other !== policy && other.location.file === path) && (
        <NameText>{policy.name}</NameText>
      )}
      <span className={styles.facts}>
        {effect && <>{effectWords(effect)} · </>}
        applies to {counted(policy.appliesToPods, 'pod')}
      </span>
    </p>
  );
}

function effectWords(effect: PolicyEffect): string {
  if (effect.type === 'touched') {
    const { workloads } = effect;
    return workloads === 0 ? 'flips no flow at its workloads' : `flows flip at ${workloads} of its workloads`;
  }
  const parts = [
    effect.opened > 0 && `▲ opens ${effect.opened}`,
    effect.closed > 0 && `▼ closes ${effect.closed}`,
    effect.unknown > 0 && `◌ ${effect.unknown} unknown`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(' ') : 'flips no flow';
}
