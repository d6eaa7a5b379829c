import { css, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { IconNode } from "lucide";

const SVG = "http://www.w3.org/2000/svg";

/** An icon of the demo pages, in the colour of the text around it, silent for screen readers. */
@customElement("sf-glyph")
export class Glyph extends LitElement {
  static override readonly styles = css`
    :host {
      display: inline-flex;
      flex: none;
      width: var(--sf-icon-size, 16px);
      height: var(--sf-icon-size, 16px);
    }

    svg {
      width: 100%;
      height: 100%;
    }
  `;

  @property({ attribute: false }) drawing: IconNode = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("aria-hidden", "true");
  }

  protected override render(): Element {
    const drawing = element("svg", {
      viewBox: "0 0 24 24",
      fill: "none",
      stroke: "currentColor",
      "stroke-width": "1.75",
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    });
    drawing.append(...this.drawing.map(([tag, attributes]) => element(tag, attributes)));
    return drawing;
  }
}

function element(tag: string, attributes: Record<string, string | number | undefined>): Element {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(name, String(value));
  }
  return made;
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-glyph": Glyph;
  }
}
