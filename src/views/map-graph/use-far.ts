// Whether the picture is seen from afar: names alone are drawn then, larger, and what would be too small to read is left out.
import { useStoreApi } from '@xyflow/react';
import { useEffect, useState } from 'react';

const FAR_ZOOM = 0.6;
/** Hundreds of names take another size when the zoom has come to rest, not while it moves; in milliseconds. */
const REST = 100;

export function useFar(): boolean {
  const store = useStoreApi();
  const [isFar, setFar] = useState(() => store.getState().transform[2] < FAR_ZOOM);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let zoom: number | undefined;
    const look = () => {
      const now = store.getState().transform[2];
      if (now === zoom) return;
      const isFirst = zoom === undefined;
      zoom = now;
      clearTimeout(timer);
      if (isFirst) setFar(now < FAR_ZOOM);
      else timer = setTimeout(() => setFar(now < FAR_ZOOM), REST);
    };
    look();
    const end = store.subscribe(look);
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [store]);
  return isFar;
}
