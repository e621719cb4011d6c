/**
 * The family's own way in, small enough for an old telephone on a slow network: the language first, then the link or the
 * session that is there already, then the page.
 */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './design/index.css';
import { begin, hearReturn } from './begin.js';
import { DEMONSTRATION } from '../demonstration/demonstration.js';
import { Family, speakIn, type FamilyProps } from './Family.js';
import { deviceLanguage } from './language.js';

const GALLERY = '/familj/galleri';

async function open(): Promise<Omit<FamilyProps, 'spoken'>> {
  if (DEMONSTRATION && location.pathname === GALLERY) return (await import('./gallery/open-gallery.js')).openGallery();
  const { apiService: service } = await import('./api-service.js');
  hearReturn(service);
  return { service, beginning: await begin(service) };
}

async function show(): Promise<void> {
  const place = document.getElementById('app');
  if (!place) throw new Error('family.html has no #app');
  const words = speakIn(deviceLanguage(navigator.languages));
  const opened = await open();
  const { language } = opened.beginning.door;
  const spoken = await (language === null ? words : speakIn(language));
  createRoot(place).render(
    <StrictMode>
      <Family {...opened} spoken={spoken} />
    </StrictMode>,
  );
}

// Not awaited here: a module that waits keeps every file waiting that is cut together with it.
void show();
