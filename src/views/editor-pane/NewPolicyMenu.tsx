// "New policy": where it goes, whom it applies to, and which template it starts from.
import { Popover } from 'radix-ui';
import { useContext, useMemo, useState } from 'react';
import { visibleText } from '../../base/visible-text.ts';
import { calicoTemplates } from '../../editor/calico-templates.ts';
import { type PolicyTemplate, policyTemplates } from '../../editor/policy-templates.ts';
import type { NamespaceSummary } from '../../engine/results.ts';
import { selectReport } from '../../state/selectors.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { useWorkbench, WorkbenchContext } from '../workbench-context.ts';
import styles from './NewPolicyMenu.module.css';
import { policySubject } from './policy-subject.ts';
import { startPolicy } from './start-policy.ts';
import { TemplateList } from './TemplateList.tsx';

const noNamespaces: readonly NamespaceSummary[] = [];
const namespacesOf = (state: WorkbenchState) => state.analysis?.report.namespaces ?? noNamespaces;

export function NewPolicyMenu() {
  const store = useContext(WorkbenchContext);
  const namespaces = useWorkbench(namespacesOf);
  const selection = useWorkbench((state) => state.selection);
  const report = useWorkbench(selectReport);
  const ignoresCalico = useWorkbench((state) => state.options.semantics === 'kubernetes');
  const activeFile = useWorkbench((state) => state.activeFile);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<{ readonly namespace: string; readonly workload: string }>();
  const proposed = useMemo(
    () => policySubject(namespaces, selection, report?.policies ?? [], activeFile),
    [namespaces, selection, report, activeFile],
  );
  const { namespace, workload } = chosen ?? proposed;
  const workloads = namespaces.find(({ name }) => name === namespace)?.workloads ?? [];

  const create = (template: PolicyTemplate) => {
    if (store) startPolicy(store.getState(), template, { namespace, workload });
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
          <div className={styles.families}>
            <TemplateList title="Kubernetes" templates={policyTemplates} onChoose={create} />
            <TemplateList
              title="Calico"
              {...(ignoresCalico ? { note: 'no effect under the Kubernetes semantics' } : {})}
              templates={calicoTemplates}
              onChoose={create}
            />
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
