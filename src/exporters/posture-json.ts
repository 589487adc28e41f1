// A posture as `sluice/posture/v1`.
import type { Exporter } from './exporter.ts';
import { NO_FINDINGS } from './findings-by-namespace.ts';
import type { PostureReport } from './posture-report.ts';

export const postureJson: Exporter<PostureReport> = {
  format: 'json',
  export({ posture, findings, assertions, incomplete }) {
    const { namespaces, totals, hosts, uncounted } = posture;
    const record = {
      schema: 'sluice/posture/v1',
      totals,
      namespaces: namespaces.map(({ id: _, ...one }) => ({ ...one, findings: findings.get(one.name) ?? NO_FINDINGS })),
      clusterFindings: findings.get('') ?? NO_FINDINGS,
      hosts,
      assertions,
      uncounted,
      incomplete,
    };
    return `${JSON.stringify(record, null, 2)}\n`;
  },
};
