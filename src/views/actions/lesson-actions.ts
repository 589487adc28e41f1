// Actions on lessons: the list of them, and what can be done with the one that is played.
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { hasLessons } from '../lesson/has-lessons.ts';
import { type Action, action } from './action.ts';

const isPlayed = ({ lesson, lessonPlace }: WorkbenchState): boolean =>
  lesson !== undefined && lessonPlace !== undefined;

export const lessonActions: readonly Action[] = [
  action({
    id: 'lesson.list',
    group: 'Workspace',
    label: 'Show the lessons',
    detail: 'Learn zero trust: five tracks of lessons that the engine grades',
    keys: ['l'],
    isOffered: () => hasLessons,
    run: (state) => state.showLessons(),
  }),
  action({
    id: 'lesson.hint',
    group: 'Workspace',
    label: 'Show a hint',
    isOffered: isPlayed,
    run: (state) => state.takeHint(),
  }),
  action({
    id: 'lesson.reset',
    group: 'Workspace',
    label: 'Reset the step of the lesson',
    detail: 'The files as the step began',
    isOffered: isPlayed,
    run: (state) => state.resetStep(),
  }),
  action({
    id: 'lesson.again',
    group: 'Workspace',
    label: 'Start the lesson again',
    isOffered: isPlayed,
    run: (state) => state.startLessonAgain(),
  }),
  action({
    id: 'lesson.print',
    group: 'Workspace',
    label: 'Print this lesson',
    isOffered: isPlayed,
    run: (state) => state.printLesson('plain'),
  }),
  action({
    id: 'lesson.print-hints',
    group: 'Workspace',
    label: 'Print this lesson with its hints',
    isOffered: isPlayed,
    run: (state) => state.printLesson('with-hints'),
  }),
  action({
    id: 'lesson.leave',
    group: 'Workspace',
    label: 'Leave the lesson',
    detail: 'Back to the files from before; the answer is kept',
    isOffered: isPlayed,
    run: (state) => void state.leaveLesson(),
  }),
];
