/** Where a group stands, in a word; colour only where something waits. */
import { useTranslation } from 'react-i18next';

export function Standing({ standing, reason }: { readonly standing: string; readonly reason?: string | null }) {
  const { t } = useTranslation('group');
  return (
    <span className="group-standing" data-standing={standing}>
      {t(`standing.${standing}` as never)}
      {reason && `: ${t(`reason.${reason}` as never)}`}
    </span>
  );
}
