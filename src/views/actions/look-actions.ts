// Actions on how the page looks; the theme menu shows the same lists.
import type { Contrast } from '../../state/shell-slice.ts';
import type { Theme } from '../../state/workbench-state.ts';
import { type Action, action } from './action.ts';

export const themes: readonly (readonly [Theme, string])[] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

export const contrasts: readonly (readonly [Contrast, string])[] = [
  ['system', 'As the system'],
  ['normal', 'Normal'],
  ['more', 'High'],
];

const inWords = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

export const lookActions: readonly Action[] = [
  ...themes.map(([value, label]) =>
    action({
      id: `look.theme.${value}`,
      group: 'Look',
      label: `Theme: ${inWords(label)}`,
      isOffered: ({ theme }) => theme !== value,
      run: (state) => state.setTheme(value),
    }),
  ),
  ...contrasts.map(([value, label]) =>
    action({
      id: `look.contrast.${value}`,
      group: 'Look',
      label: `Contrast: ${inWords(label)}`,
      isOffered: ({ contrast }) => contrast !== value,
      run: (state) => state.setContrast(value),
    }),
  ),
];
