import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { controls } from "../parts/styles.ts";

/** Asks once more before something is deleted for good. Escape and “cancel” leave everything as it is. */
@customElement("sf-confirmation")
export class Confirmation extends LitElement {
  static override readonly styles = [
    controls,
    css`
      dialog {
        width: min(28rem, calc(100vw - 32px));
        padding: 24px;
        border: 1px solid var(--sf-line);
        border-radius: 12px;
        background: var(--sf-raised);
        color: var(--sf-text);
        box-shadow: var(--sf-e2);
        overflow-wrap: anywhere;
      }

      dialog::backdrop {
        background: rgb(0 0 0 / 0.4);
      }

      h2 {
        font-size: 1.125rem;
        line-height: 1.5rem;
        font-weight: 600;
      }

      p {
        margin-top: 8px;
        color: var(--sf-text-2);
        font-size: 0.875rem;
        line-height: 1.25rem;
        text-wrap: pretty;
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 20px;
      }

      .button {
        min-height: 44px;
        white-space: normal;
      }
    `,
  ];

  @property() heading = "";
  @property() text = "";
  @property() yes = "";
  @property() no = "";

  @query("dialog") private dialog!: HTMLDialogElement;

  private answer: ((agreed: boolean) => void) | undefined;

  /** Whether the person agreed. Who asks again takes a question that still stands for declined. */
  async asked(): Promise<boolean> {
    await this.updateComplete;
    this.answer?.(false);
    return new Promise((resolve) => {
      this.answer = resolve;
      this.dialog.returnValue = "";
      this.dialog.showModal();
    });
  }

  /** Told some time after it was closed, and it may be open again by then. */
  private closed(): void {
    if (!this.dialog.open) this.answer?.(this.dialog.returnValue === "yes");
  }

  protected override render(): TemplateResult {
    return html`<dialog
      aria-labelledby="heading"
      aria-describedby="text"
      @close=${() => {
        this.closed();
      }}
    >
      <h2 id="heading">${this.heading}</h2>
      <p id="text">${this.text}</p>
      <div class="actions">
        <button
          class="button"
          type="button"
          @click=${() => {
            this.dialog.close();
          }}
        >
          ${this.no}
        </button>
        <button
          class="button primary"
          type="button"
          @click=${() => {
            this.dialog.close("yes");
          }}
        >
          ${this.yes}
        </button>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "sf-confirmation": Confirmation;
  }
}
