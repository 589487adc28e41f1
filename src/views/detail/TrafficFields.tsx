// Protocol, and what goes with it: a port, an ICMP type and code, or the protocol's number.
import { useId } from 'react';
import styles from './ExplainPanel.module.css';
import { protocolChoices, type TrafficDraft } from './traffic-draft.ts';

interface TrafficFieldsProps {
  readonly draft: TrafficDraft;
  /** Ports that the destination declares: `TCP 8080`. */
  readonly ports: readonly string[];
  readonly onChange: (draft: TrafficDraft) => void;
}

type NumberField = readonly [
  field: 'port' | 'icmpType' | 'icmpCode' | 'number',
  label: string,
  min: number,
  max: number,
];

function fieldsOf(protocol: string): readonly NumberField[] {
  if (protocol === 'number') return [['number', 'IANA number', 1, 255]];
  if (!protocol.startsWith('ICMP')) return [['port', 'Port', 1, 65535]];
  return [
    ['icmpType', 'Type', 0, 255],
    ['icmpCode', 'Code', 0, 255],
  ];
}

export function TrafficFields({ draft, ports, onChange }: TrafficFieldsProps) {
  const listId = useId();
  const own = ports.flatMap((port) =>
    port.startsWith(`${draft.protocol} `) ? [port.slice(draft.protocol.length + 1)] : [],
  );
  return (
    <>
      <select
        className="field"
        aria-label="Protocol"
        value={draft.protocol}
        onChange={(event) => onChange({ ...draft, protocol: event.target.value })}
      >
        {protocolChoices.map((choice) => (
          <option key={choice} value={choice}>
            {choice === 'number' ? 'by number' : choice}
          </option>
        ))}
      </select>
      {fieldsOf(draft.protocol).map(([field, label, min, max]) => (
        <label key={field} className={styles.number}>
          <span className={label === 'Port' ? 'visually-hidden' : ''}>{label}</span>
          <input
            className={`field ${styles.port}`}
            type="number"
            required
            min={min}
            max={max}
            list={field === 'port' && own.length > 0 ? listId : undefined}
            value={draft[field]}
            onChange={(event) => onChange({ ...draft, [field]: event.target.value })}
          />
        </label>
      ))}
      <datalist id={listId}>
        {own.map((port) => (
          <option key={port} value={port} />
        ))}
      </datalist>
    </>
  );
}
