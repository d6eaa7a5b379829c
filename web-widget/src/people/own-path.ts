/**
 * Where `then` leads, if that is a page of this server; undefined for anything else. An address in
 * full, because a path alone may begin with two slashes, which name another server.
 */
export function ownPage(then: string | null, origin: string): string | undefined {
  if (then === null || !then.startsWith("/") || !URL.canParse(then, origin)) return undefined;
  const url = new URL(then, origin);
  return url.origin === origin ? url.href : undefined;
}
