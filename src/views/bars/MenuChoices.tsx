// A choice among a few in a menu, with its name above.
import { DropdownMenu } from 'radix-ui';
import styles from './Menu.module.css';

interface MenuChoicesProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly (readonly [value: Value, label: string])[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

export function MenuChoices<Value extends string>({ label, choices, chosen, onChoose }: MenuChoicesProps<Value>) {
  return (
    <DropdownMenu.RadioGroup value={chosen} aria-label={label}>
      <DropdownMenu.Label className={styles.label}>{label}</DropdownMenu.Label>
      {choices.map(([value, words]) => (
        <DropdownMenu.RadioItem key={value} value={value} className={styles.radio} onSelect={() => onChoose(value)}>
          <span className={styles.check}>
            <DropdownMenu.ItemIndicator>✓</DropdownMenu.ItemIndicator>
          </span>
          {words}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}
