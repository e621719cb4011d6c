/** Under every field of an internal hub's board: those of the hub get it, and the police do not. (OSL 26:1) */
import { useTranslation } from 'react-i18next';
import { WhoSeesThis } from '../elements/WhoSeesThis.js';

export function HubReaders() {
  const { t } = useTranslation('meeting');
  return (
    <WhoSeesThis
      readers={[
        { id: 'hub', kind: 'social-services', name: t('text.seesHub'), sees: true },
        { id: 'police', kind: 'police', name: t('hub:question.police'), sees: false },
      ]}
    />
  );
}
