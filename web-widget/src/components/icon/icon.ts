import { LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import styles from "./icon.styles.ts";
import { type IconName, icons } from "./icons.ts";

const svg = "http://www.w3.org/2000/svg";

/**
 * An icon in the colour of the text around it. Says nothing to screen readers: whatever it stands
 * for is named beside it.
 *
 * @cssproperty --sf-icon-size - side of the square, 18px
 */
@customElement("sf-icon")
export class SfIcon extends LitElement {
  static override styles = styles;

  /** Which one. */
  @property({ reflect: true }) name: IconName = "circle";

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("aria-hidden", "true");
  }

  override render(): Element {
    const drawing = document.createElementNS(svg, "svg");
    const frame = {
      viewBox: "0 0 24 24",
      fill: "none",
      stroke: "currentColor",
      "stroke-width": "1.75",
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    };
    set(drawing, frame);
    for (const [tag, attributes] of icons[this.name]) {
      const part = document.createElementNS(svg, tag);
      set(part, attributes);
      drawing.append(part);
    }
    return drawing;
  }
}

function set(element: Element, attributes: Record<string, string | number | undefined>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, String(value));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-icon": SfIcon;
  }
}
