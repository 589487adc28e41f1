// Ways back to panes that were folded away.
import { isPaneShown } from '../../state/shell-slice.ts';
import layout from '../PaneLayout.module.css';
import { useWorkbench } from '../workbench-context.ts';

export function LessonRail({ isWide }: { readonly isWide: boolean }) {
  const lessonShown = useWorkbench((state) => isPaneShown(state, 'list'));
  const editorShown = useWorkbench((state) => isPaneShown(state, 'editor'));
  const showPane = useWorkbench((state) => state.showPane);
  if (lessonShown && (editorShown || !isWide)) return null;
  return (
    <div className={layout.rail}>
      {!lessonShown && (
        <button
          type="button"
          className={layout.railButton}
          aria-expanded={false}
          onClick={() => showPane('list', true)}
        >
          Lesson
        </button>
      )}
      {isWide && !editorShown && (
        <button
          type="button"
          className={layout.railButton}
          aria-expanded={false}
          onClick={() => showPane('editor', true)}
        >
          Editor
        </button>
      )}
    </div>
  );
}
