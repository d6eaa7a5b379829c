import { LitElement, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ActEvent } from "../../events/act-event.ts";
import { bindable, defaultKeys, label, rebound } from "../../shortcuts/shortcuts.ts";
import type { Settings } from "../../state/settings.ts";
import parts from "../../theme/parts.styles.ts";
import { type Command, type Translation, commands } from "../../translations/index.ts";
import "../icon/icon.ts";
import styles from "./keys.styles.ts";

/** Which key does what, to read, to change and to switch off. */
@customElement("sf-keys")
export class SfKeys extends LitElement {
  static override styles = [parts, styles];

  @property({ attribute: false }) words!: Translation;
  @property({ attribute: false }) settings!: Settings;
  @property({ type: Boolean }) mac = false;

  @state() private changing: Command | undefined;

  override render() {
    const { words, settings } = this;
    return html`<div class="card" role="group" aria-labelledby="title">
      <p class="top">
        <span id="title">${words.shortcuts}</span>
        <button
          class="icon-button"
          type="button"
          aria-label=${words.close}
          title=${words.close}
          @click=${this.close}
        >
          <sf-icon name="x"></sf-icon>
        </button>
      </p>
      <label class="switch">
        <input
          type="checkbox"
          .checked=${settings.shortcuts}
          @change=${(event: Event) => {
            this.change({ shortcuts: (event.target as HTMLInputElement).checked });
          }}
        />
        <span>${words.shortcutsOn}</span>
      </label>
      <ul>
        ${commands.map(
          (command) => html`<li>
            <span>${words.command[command]}</span>
            <button
              class="key"
              type="button"
              ?disabled=${!settings.shortcuts}
              aria-label=${`${words.change(words.command[command])}, ${label(settings.keys[command], this.mac)}`}
              @click=${() => {
                this.changing = command;
              }}
              @blur=${() => {
                this.changing = undefined;
              }}
              @keydown=${this.press}
            >
              ${this.changing === command
                ? words.pressKey
                : label(settings.keys[command], this.mac)}
            </button>
          </li>`,
        )}
      </ul>
      <button
        class="link"
        type="button"
        @click=${() => {
          this.change({ keys: defaultKeys });
        }}
      >
        ${words.reset}
      </button>
    </div>`;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("button")?.focus();
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (this.changing === undefined) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      this.changing = undefined;
      return;
    }
    if (!bindable(event.code)) return;
    event.preventDefault();
    event.stopPropagation();
    this.change({ keys: rebound(this.settings.keys, this.changing, event.code) });
    this.changing = undefined;
  };

  private change(change: Partial<Settings>): void {
    this.dispatchEvent(new ActEvent({ act: "settings", change }));
  }

  private readonly close = (): void => {
    this.dispatchEvent(new Event("close"));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-keys": SfKeys;
  }
}
