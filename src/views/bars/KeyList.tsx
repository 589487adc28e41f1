// The keys of the page, made from the one list of actions; and of places with few keys of their own.
import { actionGroups } from '../actions/action.ts';
import { allActions } from '../actions/all-actions.ts';
import { KeyGroup } from './KeyGroup.tsx';
import { PlaceKeys, type Shortcut } from './PlaceKeys.tsx';

const withKeys = allActions.filter(({ keys }) => keys !== undefined);

const tableShortcuts: readonly Shortcut[] = [
  { keys: 'Enter', does: 'Explain the row' },
  { keys: 'p', does: 'Pin the flow, or unpin it' },
];
const editorShortcuts: readonly Shortcut[] = [
  { keys: 'Ctrl+Space', does: 'Complete' },
  { keys: 'Esc, Tab', does: 'Leave the editor' },
];

export function KeyList() {
  return (
    <div>
      {actionGroups.map((group) => (
        <KeyGroup key={group} title={group} actions={withKeys.filter((action) => action.group === group)} />
      ))}
      <PlaceKeys place="In the table" shortcuts={tableShortcuts} />
      <PlaceKeys place="In the editor" shortcuts={editorShortcuts} />
    </div>
  );
}
