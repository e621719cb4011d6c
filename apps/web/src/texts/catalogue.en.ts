/** All English catalogues, one namespace per concept folder. */
import { byNamespace, type Catalogue } from './namespaces.js';

export const catalogue = byNamespace(
  import.meta.glob<Catalogue>('../*/texts.en.json', { eager: true, import: 'default' }),
);
