// An SVG of the graph as PNG: drawn by the browser, at twice its size unless that is more than a canvas holds.
import type { GraphSvg } from '../../exporters/graph-svg.ts';

const SCALE = 2;
/** Browsers refuse canvases that are larger, silently. */
const MAX_SIDE = 8192;
const MAX_AREA = 32_000_000;

/** Rejects where the browser cannot draw it. */
export async function pngOf({ svg, width, height }: GraphSvg): Promise<Blob> {
  const scale = Math.min(SCALE, MAX_SIDE / width, MAX_SIDE / height, Math.sqrt(MAX_AREA / (width * height)));
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('the browser gives no canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
