/** Long enough for another tab, or the disk, to have read the bytes. */
const KEPT = 60_000;

/** An address for bytes that came through a request of ours, as a plain link would carry no token. */
export function addressOf(bytes: Blob): string {
  const address = URL.createObjectURL(bytes);
  setTimeout(() => { URL.revokeObjectURL(address); }, KEPT);
  return address;
}

/** Has the browser save what is at an address. */
export function save(address: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
}
