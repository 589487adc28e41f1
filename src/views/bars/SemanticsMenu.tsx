// Whose reading of the manifests counts; and which policies have no effect under it.
import { DropdownMenu } from 'radix-ui';
import { counted } from '../../base/counted.ts';
import { selectReport } from '../../state/selectors.ts';
import { ignoredPoliciesOf } from '../../state/staging.ts';
import { readings } from '../actions/reading-actions.ts';
import { NameText } from '../NameText.tsx';
import { splitObject } from '../side/lost-words.ts';
import { useWorkbench } from '../workbench-context.ts';
import menu from './Menu.module.css';
import styles from './SemanticsMenu.module.css';

/** More are counted. */
const mostListed = 8;

export function SemanticsMenu() {
  const semantics = useWorkbench((state) => state.options.semantics);
  const report = useWorkbench(selectReport);
  const setOptions = useWorkbench((state) => state.setOptions);
  const revealLocation = useWorkbench((state) => state.revealLocation);
  const label = readings.find(({ value }) => value === semantics)?.label ?? semantics;
  const ignored = report ? ignoredPoliciesOf(report) : [];
  const words = ignored.length === 0 ? '' : `${counted(ignored.length, 'policy')} ignored`;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        className={`button ${menu.trigger}`}
        data-kind="quiet"
        aria-label={`Semantics: ${label}${words && `, ${words}`}`}
        title="Whose reading of the manifests counts"
      >
        {words && <span className={styles.ignored}>{words}</span>}
        {label}
        <span className={menu.caret} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className={`${menu.menu} ${styles.menu}`} align="end" sideOffset={4} collisionPadding={8}>
        <DropdownMenu.RadioGroup value={semantics}>
          {readings.map(({ value, label: name, note }) => (
            <DropdownMenu.RadioItem
              key={value}
              value={value}
              className={`${menu.radio} ${styles.reading}`}
              onSelect={() => void setOptions({ semantics: value })}
            >
              <span className={menu.check}>
                <DropdownMenu.ItemIndicator>✓</DropdownMenu.ItemIndicator>
              </span>
              <span className={styles.words}>
                {name}
                <span className={menu.note}>{note}</span>
              </span>
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
        {ignored.length > 0 && (
          <DropdownMenu.Group className={styles.group}>
            <DropdownMenu.Label className={styles.label}>No effect under {label}</DropdownMenu.Label>
            {ignored.slice(0, mostListed).map((problem) => (
              <DropdownMenu.Item
                key={`${problem.location.file} ${problem.location.start}`}
                className={menu.item}
                onSelect={() => revealLocation(problem.location)}
              >
                <span className={styles.object}>
                  <NameText tail={12}>{splitObject(problem.object ?? problem.location.file).name}</NameText>
                  <span className={menu.note}>{splitObject(problem.object ?? '').kind}</span>
                </span>
              </DropdownMenu.Item>
            ))}
            {ignored.length > mostListed && (
              <DropdownMenu.Label className={styles.label}>and {ignored.length - mostListed} more</DropdownMenu.Label>
            )}
          </DropdownMenu.Group>
        )}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
