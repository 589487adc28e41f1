// The review: its sentence above; flips by risk, changed lines, and the map of what flips beside each other; the explained flow below.
import { DetailPane } from '../detail/DetailPane.tsx';
import { MapPane } from '../map/MapPane.tsx';
import { PaneLayout } from '../PaneLayout.tsx';
import { ChangePane } from './ChangePane.tsx';
import { FlipPane } from './FlipPane.tsx';
import { ReviewBar } from './ReviewBar.tsx';

export function ReviewPanes({ detailShown }: { readonly detailShown: boolean }) {
  return (
    <>
      <ReviewBar />
      <PaneLayout
        side={<FlipPane />}
        editor={<ChangePane />}
        map={<MapPane />}
        detail={<DetailPane />}
        detailShown={detailShown}
      />
    </>
  );
}
