/** The client starts: texts first, then the frame; nothing is drawn in a language that is not the reader's. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { RouterProvider } from 'react-router/dom';
import { Provider } from 'urql';
import './design/index.css';
import { createClient } from './graphql/client.js';
import { createRouter } from './shell/router.js';
import { LOCALES } from './texts/language.js';
import { startTexts, useLanguage } from './texts/start-texts.js';

const client = createClient();
const router = createRouter();

function Client() {
  return (
    <I18nProvider locale={LOCALES[useLanguage()]}>
      <Provider value={client}>
        <RouterProvider router={router} />
      </Provider>
    </I18nProvider>
  );
}

async function show(): Promise<void> {
  const place = document.getElementById('app');
  if (!place) throw new Error('index.html has no #app');
  await startTexts();
  createRoot(place).render(
    <StrictMode>
      <Client />
    </StrictMode>,
  );
}

// Not awaited here: a module that waits keeps every file waiting that is cut together with it, its texts too.
void show();
