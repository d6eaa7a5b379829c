import { css } from "lit";

/** The frame of a page about people. */
export const houseStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100dvh;
    background: var(--sf-canvas);
    color: var(--sf-text);
    font-size: 0.875rem;
    line-height: 1.25rem;
    overflow-wrap: anywhere;
  }

  header {
    display: flex;
    align-items: center;
    gap: 16px;
    width: 100%;
    max-width: 1080px;
    margin-inline: auto;
    padding: 20px 36px 0;
  }

  .mark {
    font-family: var(--sf-serif);
    font-size: 1.375rem;
    line-height: 1.75rem;
    color: inherit;
    text-decoration: none;
  }

  sf-page-controls {
    margin-inline-start: auto;
  }

  h1 {
    font-family: var(--sf-serif);
    font-size: clamp(1.75rem, 1.4rem + 1.4vw, 2.25rem);
    line-height: 1.2;
    font-weight: 400;
    text-wrap: balance;
  }

  h1:focus-visible,
  h2:focus-visible {
    outline-offset: 4px;
    border-radius: 4px;
  }

  .lead {
    margin-top: 8px;
    color: var(--sf-text-2);
    font-size: 0.9375rem;
    line-height: 1.375rem;
    text-wrap: pretty;
  }

  .narrow {
    width: 100%;
    max-width: 26rem;
    margin-inline: auto;
    padding: clamp(24px, 10vh, 96px) 16px 48px;
  }

  .card {
    margin-top: 24px;
    padding: 24px;
    border: 1px solid var(--sf-line);
    border-radius: 12px;
    background: var(--sf-surface);
  }

  .done:not(:empty) {
    position: sticky;
    inset-block-start: 8px;
    z-index: 1;
    align-self: center;
    max-width: calc(100% - 32px);
    margin-top: 8px;
    padding: 8px 16px;
    border: 1px solid var(--sf-line);
    border-radius: 8px;
    background: var(--sf-accent-soft);
    color: var(--sf-text);
  }

  a:not(.button, .mark) {
    color: var(--sf-accent);
    text-underline-offset: 3px;
  }

  @media (width < 560px) {
    header {
      padding: 12px 16px 0;
    }

    .card {
      padding: 20px 16px;
    }
  }
`;

/** Fields, choices and what is wrong with them. */
export const formStyles = css`
  form {
    display: flex;
    flex-direction: column;
    gap: 20px;
  }

  .field {
    display: flex;
    flex-direction: column;
    gap: 6px;
    min-width: 0;
  }

  label,
  legend {
    padding: 0;
    font-size: 0.875rem;
    line-height: 1.25rem;
    font-weight: 600;
  }

  input:is([type="text"], [type="password"], [type="search"]) {
    width: 100%;
    min-height: 44px;
    padding: 8px 14px;
    border: 1px solid var(--sf-control);
    border-radius: 8px;
    background: var(--sf-surface);
    font-size: 1rem;
    line-height: 1.5rem;
  }

  input[aria-invalid="true"] {
    border-color: var(--sf-breach);
  }

  .hint {
    color: var(--sf-text-3);
    font-size: 0.8125rem;
    line-height: 1.125rem;
    text-wrap: pretty;
  }

  .problem {
    color: var(--sf-breach);
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

  .whole {
    padding: 12px 14px;
    border-radius: 8px;
    background: var(--sf-breach-soft);
    font-size: 0.875rem;
    line-height: 1.25rem;
  }

  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 24px;
    margin-top: 4px;
  }

  .choice {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    font-weight: 400;
    cursor: pointer;
  }

  input[type="checkbox"] {
    flex: none;
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--sf-accent);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .button {
    min-height: 44px;
    white-space: normal;
  }
`;
