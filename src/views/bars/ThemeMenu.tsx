// Light, dark, or as the system has it.
import { DropdownMenu } from 'radix-ui';
import type { Theme } from '../../state/workbench-state.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './Menu.module.css';

const themes: readonly (readonly [Theme, string])[] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

export function ThemeMenu() {
  const theme = useWorkbench((state) => state.theme);
  const setTheme = useWorkbench((state) => state.setTheme);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button" data-kind="quiet" aria-label="Theme" title="Theme">
        <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
          <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.3" />
          <path d="M7 1.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
        </svg>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className={styles.menu} align="end" sideOffset={4} collisionPadding={8}>
        <DropdownMenu.RadioGroup value={theme}>
          {themes.map(([value, label]) => (
            <DropdownMenu.RadioItem key={value} value={value} className={styles.radio} onSelect={() => setTheme(value)}>
              <span className={styles.check}>
                <DropdownMenu.ItemIndicator>✓</DropdownMenu.ItemIndicator>
              </span>
              {label}
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
