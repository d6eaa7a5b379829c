import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { X } from "lucide";
import type { PageTexts } from "../texts/texts.ts";
import "./glyph.ts";
import { controls } from "./styles.ts";

/**
 * The bar above a page in which a written scene is played: says so, and lets one change sides. It
 * belongs to the demonstration, neither to the shop nor to the desk, and looks it.
 */
@customElement("sf-scene-bar")
export class SceneBar extends LitElement {
  static override readonly styles = [
    controls,
    css`
      :host {
        display: block;
        border-bottom: 1px solid var(--sf-line);
        background: var(--sf-canvas);
        color: var(--sf-text-2);
      }

      nav {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 16px;
        padding: 6px 20px;
        font-size: 0.8125rem;
        line-height: 1.125rem;
      }

      p {
        flex: 1 1 auto;
      }

      strong {
        color: var(--sf-text);
        font-weight: 600;
      }

      ul {
        display: flex;
        gap: 2px;
        padding: 2px;
        border-radius: 10px;
        background: var(--sf-sunken);
      }

      a {
        display: inline-flex;
        align-items: center;
        min-height: 28px;
        padding: 4px 12px;
        border-radius: 8px;
        color: var(--sf-text-2);
        text-decoration: none;
        white-space: nowrap;
      }

      a:hover {
        color: var(--sf-text);
      }

      a[aria-current] {
        background: var(--sf-surface);
        color: var(--sf-text);
        font-weight: 600;
      }

      .leave {
        padding-inline: 4px;
        color: var(--sf-accent);
        font-weight: 600;
      }

      @media (width < 480px) {
        nav {
          flex-wrap: nowrap;
          justify-content: space-between;
          gap: 8px;
          padding: 4px 12px;
        }

        p {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }

        a {
          padding-inline: 8px;
        }

        .leave span {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }

      @media (width >= 480px) {
        .leave sf-glyph {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) texts!: PageTexts;
  @property({ attribute: false }) playing: "agent" | "customer" = "agent";
  @property({ attribute: false }) agentPage = "";
  @property({ attribute: false }) customerPage = "";

  protected override render(): TemplateResult {
    const { scene } = this.texts;
    const side = (part: "agent" | "customer", href: string, words: string) =>
      this.playing === part
        ? html`<li><a href=${href} aria-current="page">${words}</a></li>`
        : html`<li><a href=${href}>${words}</a></li>`;
    return html`
      <nav aria-label=${scene.label}>
        <p><strong>${scene.label}.</strong> ${scene.note}</p>
        <ul>
          ${side("customer", this.customerPage, scene.playCustomer)}
          ${side("agent", this.agentPage, scene.playAgent)}
        </ul>
        <a class="leave" href="/"
          ><sf-glyph .drawing=${X}></sf-glyph><span>${scene.leave}</span></a
        >
      </nav>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-scene-bar": SceneBar;
  }
}
