// What Deployment, StatefulSet, Job and the like share: the number of pods and the pod template.
import { type Field, readInt32, rejectValue } from './field.ts';
import { readLabels } from './labels.ts';
import { type FieldNames, readMap } from './map-fields.ts';
import { METADATA } from './metadata.ts';
import { readPodSpec } from './pod-spec.ts';
import type { WorkloadResource } from './resource.ts';

const TEMPLATE = new Set(['metadata', 'spec']);

/** What follows when a workload is rejected. */
export const WORKLOAD_CONSEQUENCE = 'so it counts as absent, and no answer speaks of its pods';

/** Labels of a workload's pods are the template's, neither the workload's own nor those of `spec.selector`. */
function readPodTemplate(field: Field | undefined): WorkloadResource['template'] {
  const fields = readMap(field, TEMPLATE);
  const metadata = readMap(fields?.get('metadata'), METADATA);
  return { labels: readLabels(metadata?.get('labels')), spec: readPodSpec(fields?.get('spec')) };
}

/** The pods wanted and the template, from a workload's `spec` whose fields are `names`. */
export function readWorkloadSpec(
  spec: Field | undefined,
  names: FieldNames,
): Pick<WorkloadResource, 'replicas' | 'template'> {
  const fields = readMap(spec, names);
  const template = readPodTemplate(fields?.get('template'));
  const field = names !== 'open' && names.has('replicas') ? fields?.get('replicas') : undefined;
  const replicas = readInt32(field) ?? 1;
  if (field && replicas < 0) rejectValue(field, replicas, 'must be greater than or equal to 0');
  return { replicas, template };
}
