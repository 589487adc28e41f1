// The addresses behind one domain name, which no manifest holds: given here, they count as a fact.
import { visibleText } from '../../base/visible-text.ts';
import { NameText } from '../NameText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { FactForm } from './FactForm.tsx';
import { looksLikeAddress } from './looks-like-cidr.ts';

export function DomainForm({ name }: { readonly name: string }) {
  const domains = useWorkbench((state) => state.options.domains);
  const supplyFacts = useWorkbench((state) => state.supplyFacts);
  const known = domains.find((domain) => domain.name === name)?.addresses ?? [];
  const give = (text: string): string | undefined => {
    const addresses = text.split(/[\s,]+/).filter((address) => address !== '');
    const bad = addresses.find((address) => !looksLikeAddress(address));
    if (bad !== undefined) return `${bad} is no address: write it like 203.0.113.10 or 2001:db8::10`;
    const others = domains.filter((domain) => domain.name !== name);
    const label = `Give the addresses of ${name}`;
    void supplyFacts(label, { domains: addresses.length === 0 ? others : [...others, { name, addresses }] });
    return undefined;
  };
  return (
    <FactForm
      name={`Addresses of ${visibleText(name)}`}
      label={<NameText tail={12}>{name}</NameText>}
      placeholder="203.0.113.10, 203.0.113.11"
      button="Apply"
      known={known.join(', ')}
      onGive={give}
    />
  );
}
