import { LitElement, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type Act, ActEvent } from "../../events/act-event.ts";
import type { Settings } from "../../state/settings.ts";
import parts from "../../theme/parts.styles.ts";
import { type Translation, languageOf, loudnesses } from "../../translations/index.ts";
import type { Facts } from "../../wire/frames.ts";
import type { HintUpdate } from "../../wire/updates.ts";
import "../icon/icon.ts";
import type { IconName } from "../icon/icons.ts";
import styles from "./header.styles.ts";

const media: Record<Facts["medium"], IconName> = {
  chat: "message-square",
  voice: "phone",
  email: "mail",
  social: "share-2",
};

/** How long the agent can have silence for, in milliseconds. */
const silence = 30 * 60_000;

/** Whom this is about, so that nobody is taken for somebody else; and the menu. */
@customElement("sf-header")
export class SfHeader extends LitElement {
  static override styles = [parts, styles];

  @property({ attribute: false }) words!: Translation;
  @property({ attribute: false }) facts: Facts | undefined;
  @property({ attribute: false }) settings!: Settings;
  /** Hints hidden for good, newest last. */
  @property({ attribute: false }) hiddenHints: readonly HintUpdate[] = [];
  @property({ type: Boolean }) muted = false;
  @property() theme: "auto" | "light" | "dark" = "auto";
  @property({ type: Number }) now = 0;

  @state() private open = false;

  override render() {
    const { words, facts } = this;
    return html`<header>
      <div class="who">
        <h2>${facts === undefined ? "Souffleur" : (nameOf(facts) ?? words.noName)}</h2>
        ${facts === undefined ? nothing : this.facets(facts)}
      </div>
      ${facts?.language === undefined
        ? nothing
        : html`<span class="language">${words.address[languageOf(facts.language)]}</span>`}
      <button
        class="icon-button more"
        type="button"
        aria-label=${words.menu}
        title=${words.menu}
        aria-expanded=${this.open}
        aria-controls="menu"
        @click=${this.toggle}
      >
        <sf-icon name="ellipsis"></sf-icon>
      </button>
      <div
        id="menu"
        class="menu"
        role="group"
        aria-label=${words.menu}
        ?hidden=${!this.open}
        @keydown=${this.escape}
        @focusout=${this.left}
      >
        ${this.open ? this.menu() : nothing}
      </div>
    </header>`;
  }

  private facets(facts: Facts) {
    const { words } = this;
    const since = (facts.ended ?? this.now) - facts.started;
    const parts = [
      words.medium[facts.medium],
      words.since(since),
      facts.reason ?? facts.queue ?? "",
    ];
    return html`<p class="facets">
      <sf-icon name=${media[facts.medium]}></sf-icon>
      <span>${parts.filter((part) => part !== "").join(" · ")}</span>
    </p>`;
  }

  private menu() {
    const { words, settings } = this;
    return html`
      <button
        class="entry"
        type="button"
        @click=${() => {
          this.send(this.muted ? { act: "unmute" } : { act: "mute", span: silence });
          this.close();
        }}
      >
        <sf-icon name="bell-off"></sf-icon>${this.muted ? words.unmute : words.muteFor}
      </button>
      ${this.choice("language", words.language, ["fr", "en"] as const, words.languageName, words.lang)}
      ${this.choice(
        "theme", words.theme, ["auto", "light", "dark"] as const, words.themeName, this.theme,
      )}
      ${this.choice(
        "density", words.density, ["comfort", "compact"] as const, words.densityName,
        settings.density,
      )}
      ${this.choice("loudness", words.loudness, loudnesses, words.loudnessName, settings.loudness)}
      ${this.hiddenHints.length === 0
        ? nothing
        : html`<p class="caption">${words.hiddenHints}</p>
            <ul>
              ${this.hiddenHints.map(
                (hint) => html`<li>
                  <span>${hint.title}</span>
                  <button
                    class="link"
                    type="button"
                    @click=${() => {
                      this.send({ act: "revive", hint: hint.hint });
                    }}
                  >
                    ${words.showAgain}
                  </button>
                </li>`,
              )}
            </ul>`}
    `;
  }

  private choice<V extends string>(
    setting: "language" | "theme" | "density" | "loudness",
    name: string,
    values: readonly V[],
    names: Record<V, string>,
    chosen: V,
  ) {
    return html`<fieldset>
      <legend>${name}</legend>
      ${values.map(
        (value) =>
          html`<label>
            <input
              type="radio"
              name=${setting}
              .checked=${value === chosen}
              @change=${() => {
                this.send({ act: "settings", change: { [setting]: value } });
              }}
            /><span>${names[value]}</span>
          </label>`,
      )}
    </fieldset>`;
  }

  private readonly toggle = (): void => {
    this.open = !this.open;
  };

  private close(): void {
    this.open = false;
    this.renderRoot.querySelector<HTMLElement>(".more")?.focus();
  }

  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.close();
  };

  private readonly left = (event: FocusEvent): void => {
    const to = event.relatedTarget as Node | null;
    if (to !== null && !this.renderRoot.contains(to)) this.open = false;
  };

  private send(act: Act): void {
    this.dispatchEvent(new ActEvent(act));
  }
}

/** What the customer is called, if the channel knows. */
export function nameOf(facts: Facts): string | undefined {
  const { name, firstName, lastName } = facts.customer;
  const whole = name ?? [firstName, lastName].filter((part) => part !== undefined).join(" ");
  return whole === "" ? undefined : whole;
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-header": SfHeader;
  }
}
