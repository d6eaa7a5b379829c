import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { ChatController } from "../../demo/chat-controller.ts";
import { threadOf } from "../../demo/chat-state.ts";
import { language, type PageLanguage } from "../../demo/preferences.ts";
import { TypingNews } from "../../demo/typing-news.ts";
import "../parts/chat-log.ts";
import type { DraftEvent, SendEvent } from "../parts/composer.ts";
import "../parts/composer.ts";
import { dress, speak, texts } from "../parts/page.ts";
import { firstName } from "../parts/people.ts";
import "../parts/scene-bar.ts";
import { controls } from "../parts/styles.ts";
import type { PageTexts } from "../texts/texts.ts";
import { customerStyles } from "./customer.styles.ts";
import { forget, keep, type Visit, visit } from "./visit.ts";

dress();

/** The customer's page of the demo: a shop's chat, in which nothing of Souffleur shows. */
@customElement("sf-customer")
export class CustomerPage extends LitElement {
  static override readonly styles = [controls, customerStyles];

  @state() private language: PageLanguage = language();
  @state() private visit: Visit | undefined;
  @state() private nameMissing = false;
  @state() private draft = "";
  @query("#name") private readonly nameField!: HTMLInputElement;
  private chat: ChatController | undefined;
  private typing: TypingNews | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const known = visit(new URLSearchParams(location.search));
    if (known !== undefined) this.enter(known);
    this.speak();
  }

  private get texts(): PageTexts {
    return texts[this.language];
  }

  private speak(): void {
    speak(this.language);
    document.title = this.texts.customer.title;
  }

  private enter(known: Visit): void {
    this.visit = known;
    this.language = known.language;
    const { name, room } = known;
    const chat = new ChatController(this, {
      role: "customer",
      language: known.language,
      ...(name && { name }),
      ...(room && { room }),
    });
    this.chat = chat;
    this.typing = new TypingNews((active) => {
      const mine = chat.state.room;
      if (mine !== undefined) chat.client.typing(mine, active);
    });
  }

  protected override updated(): void {
    const room = this.chat?.state.room;
    if (this.visit !== undefined && room !== undefined && room !== this.visit.room) {
      this.visit = { ...this.visit, room };
      keep(this.visit);
    }
  }

  private readonly onStart = (event: SubmitEvent): void => {
    event.preventDefault();
    const name = this.nameField.value.trim();
    this.nameMissing = name === "";
    if (this.nameMissing) {
      this.nameField.focus();
      return;
    }
    const started: Visit = { name, language: this.language };
    keep(started);
    this.enter(started);
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector("sf-composer")?.focus();
    });
  };

  private readonly onAgain = (): void => {
    forget();
    location.assign("/demo/customer/");
  };

  protected override render(): TemplateResult {
    const { customer } = this.texts;
    return html`
      ${this.visit?.scene === undefined ? nothing : this.sceneBar(this.visit)}
      <main>
        <header>
          <h1>Maison Aubépine</h1>
          <p>${customer.service}</p>
        </header>
        ${this.chat === undefined ? this.form() : this.conversation(this.chat)}
      </main>
    `;
  }

  private sceneBar(known: Visit): TemplateResult {
    const place = new URLSearchParams({ scene: known.scene ?? "", room: known.room ?? "" });
    return html`<sf-scene-bar
      .playing=${"customer" as const}
      .texts=${this.texts}
      .agentPage=${`/demo/desk/?${place}`}
      .customerPage=${`/demo/customer/?${place}`}
    ></sf-scene-bar>`;
  }

  private form(): TemplateResult {
    const { customer } = this.texts;
    return html`
      <form novalidate @submit=${this.onStart}>
        <h2>${customer.welcome}</h2>
        <p class="lead">${customer.welcomeText}</p>
        <div class="name">
          <label for="name">${customer.firstName}</label>
          <input
            id="name"
            type="text"
            autocomplete="given-name"
            maxlength="60"
            dir="auto"
            required
            aria-invalid=${this.nameMissing ? "true" : "false"}
            aria-describedby="missing"
          />
          <p class="missing" id="missing" aria-live="polite">
            ${this.nameMissing ? customer.firstNameMissing : nothing}
          </p>
        </div>
        <fieldset>
          <legend>${customer.chatLanguage}</legend>
          <div class="languages">
            ${this.languageChoice("fr", "Français")} ${this.languageChoice("en", "English")}
          </div>
        </fieldset>
        <button class="button primary" type="submit">${customer.start}</button>
      </form>
    `;
  }

  private languageChoice(value: PageLanguage, name: string): TemplateResult {
    return html`<label lang=${value}>
      <input
        type="radio"
        name="language"
        value=${value}
        .checked=${this.language === value}
        @change=${() => {
          this.language = value;
          this.speak();
        }}
      />${name}
    </label>`;
  }

  private conversation({ state }: ChatController): TemplateResult {
    const { customer, chat } = this.texts;
    const thread = threadOf(state, state.room);
    const agent = firstName(state.agent ?? "") || "Inès";
    return html`
      <sf-chat-log
        .self=${"customer" as const}
        .label=${customer.log}
        .thread=${thread}
        .pending=${state.pending}
        .texts=${this.texts}
        .language=${this.language}
        .other=${agent}
        .ownName=${this.visit?.name ?? customer.you}
        .empty=${state.connection === "live" ? customer.empty(agent) : ""}
      ></sf-chat-log>
      <p class="notice" role="status">${notice(state.connection, chat)}</p>
      ${thread.ended
        ? html`<div class="over">
            <p role="status">${customer.ended}</p>
            <button class="button" type="button" @click=${this.onAgain}>${customer.again}</button>
          </div>`
        : html`<sf-composer
            .label=${customer.placeholder}
            .texts=${this.texts}
            .language=${this.language}
            .text=${this.draft}
            @demo-draft=${(event: DraftEvent) => {
              this.draft = event.text;
              this.typing?.draft(event.text);
            }}
            @demo-send=${(event: SendEvent) => {
              const room = state.room ?? "";
              this.chat?.client.say(room, event.text);
            }}
          ></sf-composer>`}
    `;
  }
}

function notice(connection: string, chat: PageTexts["chat"]): string {
  if (connection === "live") return "";
  return connection === "lost" ? chat.lost : "";
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-customer": CustomerPage;
  }
}
