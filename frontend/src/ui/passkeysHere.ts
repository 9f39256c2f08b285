/** Browsers bind passkeys to names, never to addresses of the network, and offer them on secure pages only. */
export function passkeysHere({ hostname, isSecure = window.isSecureContext } = pageAddress()): boolean {
  return isSecure && "PublicKeyCredential" in window && !isAddress(hostname);
}

const pageAddress = (): { hostname: string; isSecure?: boolean } => window.location;

/** An address of the network in the place of a name: `127.0.0.1`, `[::1]`. */
export const isAddress = (hostname: string) => /^[\d.]+$|^\[/.test(hostname);

/** The same page under the name that every machine has for itself; null where the page is on another machine. */
export function localTwin({ hostname, protocol, port, pathname }: Location): string | null {
  if (!/^127\.|^\[::1\]$/.test(hostname)) return null;
  return `${protocol}//localhost${port && `:${port}`}${pathname}`;
}
