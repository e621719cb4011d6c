/** The code of this second, dark on white in every light, since cameras read it so. */
import { encode } from 'uqr';

export default function QrCode({ code, label }: { readonly code: string; readonly label: string }) {
  const { data, size } = encode(code, { ecc: 'L', border: 2 });
  const dots = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={dots} fill="#000" />
    </svg>
  );
}
