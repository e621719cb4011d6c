/** A drawing beside a word; it carries no meaning of its own, so screen readers pass it by. */
import type { LucideIcon } from 'lucide-react';

export function Icon({ of: Drawing, mirror }: { readonly of: LucideIcon; readonly mirror?: boolean }) {
  return <Drawing className="icon" aria-hidden focusable={false} data-mirror={mirror || undefined} />;
}
