/** All Swedish catalogues, one namespace per concept folder; a chunk of its own, so that no one downloads two languages. */
import { byNamespace, type Catalogue } from './namespaces.js';

export const catalogue = byNamespace(
  import.meta.glob<Catalogue>('../*/texts.sv.json', { eager: true, import: 'default' }),
);
