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

  .findings {
    margin: 0 12px;
    padding-block: 6px 2px;
    border-top: 1px solid var(--sf-line);
  }

  .finding {
    display: flex;
    align-items: flex-start;
    gap: 4px 10px;
    min-height: 32px;
    padding-block: 2px;
    padding-inline: 4px 0;
    font-size: 0.8125rem;
    line-height: 1.125rem;
    color: var(--sf-text-2);
  }

  .finding sf-glyph {
    flex: none;
  }

  .finding > .sign {
    margin-top: 6px;
    color: var(--sf-risk);
  }

  .finding.urgent > .sign {
    color: var(--sf-breach);
  }

  .said {
    flex: 1;
    min-width: 0;
    padding-block: 4px;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 8px;
    overflow-wrap: anywhere;
  }

  .words {
    color: var(--sf-text);
  }

  .becomes {
    font-family: var(--sf-serif);
    font-size: 1rem;
    line-height: 1.375rem;
    color: var(--sf-text);
  }

  .arrow {
    align-self: center;
    color: var(--sf-text-3);
  }

  .finding .act {
    flex: none;
    min-height: 28px;
    padding: 4px 8px;
    border: 0;
    border-radius: 8px;
    background: transparent;
    color: var(--sf-accent);
    font-weight: 600;
  }

  .finding .act:hover,
  .finding .drop:hover {
    background: var(--sf-sunken);
  }

  .finding .drop {
    flex: none;
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    padding: 0;
    border: 0;
    border-radius: 8px;
    background: transparent;
    color: var(--sf-text-2);
  }

  .others {
    padding: 0 4px 4px 28px;
    color: var(--sf-text-3);
    font-size: 0.75rem;
    line-height: 1rem;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px 12px;
    padding: 6px 10px 10px 16px;
  }

  .would {
    flex: 1 1 200px;
    min-width: 0;
    display: flex;
    align-items: flex-start;
    gap: 8px;
    color: var(--sf-text-2);
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

  .would sf-glyph {
    flex: none;
    margin-top: 1px;
    color: var(--sf-accent);
  }

  .limit {
    flex: 1 1 200px;
    color: var(--sf-breach);
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

  @media (width < 480px) {
    .finding {
      flex-wrap: wrap;
      justify-content: flex-end;
    }

    .said {
      flex: 1 1 calc(100% - 32px);
    }

    .finding .act,
    .finding .drop {
      min-height: 36px;
      min-width: 36px;
    }
  }
`;
