// The addresses behind one domain name, which no manifest holds: given here, they count as a fact.
import { type FormEvent, useId, useState } from 'react';
import { NameText } from '../NameText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './DomainForms.module.css';
import { looksLikeAddress } from './looks-like-cidr.ts';

export function DomainForm({ name }: { readonly name: string }) {
  const domains = useWorkbench((state) => state.options.domains);
  const setOptions = useWorkbench((state) => state.setOptions);
  const known = domains.find((domain) => domain.name === name)?.addresses ?? [];
  const [text, setText] = useState(known.join(', '));
  const [wrong, setWrong] = useState<string>();
  const inputId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const addresses = text.split(/[\s,]+/).filter((address) => address !== '');
    const bad = addresses.find((address) => !looksLikeAddress(address));
    setWrong(bad);
    if (bad !== undefined) return;
    const others = domains.filter((domain) => domain.name !== name);
    void setOptions({ domains: addresses.length === 0 ? others : [...others, { name, addresses }] });
  };
  return (
    <form className={styles.domain} onSubmit={submit} aria-label={`Addresses of ${name}`}>
      <label htmlFor={inputId}>
        <NameText tail={12}>{name}</NameText>
      </label>
      <input
        id={inputId}
        className="field"
        value={text}
        placeholder="203.0.113.10, 203.0.113.11"
        spellCheck={false}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? undefined : `${inputId}-hint`}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="button">
        Apply
      </button>
      {wrong !== undefined && (
        <p id={`${inputId}-hint`} className={styles.hint}>
          {wrong} is no address: write it like 203.0.113.10 or 2001:db8::10
        </p>
      )}
    </form>
  );
}
