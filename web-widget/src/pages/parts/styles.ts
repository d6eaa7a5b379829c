import { css } from "lit";

/** Buttons, fields and focus of the demo pages; colours and type come from the shared tokens. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  :focus-visible {
    outline: 2px solid var(--sf-accent);
    outline-offset: 2px;
  }

  button,
  select,
  input,
  textarea {
    font: inherit;
    color: inherit;
  }

  button,
  select {
    cursor: pointer;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 36px;
    padding: 6px 16px;
    border: 1px solid var(--sf-control);
    border-radius: 8px;
    background: transparent;
    color: var(--sf-text);
    font-size: 0.875rem;
    line-height: 1.25rem;
    font-weight: 600;
    text-decoration: none;
    white-space: nowrap;
  }

  .button:hover {
    background: var(--sf-sunken);
  }

  .button.primary {
    border-color: var(--sf-accent);
    background: var(--sf-accent);
    color: var(--sf-on-accent);
  }

  .button.primary:hover {
    border-color: var(--sf-accent-hover);
    background: var(--sf-accent-hover);
  }

  .button[aria-disabled="true"] {
    opacity: 0.55;
    cursor: default;
  }

  .quiet {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    padding: 4px 8px;
    border: 0;
    border-radius: 8px;
    background: transparent;
    color: var(--sf-text-2);
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

  .quiet:hover {
    background: var(--sf-sunken);
    color: var(--sf-text);
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    button.quiet {
      border: 1px solid ButtonBorder;
    }

    .button.primary {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
