// Starts a policy from a template: a new file beside the one on show, for whom the person chose or is likely to mean.
import { newPolicyFile } from '../../editor/new-policy-file.ts';
import type { PolicyTemplate } from '../../editor/policy-templates.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { type PolicySubject, policySubject } from './policy-subject.ts';

export function startPolicy(state: WorkbenchState, template: PolicyTemplate, chosen?: PolicySubject): void {
  const report = state.analysis?.report;
  const namespaces = report?.namespaces ?? [];
  const subject = chosen ?? policySubject(namespaces, state.selection, report?.policies ?? [], state.activeFile);
  const workloads = namespaces.find(({ name }) => name === subject.namespace)?.workloads ?? [];
  const podLabels = workloads.find(({ id }) => id === subject.workload)?.labels ?? [];
  const objects = report?.files.flatMap((file) => file.objects) ?? [];
  const around = { files: state.files, objects, beside: state.activeFile };
  const file = newPolicyFile(template, { namespace: subject.namespace, podLabels }, around);
  state.applyChange({ label: `Add ${file.path.slice(file.path.lastIndexOf('/') + 1)}`, edits: [], created: [file] });
}
