import { describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { hostPage } from "./host-page.ts";

const host = hostPage();

describe("a promise in the sidebar", () => {
  const commitment = (state: string, more: object = {}) => ({
    type: "commitment", conversation: "c", seq: 1, at: host.server.iso(), commitment: "c1", state,
    made: host.server.iso(), atRisk: host.server.iso(2_700_000),
    deadline: host.server.iso(3_600_000),
    evidence: [{ message: "m1", start: 0, end: 16 }], ...more,
  });
  const row = () => host.sidebar.getByRole("button", { name: /^Promis\s:/ });

  it("shows its words when pressed, is said to be kept, and that is taken back", async () => {
    const { page, server, sidebar } = host;
    server.snapshot({ commitments: [commitment("open")] });
    await row().click();
    await server.heard("message.asked");
    server.send({
      type: "message.shown", conversation: "c", message: "m1", author: "agent",
      at: server.iso(), text: "Je vous rappelle dans l’heure.",
    });
    await sidebar.locator("mark", { hasText: "Je vous rappelle" }).waitFor();
    await page.waitForFunction(() => document.getAnimations().length === 0);
    expect(await violations(page)).toEqual([]);
    await sidebar.getByRole("button", { name: /^Tenu, Promis/ }).click();
    expect(await server.heard("commitment.kept")).toMatchObject({
      conversation: "c", commitment: "c1",
    });
    server.update(commitment("kept", { seq: 11 }));
    await sidebar.getByRole("button", { name: /^Promis.* tenu à \d/ }).click();
    await sidebar.getByRole("button", { name: /^Pas encore tenu/ }).click();
    expect(await server.heard("commitment.reopened")).toMatchObject({ commitment: "c1" });
  });

  it("of an earlier conversation asks for the words there", async () => {
    const { server, sidebar } = host;
    server.snapshot({ commitments: [commitment("open", { from: "before" })] });
    await row().click();
    expect(await server.heard("message.asked")).toMatchObject({
      conversation: "c", message: "m1", from: "before",
    });
    server.send({
      type: "message.shown", conversation: "c", message: "m1", author: "agent",
      at: server.iso(), text: "Je vous rappelle dans l’heure.", from: "before",
    });
    await sidebar.locator("mark", { hasText: "Je vous rappelle" }).waitFor();
    await sidebar.getByText("Promis dans une conversation précédente").waitFor();
  });

  it("of a conversation that has ended is one line at the foot, kept with one press", async () => {
    const { server, sidebar } = host;
    server.snapshot();
    server.send({
      type: "attention", rows: [],
      promises: [
        {
          conversation: "before", commitment: "c2", customer: "Nadia Haddad", state: "at_risk",
          deadline: server.iso(600_000),
        },
      ],
    });
    await sidebar.getByText(/^Promis à Nadia Haddad/).waitFor();
    await sidebar.getByRole("button", { name: /^Tenu, Promis à Nadia Haddad/ }).click();
    expect(await server.heard("commitment.kept")).toMatchObject({
      conversation: "before", commitment: "c2",
    });
    await sidebar.getByText(/^Promis à Nadia Haddad/).waitFor({ state: "detached" });
  });
});
