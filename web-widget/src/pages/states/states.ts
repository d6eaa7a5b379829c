import { LitElement, type TemplateResult, html } from "lit";
import { customElement, state } from "lit/decorators.js";
import "../../components/sidebar/sidebar.ts";
import type { Use } from "../../components/hint/hint.ts";
import type { Point } from "../../state/checklist.ts";
import { language } from "../../demo/preferences.ts";
import { idle } from "../../state/prompter.ts";
import { promiseAt } from "../../state/promises.ts";
import { loadFonts } from "../../theme/fonts.ts";
import { adoptTokens } from "../../theme/tokens.ts";
import parts from "../../theme/parts.styles.ts";
import { type Language, languageOf, wordsIn } from "../../translations/index.ts";
import type { Finding } from "../../wire/frames.ts";
import type { Severity } from "../../wire/updates.ts";
import "../parts/composer.ts";
import { en } from "../texts/en.ts";
import { fr } from "../texts/fr.ts";
import * as made from "./fixtures.ts";
import { type Texts, texts } from "./texts.ts";
import styles from "./states.styles.ts";

adoptTokens(document);
loadFonts(document, new URL("/", location.href));

const pageTexts = { fr, en };
const widths = [280, 320, 380] as const;
const pixels = Object.fromEntries(widths.map((w) => [String(w), `${w}\u00a0px`]));

/** Every component in every state; `?lang`, `?theme` and `?width` choose what it looks like. */
@customElement("sf-states")
export class StatesPage extends LitElement {
  static override styles = [parts, styles];

  @state() private language: Language = "fr";
  @state() private theme: "auto" | "light" | "dark" = "auto";
  @state() private width = 380;

  override connectedCallback(): void {
    super.connectedCallback();
    const asked = new URLSearchParams(location.search);
    const tag = asked.get("lang");
    this.language = tag === null ? language() : languageOf(tag);
    const theme = asked.get("theme");
    if (theme === "light" || theme === "dark") this.theme = theme;
    this.width = widths.find((width) => String(width) === asked.get("width")) ?? 380;
  }

  override willUpdate(): void {
    document.documentElement.lang = this.language;
    document.documentElement.setAttribute("theme", this.theme);
    const address = new URLSearchParams({
      lang: this.language, theme: this.theme, width: String(this.width),
    });
    history.replaceState(null, "", `?${address}`);
    document.title = texts[this.language].title;
  }

  override render() {
    const t = texts[this.language];
    const words = wordsIn(this.language);
    return html`<main class=${`w${this.width}`}>
      <header>
        <h1>${t.title}</h1>
        <div class="choices">
          ${this.choice(t.language, words.languageName, this.language, (v) => (this.language = v))}
          ${this.choice(t.theme, words.themeName, this.theme, (v) => (this.theme = v))}
          ${this.choice(t.width, pixels, String(this.width), (v) => {
            this.width = Number(v);
          })}
        </div>
      </header>
      <div class="columns">
        <section>
          <h2>${t.whole}</h2>
          ${this.whole(t)}
        </section>
        <section>
          <h2>${t.hints}</h2>
          ${this.hints(t)}
        </section>
        <section>
          <h2>${t.items}</h2>
          ${this.items(t)} ${this.clocks(t)} ${this.promises(t)} ${this.draft(t)}
        </section>
        <section>
          <h2>${t.field}</h2>
          ${this.composers(t)}
        </section>
        <section>
          <h2>${t.connection}</h2>
          ${this.connection(t)} ${this.empties(t)}
        </section>
      </div>
    </main>`;
  }

  private choice<T extends string>(
    name: string, values: Readonly<Record<T, string>>, chosen: T, choose: (value: T) => void,
  ) {
    return html`<label
      >${name}
      <select
        @change=${(event: Event) => {
          choose((event.target as HTMLSelectElement).value as T);
        }}
      >
        ${Object.entries<string>(values).map(
          ([v, shown]) => html`<option value=${v} ?selected=${v === chosen}>${shown}</option>`,
        )}
      </select></label
    >`;
  }

  private show(name: string, what: TemplateResult, framed = false) {
    return html`<figure>
      <figcaption>${name}</figcaption>
      <div class=${framed ? "container framed" : "container"}>${what}</div>
    </figure>`;
  }

  private sidebar(name: string, more: Parameters<typeof made.model>[1], size = "tall") {
    return html`<figure>
      <figcaption>${name}</figcaption>
      <div class=${`panel ${size}`}>
        <sf-sidebar
          .words=${wordsIn(this.language)}
          .model=${made.model(this.language, more)}
        ></sf-sidebar>
      </div>
    </figure>`;
  }

  private whole(t: Texts) {
    const { language } = this;
    const v = made.view(language);
    return html`${this.sidebar(t.prompting, {})}
    ${this.sidebar(t.calm, {
      prompter: idle,
      attention: [],
      view: {
        ...v,
        timers: [],
        items: v.items.map((i) => (i.state === "not_applicable" ? i : { ...i, state: "done" })),
      },
    }, "middle")}
    ${this.sidebar(t.drafting, {
      prompter: idle,
      attention: [],
      draft: {
        text: made.saidIn(language).draft,
        would: new Set(["next"]),
        findings: made.findings(language),
      },
    })}`;
  }

  private hints(t: Texts) {
    const words = wordsIn(this.language);
    const { language } = this;
    interface Look {
      state?: "shown" | "inserted" | "satisfied";
      use?: Use;
      dated?: number;
    }
    const card = (severity: Severity, look: Look = {}) => {
      const use = look.use ?? "insert";
      return html`<sf-hint
        .words=${words}
        .hint=${made.hint(language, severity)}
        .quotes=${made.quotes(language)}
        .customer=${"Camille"}
        .state=${look.state ?? "shown"}
        .use=${use}
        .keys=${severity === "nudge" || use !== "insert" ? undefined : "Alt I"}
        .dated=${look.dated}
        .now=${made.now}
      ></sf-hint>`;
    };
    return html`${this.show(
        t.nudgeFolded,
        html`<sf-nudge .words=${words} .hint=${made.hint(language, "nudge")}></sf-nudge>`,
      )}
      ${this.show(t.nudge, card("nudge"))} ${this.show(t.prompt, card("prompt"))}
      ${this.show(t.urgent, card("urgent"))}
      ${this.show(t.inserted, card("prompt", { state: "inserted" }))}
      ${this.show(t.dated, card("prompt", { dated: made.at(14, 8) }))}
      ${this.show(t.copy, card("prompt", { use: "copy" }))}
      ${this.show(t.say, card("prompt", { use: "say" }))}
      ${this.show(t.satisfied, card("prompt", { state: "satisfied" }))}
      ${this.show(
        t.hidden,
        html`<sf-hidden-line .words=${words} .hint=${"h"}></sf-hidden-line>`,
      )}`;
  }

  private items(t: Texts) {
    const s = made.saidIn(this.language);
    const one = (point: Point, open = false, ahead = false) =>
      html`<sf-item
        .words=${wordsIn(this.language)}
        .point=${point}
        .quotes=${made.quotes(this.language)}
        .customer=${"Camille"}
        .spoken=${this.language}
        .ahead=${ahead}
        .open=${open}
        .stop=${true}
      ></sf-item>`;
    const plain = (title: string, state: Parameters<typeof made.item>[1], more: object = {}) => ({
      item: made.item(title, state, "solving", more),
      state,
    });
    const apology = { at: made.at(14, 7),
      evidence: [{ message: "apology", start: 0, end: s.marked.length }] };
    return html`${this.show(
        t.states,
        html`${one(plain(s.next, "pending"), false, true)} ${one(plain(s.ask, "at_risk"))}
        ${one(plain(s.greet, "done", { at: made.at(14, 1) }))} ${one(plain(s.offer, "missed"))}
        ${one(plain(s.wait, "not_applicable"))}
        ${one({ ...plain(s.next, "pending"), state: "in_draft" })}`,
        true,
      )}
      ${this.show(
        t.evidence,
        html`${one(plain(s.name, "pending", { count: 1, target: 2 }))}
        ${one(plain(s.apologise, "done", apology), true)}
        ${one(plain(s.ask, "at_risk", { why: s.why }), true)}`,
        true,
      )}
      ${this.show(
        t.contested,
        one(
          { ...plain(s.offer, "missed"), state: "contested", contest: made.contest(this.language) },
          true,
        ),
        true,
      )}`;
  }

  private clocks(t: Texts) {
    return this.show(
      t.clocks,
      html`${made
        .clocks(this.language)
        .map((c) => html`<sf-clock .words=${wordsIn(this.language)} .clock=${c}></sf-clock>`)}`,
      true,
    );
  }

  private promises(t: Texts) {
    const last = made.promises.length - 1;
    return this.show(
      t.promises,
      html`${made.promises.map(
        (promise, place) => html`<sf-promise
          .words=${wordsIn(this.language)}
          .clock=${promiseAt(promise, made.now)}
          .quotes=${made.quotes(this.language)}
          .customer=${"Camille"}
          .spoken=${this.language}
          .now=${made.now}
          .open=${place === 0 || place === last}
        ></sf-promise>`,
      )}`,
      true,
    );
  }

  private draft(t: Texts) {
    const s = made.saidIn(this.language);
    const strip = (findings: readonly Finding[], text: string = s.draft, ticks: string[] = []) =>
      html`<sf-draft
        .words=${wordsIn(this.language)}
        .text=${text}
        .findings=${findings}
        .ticks=${ticks}
        .spoken=${this.language}
      ></sf-draft>`;
    const { language } = this;
    return html`${this.show(t.draft, strip(made.findings(language), s.draft, [s.next]))}
    ${this.show(t.draftWording, strip(made.findings(language, "negative-wording", "over-promise")))}
    ${this.show(t.draftBlocked, strip(made.blocking(language)))}
    ${this.show(t.draftMissing, strip(made.leftOut(language), s.open))}`;
  }

  /** The field of the demo's desk, with what the check of the draft found. */
  private composers(t: Texts) {
    const { language } = this;
    const s = made.saidIn(language);
    const field = (text: string, findings: readonly Finding[] = [], would: readonly string[] = []) =>
      html`<sf-composer
        .texts=${pageTexts[language]}
        .label=${pageTexts[language].desk.placeholder}
        .language=${language}
        .spoken=${language}
        .text=${text}
        .findings=${findings}
        .would=${would}
      ></sf-composer>`;
    return html`${this.show(t.fieldEmpty, field(""))}
    ${this.show(t.fieldTicks, field(s.open, [], [s.next]))}
    ${this.show(t.draft, field(s.draft, made.findings(language), [s.next]))}
    ${this.show(
      t.draftWording,
      field(s.draft, made.findings(language, "negative-wording", "over-promise"), [s.next]),
    )}
    ${this.show(t.draftBlocked, field(s.draft, made.blocking(language), [s.next]))}
    ${this.show(t.draftMissing, field(s.open, made.leftOut(language)))}`;
  }

  private connection(t: Texts) {
    const words = wordsIn(this.language);
    const since = made.at(14, 8);
    const one = (
      status: object,
      more: { muted?: number; back?: boolean; signIn?: string } = {},
    ) =>
      html`<sf-connection
        .words=${words}
        .status=${status}
        .mutedUntil=${more.muted}
        .signIn=${more.signIn}
        .back=${more.back ?? false}
      ></sf-connection>`;
    return html`${this.show(t.live, one({ state: "live" }))}
      ${this.show(t.connecting, one({ state: "connecting" }))}
      ${this.show(t.stale, one({ state: "stale", since }))}
      ${this.show(t.offline, one({ state: "offline", since }))}
      ${this.show(t.over, one({ state: "over", since }, { signIn: "/sign-in/" }))}
      ${this.show(t.overAtHost, one({ state: "over", since }))}
      ${this.show(t.refused, one({ state: "refused" }))}
      ${this.show(t.back, one({ state: "live" }, { back: true }))}
      ${this.show(t.muted, one({ state: "live" }, { muted: made.at(14, 30) }))}
      ${this.show(
        t.elsewhere,
        html`<sf-elsewhere .words=${words} .row=${made.elsewhere} .now=${made.now}></sf-elsewhere>`,
      )}
      ${this.show(
        t.owed,
        html`<sf-owed .words=${words} .owed=${made.owed} .now=${made.now}></sf-owed>`,
      )}
      ${this.show(
        t.keys,
        html`<sf-keys .words=${words} .settings=${made.model(this.language).settings}></sf-keys>`,
      )}`;
  }

  private empties(t: Texts) {
    const nothing = { attention: [], prompter: idle };
    const without = (phase: "none" | "loading" | "slow") => {
      const { view, ...rest } = made.model(this.language, { ...nothing, phase });
      return rest;
    };
    const offline = { state: "offline", since: made.at(14, 8) } as const;
    return html`${(["none", "loading", "slow"] as const).map((phase) =>
        this.sidebarOf(t[phase], without(phase)),
      )}
      ${this.sidebar(t.offlineWhole, { status: offline, prompter: idle, attention: [] }, "middle")}
      ${this.sidebar(t.noChecklist, {
        prompter: idle, attention: [], view: made.view(this.language, { items: [], timers: [] }),
      }, "small")}
      ${this.sidebar(t.undelivered, { prompter: idle, attention: [], undelivered: true }, "middle")}`;
  }

  private sidebarOf(name: string, model: ReturnType<typeof made.model>) {
    return html`<figure>
      <figcaption>${name}</figcaption>
      <div class="panel small">
        <sf-sidebar .words=${wordsIn(this.language)} .model=${model}></sf-sidebar>
      </div>
    </figure>`;
  }
}

document.body.append(document.createElement("sf-states"));
