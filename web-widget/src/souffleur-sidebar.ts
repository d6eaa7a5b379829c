import { LitElement, css, html, unsafeCSS } from "lit";
import { customElement, property } from "lit/decorators.js";
import { tokens } from "./theme/tokens.ts";

/** The sidebar that an agent's tool embeds. */
@customElement("souffleur-sidebar")
export class SouffleurSidebar extends LitElement {
  static override styles = [
    unsafeCSS(tokens(":host")),
    css`
      :host {
        display: block;
      }
    `,
  ];

  /** Key of the conversation on show; none when absent. */
  @property({ reflect: true }) conversation: string | null = null;

  override render() {
    return html`<slot></slot>`;
  }
}
