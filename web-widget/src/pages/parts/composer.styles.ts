import { css } from "lit";

export const composerStyles = css`
  :host {
    display: block;
    min-height: 0;
    overflow: visible;
  }

  .frame {
    border: 1px solid var(--sf-control);
    border-radius: 16px;
    background: var(--sf-surface);
  }

  .frame:focus-within {
    border-color: var(--sf-accent);
    box-shadow: 0 0 0 4px var(--sf-accent-soft);
  }

  .field {
    display: grid;
    max-height: min(200px, 30dvh);
    overflow: hidden auto;
    padding: 14px 16px 10px;
  }

  .mirror,
  textarea {
    grid-area: 1 / 1;
    min-width: 0;
    min-height: 25px;
    margin: 0;
    padding: 0;
    border: 0;
    background: transparent;
    font-family: inherit;
    font-size: 0.9375rem;
    line-height: 1.5625rem;
    letter-spacing: normal;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    word-break: normal;
    text-align: start;
  }

  .mirror {
    color: transparent;
    pointer-events: none;
    user-select: none;
  }

  .mirror mark {
    background: transparent;
    color: transparent;
    text-decoration: underline wavy var(--sf-risk-gfx) 1.5px;
    text-underline-offset: 4px;
    text-decoration-skip-ink: none;
  }

  .mirror mark.urgent {
    text-decoration-color: var(--sf-breach);
  }

  textarea {
    display: block;
    width: 100%;
    height: 100%;
    overflow: hidden;
    resize: none;
    color: var(--sf-text);
  }

  textarea:focus-visible {
    outline: none;
  }

  textarea::placeholder {
    color: var(--sf-text-3);
    opacity: 1;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px 12px;
    padding: 6px 10px 10px 16px;
  }

  .note {
    flex: 1 1 180px;
    min-width: 0;
    display: flex;
    align-items: flex-start;
    gap: 8px;
    color: var(--sf-text-2);
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

  .note sf-glyph {
    flex: none;
    margin-top: 1px;
  }

  .would sf-glyph {
    color: var(--sf-accent);
  }

  .limit {
    color: var(--sf-breach);
  }

  @media (width < 480px) {
    .field {
      padding: 10px 12px 8px;
    }

    .foot {
      padding: 4px 8px 8px 12px;
    }
  }
`;
