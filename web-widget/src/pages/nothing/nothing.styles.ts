import { css } from "lit";

export const nothingStyles = css`
  :host {
    display: grid;
    min-height: 100dvh;
    background: var(--sf-canvas);
    color: var(--sf-text);
  }

  main {
    align-self: center;
    justify-self: center;
    max-width: 34rem;
    padding: 36px 24px 20vh;
  }

  .mark {
    font-family: var(--sf-serif);
    font-size: 1.375rem;
    line-height: 1.75rem;
    color: var(--sf-text-3);
  }

  h1 {
    margin-top: 16px;
    font-family: var(--sf-serif);
    font-size: clamp(1.75rem, 1.2rem + 2vw, 2.5rem);
    line-height: 1.15;
    font-weight: 400;
    text-wrap: balance;
  }

  p + a {
    margin-top: 24px;
  }

  h1 + p {
    margin-top: 12px;
    color: var(--sf-text-2);
    line-height: 1.5rem;
    text-wrap: pretty;
  }
`;
