/** What is known of the ways in. */
export interface WaysIn {
  readonly server: URL;
  /** The page that the sidebar is in. */
  readonly page: URL;
  /** Where tickets are asked for; undefined when a function of the host gives them. */
  readonly tickets: URL | undefined;
  /** Where the host has people sign in, as it names it. */
  readonly named: string | null;
}

/**
 * Where somebody signs in again: the page that the host names; or the server's own, which comes back
 * here, when its own sessions give the tickets. Undefined when nobody knows.
 */
export function signInPage({ server, page, tickets, named }: WaysIn): string | undefined {
  if (named !== null) {
    const url = URL.canParse(named, page.href) ? new URL(named, page) : undefined;
    return url !== undefined && /^https?:$/.test(url.protocol) ? url.href : undefined;
  }
  const own = tickets?.href === new URL("v1/desk/tickets", server).href;
  if (!own || page.origin !== server.origin) return undefined;
  const signIn = new URL("sign-in/", server);
  signIn.searchParams.set("then", `${page.pathname}${page.search}${page.hash}`);
  return signIn.href;
}
