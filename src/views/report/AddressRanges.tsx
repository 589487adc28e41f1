// Facts about addresses that manifests lack: where pods and Services get theirs.
import { type FormEvent, useState } from 'react';
import { useWorkbench } from '../workbench-context.ts';
import styles from './LoadReport.module.css';
import { looksLikeCidr } from './looks-like-cidr.ts';

export function AddressRanges() {
  const options = useWorkbench((state) => state.options);
  const setOptions = useWorkbench((state) => state.setOptions);
  const [text, setText] = useState(options.podCIDRs.join(', '));
  const [wrong, setWrong] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const ranges = text.split(/[\s,]+/).filter((range) => range !== '');
    const bad = ranges.find((range) => !looksLikeCidr(range));
    setWrong(bad);
    if (bad === undefined) void setOptions({ podCIDRs: ranges });
  };
  return (
    <form className={styles.ranges} onSubmit={submit}>
      <label htmlFor="pod-cidrs">Pod address range</label>
      <input
        id="pod-cidrs"
        className="field"
        value={text}
        placeholder="10.244.0.0/16"
        spellCheck={false}
        aria-invalid={wrong !== undefined}
        aria-describedby="pod-cidrs-hint"
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="button">
        Apply
      </button>
      <p id="pod-cidrs-hint" className={styles.note}>
        {wrong === undefined
          ? 'Settles ipBlock rules against pods without known addresses.'
          : `${wrong} is no address range: write it like 10.244.0.0/16 or fd00:10::/56`}
      </p>
    </form>
  );
}
