const problems = [
  "provider_unreachable",
  "provider_busy",
  "provider_denied",
  "provider_stale",
  "provider_invalid",
  "no_role",
  "withdrawn",
  "taken",
  "invalid_field",
  "too_many_attempts",
] as const;

/** Why somebody who came back from the identity provider was not let in. */
export type WayBackProblem = (typeof problems)[number];

/** What the server says of it in the address of the page; undefined when it says nothing known. */
export function wayBackProblem(search: string): WayBackProblem | undefined {
  const told = new URLSearchParams(search).get("problem");
  return problems.find((one) => one === told);
}

/** Where somebody sets out to the identity provider, to come back to `then` in the end. */
export function wayToProvider(then: string | null): string {
  return `/v1/open-id${then === null ? "" : `?then=${encodeURIComponent(then)}`}`;
}
