import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** Somebody in front of the customer's page. */
export class Customer {
  constructor(readonly page: Page) {}

  /** Gives a name and starts to chat. */
  async enter(name: string, language: "fr" | "en"): Promise<void> {
    await this.page.getByRole("radio", { name: language === "fr" ? "Français" : "English" }).check();
    await this.page.getByRole("textbox").fill(name);
    await this.page
      .getByRole("button", { name: language === "fr" ? "Commencer" : "Start" })
      .click();
    await this.log.waitFor();
  }

  get log(): Locator {
    return this.page.getByRole("log");
  }

  /** Says something, and waits until the house has it. */
  async says(text: string): Promise<void> {
    await this.writes(text);
    await this.delivered(text);
  }

  /** Types and sends, whatever becomes of it. */
  async writes(text: string): Promise<void> {
    await this.page.getByRole("textbox").fill(text);
    await this.page.keyboard.press("Enter");
  }

  async delivered(text: string): Promise<void> {
    await this.log.locator("li.own:not(.waiting) .bubble", { hasText: text }).last().waitFor();
  }

  async reads(text: string): Promise<void> {
    await this.log.locator("li.other .bubble", { hasText: text }).last().waitFor();
  }
}

/** Somebody at the agent's desk, with the sidebar beside the chat. */
export class Agent {
  constructor(readonly page: Page) {}

  get log(): Locator {
    return this.page.getByRole("log");
  }

  get field(): Locator {
    return this.page.locator("sf-composer textarea");
  }

  get sidebar(): Locator {
    return this.page.locator("souffleur-sidebar");
  }

  get hint(): Locator {
    return this.sidebar.locator("sf-hint");
  }

  /** Opens a conversation from the list. */
  async opens(customer: string): Promise<void> {
    const list = this.page.getByRole("button", { name: "Conversations", exact: true });
    if (await list.isVisible()) await list.click();
    await this.page.locator("sf-room-list button", { hasText: customer }).click();
    await this.page.getByRole("main").getByRole("heading", { name: customer }).waitFor();
  }

  async reads(text: string): Promise<void> {
    await this.log.locator("li.other .bubble", { hasText: text }).last().waitFor();
  }

  async says(text: string): Promise<void> {
    await this.field.fill(text);
    await this.sends();
    await this.log.locator("li.own:not(.waiting) .bubble", { hasText: text }).last().waitFor();
  }

  async sends(): Promise<void> {
    await this.field.press("Enter");
  }

  /** A point of the list by its title, whatever its state. */
  item(title: string): Locator {
    return this.sidebar.locator("sf-item", { hasText: title });
  }

  /** Waits until a point of the list has come to a state, wherever in the list it stands. */
  async sees(title: string, state: string): Promise<void> {
    await expect
      .poll(
        async () => {
          await this.unfolds();
          return this.item(title).evaluateAll((items) => items.map((item) => item.getAttribute("state")));
        },
        { message: `the state of “${title}”` },
      )
      .toEqual([state]);
  }

  /** Unfolds every group of the list. */
  private async unfolds(): Promise<void> {
    await this.sidebar
      .locator("sf-checklist button.head[aria-expanded=false]")
      .evaluateAll((heads) => {
        // By the time this runs, a group may have unfolded by itself.
        for (const head of heads as HTMLElement[]) if (head.ariaExpanded === "false") head.click();
      });
  }

  clock(title: string): Locator {
    return this.sidebar.locator("sf-clock", { hasText: title });
  }

  /** What the agent has promised. */
  get promise(): Locator {
    return this.sidebar.locator("sf-promise");
  }

  /** Reads the words of the one promise, and says that it is kept. */
  async keeps(row: RegExp, words: string, keep: RegExp): Promise<void> {
    await this.promise.getByRole("button", { name: row }).click();
    await this.promise.locator("blockquote", { hasText: words }).waitFor();
    await this.promise.getByRole("button", { name: keep }).click();
    await expect.poll(() => this.promise.getAttribute("state")).toBe("met");
  }

  /** The seconds that a running clock still shows. */
  async secondsLeft(title: string): Promise<number> {
    const shown = await this.clock(title).locator(".span").innerText();
    const [, minutes, seconds] = /(\d+)\s*min(?:\s*(\d+))?/u.exec(shown) ?? [];
    expect(minutes, `a time left in “${shown}”`).toBeDefined();
    return Number(minutes) * 60 + Number(seconds ?? 0);
  }
}
