// The review: its sentence above; flips by risk, changed lines, and the map of what flips beside each other; the explained flow below.
import { DetailPane } from '../detail/DetailPane.tsx';
import { MapPane } from '../map/MapPane.tsx';
import { PaneLayout } from '../PaneLayout.tsx';
import { SidePane } from '../side/SidePane.tsx';
import { useMedia, wideWindow } from '../use-media.ts';
import { ChangePane } from './ChangePane.tsx';
import { FlipPane } from './FlipPane.tsx';
import { ReviewBar } from './ReviewBar.tsx';
import { ReviewTabs } from './ReviewTabs.tsx';
import { useReviewReport } from './use-review-report.ts';

export function ReviewPanes({ detailShown }: { readonly detailShown: boolean }) {
  const known = useReviewReport();
  const isWide = useMedia(wideWindow);
  return (
    <>
      <ReviewBar known={known} />
      <PaneLayout
        side={isWide ? <FlipPane known={known} /> : <SidePane />}
        editor={isWide ? <ChangePane /> : <ReviewTabs known={known} />}
        map={<MapPane />}
        detail={<DetailPane />}
        detailShown={detailShown}
      />
    </>
  );
}
