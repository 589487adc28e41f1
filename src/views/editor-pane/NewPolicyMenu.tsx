// "New policy": where it goes, whom it applies to, and which template it starts from.
import { Popover } from 'radix-ui';
import { useMemo, useState } from 'react';
import { visibleText } from '../../base/visible-text.ts';
import { newPolicyFile } from '../../editor/new-policy-file.ts';
import { type PolicyTemplate, policyTemplates } from '../../editor/policy-templates.ts';
import type { NamespaceSummary } from '../../engine/results.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './NewPolicyMenu.module.css';
import { policySubject } from './policy-subject.ts';

const noNamespaces: readonly NamespaceSummary[] = [];
const namespacesOf = (state: WorkbenchState) => state.analysis?.report.namespaces ?? noNamespaces;

export function NewPolicyMenu() {
  const namespaces = useWorkbench(namespacesOf);
  const selection = useWorkbench((state) => state.selection);
  const files = useWorkbench((state) => state.files);
  const policies = useWorkbench((state) => state.analysis?.report.policies);
  const activeFile = useWorkbench((state) => state.activeFile);
  const createFile = useWorkbench((state) => state.createFile);
  const selectFile = useWorkbench((state) => state.selectFile);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<{ readonly namespace: string; readonly workload: string }>();
  const proposed = useMemo(
    () => policySubject(namespaces, selection, policies ?? [], activeFile),
    [namespaces, selection, policies, activeFile],
  );
  const { namespace, workload } = chosen ?? proposed;
  const workloads = namespaces.find(({ name }) => name === namespace)?.workloads ?? [];

  const create = (template: PolicyTemplate) => {
    const podLabels = workloads.find(({ id }) => id === workload)?.labels ?? [];
    const around = { files, policies: policies ?? [], beside: activeFile };
    const file = newPolicyFile(template, { namespace, podLabels }, around);
    createFile(file.path, file.text);
    selectFile(file.path);
    setOpen(false);
  };
  const change = (next: boolean) => {
    setOpen(next);
    if (next) setChosen(undefined);
  };

  return (
    <Popover.Root open={open} onOpenChange={change}>
      <Popover.Trigger className="button" data-kind="quiet">
        New policy
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles.menu}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label="New policy"
        >
          <div className={styles.fields}>
            <label className={styles.label}>
              Namespace
              <select
                className="field"
                value={namespace}
                onChange={(event) => setChosen({ namespace: event.target.value, workload: '' })}
              >
                {(namespaces.length > 0 ? namespaces.map(({ name }) => name) : [namespace]).map((name) => (
                  <option key={name} value={name}>
                    {visibleText(name)}
                  </option>
                ))}
              </select>
            </label>
            <label className={styles.label}>
              Pods
              <select
                className="field"
                value={workload}
                onChange={(event) => setChosen({ namespace, workload: event.target.value })}
              >
                <option value="">every pod</option>
                {workloads.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {visibleText(name)}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <ul className={styles.templates}>
            {policyTemplates.map((template) => (
              <li key={template.id}>
                <button type="button" className={styles.template} onClick={() => create(template)}>
                  <span className={styles.name}>{template.label}</span>
                  <span className={styles.describe}>{template.describe}</span>
                </button>
              </li>
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
