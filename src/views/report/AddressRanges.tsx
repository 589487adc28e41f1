// Facts about addresses that manifests lack: where pods and Services get theirs.
import { useWorkbench } from '../workbench-context.ts';
import { FactForm } from './FactForm.tsx';
import styles from './FactForms.module.css';
import { looksLikeCidr } from './looks-like-cidr.ts';

const ranges = [
  {
    key: 'podCIDRs',
    label: 'Pod address range',
    placeholder: '10.244.0.0/16',
    hint: 'Settles ipBlock rules against pods without known addresses.',
  },
  {
    key: 'serviceCIDRs',
    label: 'Service address range',
    placeholder: '10.96.0.0/12',
    hint: 'Tells addresses of Services in rules from others.',
  },
] as const;

export function AddressRanges() {
  const options = useWorkbench((state) => state.options);
  const supplyFacts = useWorkbench((state) => state.supplyFacts);
  return (
    <div className={styles.facts}>
      {ranges.map(({ key, label, placeholder, hint }) => (
        <FactForm
          key={key}
          name={label}
          label={label}
          placeholder={placeholder}
          button="Apply"
          known={options[key].join(', ')}
          hint={hint}
          onGive={(text) => {
            const given = text.split(/[\s,]+/).filter((range) => range !== '');
            const bad = given.find((range) => !looksLikeCidr(range));
            if (bad !== undefined) return `${bad} is no address range: write it like ${placeholder} or fd00:10::/56`;
            void supplyFacts(`Give the ${label.toLowerCase()}`, { [key]: given });
            return undefined;
          }}
        />
      ))}
    </div>
  );
}
