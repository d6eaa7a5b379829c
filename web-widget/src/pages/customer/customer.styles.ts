import { css } from "lit";

export const customerStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100dvh;
    min-height: 320px;
    background: var(--sf-canvas);
    color: var(--sf-text);
  }

  main {
    flex: 1;
    display: flex;
    flex-direction: column;
    width: 100%;
    max-width: 480px;
    min-height: 0;
    margin-inline: auto;
    background: var(--sf-surface);
  }

  header {
    padding: 20px 24px 16px;
    border-bottom: 1px solid var(--sf-line);
  }

  h1 {
    font-family: var(--sf-serif);
    font-size: 1.5rem;
    line-height: 2rem;
    font-weight: 400;
  }

  header p {
    color: var(--sf-text-2);
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

  form {
    display: flex;
    flex-direction: column;
    gap: 20px;
    padding: 36px 24px;
    overflow: hidden auto;
  }

  h2 {
    font-family: var(--sf-serif);
    font-size: 1.6875rem;
    line-height: 2.25rem;
    font-weight: 400;
    text-wrap: balance;
  }

  .lead {
    margin-top: -12px;
    color: var(--sf-text-2);
    font-size: 0.9375rem;
    line-height: 1.375rem;
    text-wrap: pretty;
  }

  label,
  legend {
    padding: 0;
    font-size: 0.875rem;
    line-height: 1.25rem;
    font-weight: 600;
  }

  .name {
    display: flex;
    flex-direction: column;
    gap: 6px;
  }

  input[type="text"] {
    width: 100%;
    min-height: 44px;
    padding: 8px 14px;
    border: 1px solid var(--sf-control);
    border-radius: 8px;
    background: var(--sf-surface);
    font-size: 1rem;
    line-height: 1.5rem;
  }

  .missing {
    color: var(--sf-breach);
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .languages {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    margin-top: 6px;
  }

  .languages label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    font-weight: 400;
    cursor: pointer;
  }

  input[type="radio"] {
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--sf-accent);
  }

  form .button {
    min-height: 44px;
    align-self: flex-start;
    padding-inline: 24px;
    font-size: 0.9375rem;
  }

  sf-chat-log {
    flex: 1;
  }

  .notice:not(:empty) {
    margin: 0 16px 8px;
    padding: 8px 12px;
    border-radius: 8px;
    background: var(--sf-risk-soft);
    color: var(--sf-risk);
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

  sf-composer {
    margin: 4px 16px 16px;
  }

  .over {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 12px;
    padding: 16px 24px 24px;
    border-top: 1px solid var(--sf-line);
    color: var(--sf-text-2);
    font-size: 0.875rem;
    line-height: 1.25rem;
    text-align: center;
  }

  @media (width >= 640px) {
    main {
      border-inline: 1px solid var(--sf-line);
    }
  }
`;
