// A new policy from each template, for whom the selection or the file on show suggests.
import { calicoTemplates } from '../../editor/calico-templates.ts';
import { type PolicyTemplate, policyTemplates } from '../../editor/policy-templates.ts';
import { startPolicy } from '../editor-pane/start-policy.ts';
import { type Action, action } from './action.ts';

const create = (template: PolicyTemplate, family: string): Action =>
  action({
    id: `template.${family}.${template.id}`,
    group: 'Edit',
    label: `New policy: ${template.label}`,
    detail: `${family} template`,
    run: (state) => startPolicy(state, template),
  });

export const templateActions: readonly Action[] = [
  ...policyTemplates.map((template) => create(template, 'Kubernetes')),
  ...calicoTemplates.map((template) => create(template, 'Calico')),
];
