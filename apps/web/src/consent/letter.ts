/** A letter is printed the moment it is made: its code is kept nowhere, neither here nor at the api. */
export function keepLetter(base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'brev.pdf';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
