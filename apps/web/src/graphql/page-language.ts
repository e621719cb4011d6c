/** The header by which the server answers in the language that this page is read in, whatever the browser prefers. */
export const inPageLanguage = (): { readonly 'accept-language': string } => ({
  'accept-language': document.documentElement.lang || 'sv',
});
