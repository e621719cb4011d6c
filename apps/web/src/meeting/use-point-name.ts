/** What a point of the agenda is called: the form's own name, what somebody has written, or the hub's standing points. */
import { useTranslation } from 'react-i18next';
import type { HubViewFragment } from '../graphql/generated/hub/graphql.js';
import { useLanguage } from '../texts/start-texts.js';

export function usePointName(hub: Pick<HubViewFragment, 'groupId' | 'points'>): (id: string) => string {
  const { t } = useTranslation('meeting');
  const language = useLanguage();
  return (id) => {
    const point = hub.points.find((one) => one.id === id);
    if (point) return point.text ?? (language === 'en' ? point.name?.en : point.name?.sv) ?? t('closedPoint');
    // In a group's meeting a point that is not for this reader keeps its place and says nothing.
    return hub.groupId === null ? t(`point.${id}` as never) : t('closedPoint');
  };
}
