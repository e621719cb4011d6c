/** Every element in every state, for eyes, pictures and axe; only in the demonstration and while developing. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../elements/Page.js';
import { useServerNow } from '../live/server-clock.js';
import { setViewer, useViewer } from '../shell/viewer.js';
import { ActSection } from './ActSection.js';
import { FieldSection } from './FieldSection.js';
import { GateSection } from './GateSection.js';
import { StateSection } from './StateSection.js';
import { TimeSection } from './TimeSection.js';
import { WorkSection } from './WorkSection.js';
import { VIEWER } from './samples.js';
import './gallery.css';

export default function GalleryPage() {
  const { t } = useTranslation('gallery');
  const viewer = useViewer();
  // The page may be there before the server's clock is: what stands around now is then set anew.
  useServerNow(60_000);
  useEffect(() => {
    if (viewer !== null) return;
    setViewer(VIEWER);
    return () => setViewer(null);
    // Only a gallery opened without a session lends itself a viewer, once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <Page title={t('title')} above={t('above')} lead={t('lead')}>
      <WorkSection />
      <TimeSection />
      <GateSection />
      <ActSection />
      <FieldSection />
      <StateSection />
    </Page>
  );
}
