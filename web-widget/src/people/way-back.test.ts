import { describe, expect, it } from "vitest";
import { wayBackProblem, wayToProvider } from "./way-back.ts";

describe("the way to the identity provider and back", () => {
  it("is told to be in vain in known words only", () => {
    expect(wayBackProblem("?problem=no_role&then=%2F")).toBe("no_role");
    expect(wayBackProblem("?problem=%3Cscript%3E")).toBeUndefined();
    expect(wayBackProblem("?then=%2F")).toBeUndefined();
  });

  it("carries the page that was asked for", () => {
    expect(wayToProvider("/people/?a=b&c")).toBe("/v1/open-id?then=%2Fpeople%2F%3Fa%3Db%26c");
    expect(wayToProvider(null)).toBe("/v1/open-id");
  });
});
