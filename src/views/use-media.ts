// Follows a media query.
import { useCallback, useSyncExternalStore } from 'react';

/** Room for the list beside the editor and the map. */
export const wideWindow = '(min-width: 1100px)';

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
