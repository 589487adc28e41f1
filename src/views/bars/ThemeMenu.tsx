// Light, dark, or as the system has it; and how strong the contrast is.
import { Contrast as ContrastIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { contrasts, themes } from '../actions/look-actions.ts';
import { Icon } from '../Icon.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './Menu.module.css';
import { MenuChoices } from './MenuChoices.tsx';

export function ThemeMenu() {
  const theme = useWorkbench((state) => state.theme);
  const contrast = useWorkbench((state) => state.contrast);
  const setTheme = useWorkbench((state) => state.setTheme);
  const setContrast = useWorkbench((state) => state.setContrast);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button" data-kind="icon" aria-label="Theme" title="Theme and contrast">
        <Icon of={ContrastIcon} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className={styles.menu} align="end" sideOffset={4} collisionPadding={8}>
        <MenuChoices label="Theme" choices={themes} chosen={theme} onChoose={setTheme} />
        <DropdownMenu.Separator className={styles.separator} />
        <MenuChoices label="Contrast" choices={contrasts} chosen={contrast} onChoose={setContrast} />
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
