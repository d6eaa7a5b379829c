import { css } from "lit";

/** What every component starts from: measures, focus, buttons, text for readers only. */
export default css`
  :host {
    display: block;
    font: 400 0.875rem/1.25rem var(--sf-sans);
    color: var(--sf-text);
    font-variant-numeric: tabular-nums;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  blockquote {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  button,
  input,
  textarea,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  button {
    background: none;
    border: 0;
    border-radius: var(--sf-radius-control);
    padding: 0;
    cursor: pointer;
    text-align: start;
  }

  :focus-visible {
    outline: 2px solid var(--sf-focus);
    outline-offset: 2px;
  }

  .reader {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .link {
    color: var(--sf-accent);
    font-weight: 500;
    border-radius: var(--sf-radius-mark);
    min-height: 24px;
  }

  .link:hover {
    color: var(--sf-accent-hover);
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .icon-button {
    display: inline-grid;
    place-items: center;
    width: 28px;
    height: 28px;
    color: var(--sf-text-3);
    --sf-icon-size: 16px;
  }

  .icon-button:hover,
  .icon-button[aria-expanded="true"] {
    color: var(--sf-text);
    background: var(--sf-sunken);
  }

  .phrase {
    font-family: var(--sf-serif);
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition-duration: 0s !important;
      animation-duration: 80ms !important;
    }
  }

  @media (pointer: coarse) {
    .icon-button {
      width: 44px;
      height: 44px;
    }
  }

  @media (forced-colors: active) {
    button {
      border: 1px solid ButtonText;
    }

    .icon-button:hover {
      border-color: Highlight;
    }
  }
`;
