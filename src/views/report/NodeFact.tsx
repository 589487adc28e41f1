// A node that no manifest holds, by name and addresses: rules about nodes and host endpoints need them.
import { nodeFact } from '../../state/fact-manifests.ts';
import { useWorkbench } from '../workbench-context.ts';
import { FactForm } from './FactForm.tsx';
import { looksLikeAddress } from './looks-like-cidr.ts';

const wanted = 'node-1 10.0.0.11';

export function NodeFact() {
  const applyChange = useWorkbench((state) => state.applyChange);
  return (
    <FactForm
      name="Node"
      label="Node and its addresses"
      placeholder={wanted}
      button="Write manifest"
      hint="Settles rules that name nodes, and flows between pods and their hosts."
      onGive={(text) => {
        const [name, ...addresses] = text.split(/[\s,]+/).filter(Boolean);
        if (name === undefined || addresses.length === 0) return `Write a name and an address: ${wanted}`;
        const bad = addresses.find((address) => !looksLikeAddress(address));
        if (bad !== undefined) return `${bad} is no address: write it like 10.0.0.11 or fd00::11`;
        if (!/^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$/.test(name)) return `${name} is no name of a node`;
        applyChange(nodeFact(name, addresses));
        return undefined;
      }}
    />
  );
}
