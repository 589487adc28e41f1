// The workbench of a lesson: the lesson to the left, editor and map beside it, the explanation below these; fewer at once where there is less room.
import { useMedia, wideWindow } from '../use-media.ts';
import { useWorkbench } from '../workbench-context.ts';
import { LessonGroups } from './LessonGroups.tsx';
import { LessonOnePane } from './LessonOnePane.tsx';
import { LessonReviewBar } from './LessonReviewBar.tsx';

export function LessonPanes({ detailShown }: { readonly detailShown: boolean }) {
  const isPhone = useMedia('(max-width: 699px)');
  const isWide = useMedia(wideWindow);
  const reviewing = useWorkbench((state) => state.reviewing);
  return (
    <>
      {reviewing && <LessonReviewBar />}
      {isPhone ? <LessonOnePane /> : <LessonGroups detailShown={detailShown} isWide={isWide} />}
    </>
  );
}
