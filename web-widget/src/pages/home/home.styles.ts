import { css } from "lit";

export const homeStyles = css`
  :host {
    display: block;
    min-height: 100dvh;
    background: var(--sf-canvas);
    color: var(--sf-text);
  }

  .page {
    max-width: 1080px;
    margin-inline: auto;
    padding: 20px 36px 48px;
  }

  header {
    display: flex;
    align-items: center;
    gap: 16px;
    min-height: 40px;
  }

  .mark {
    flex: 1;
    font-family: var(--sf-serif);
    font-size: 1.375rem;
    line-height: 1.75rem;
  }

  .opening {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 392px;
    align-items: center;
    gap: 36px 72px;
    padding-block: 64px 56px;
  }

  h1 {
    font-family: var(--sf-serif);
    font-size: clamp(2rem, 1.2rem + 3vw, 3.25rem);
    line-height: 1.12;
    font-weight: 400;
    letter-spacing: -0.012em;
    text-wrap: balance;
  }

  .lead {
    max-width: 34em;
    margin-top: 20px;
    color: var(--sf-text-2);
    font-size: 1.0625rem;
    line-height: 1.6875rem;
    text-wrap: pretty;
  }

  figure {
    margin: 0;
  }

  .said {
    width: fit-content;
    max-width: 320px;
    margin: 0;
    padding: 9px 14px;
    border-radius: 16px 16px 16px 4px;
    background: var(--sf-sunken);
    font-size: 0.9375rem;
    line-height: 1.375rem;
    text-wrap: pretty;
  }

  .by {
    padding: 4px 4px 16px;
    color: var(--sf-text-3);
    font-size: 0.75rem;
    line-height: 1rem;
  }

  .hint {
    margin-inline-start: 36px;
    padding: 14px 16px 16px;
    border: 1px solid var(--sf-line);
    border-radius: 12px;
    background: var(--sf-surface);
    box-shadow: var(--sf-e1);
  }

  .moment {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--sf-risk);
    font-size: 0.8125rem;
    line-height: 1.125rem;
    font-weight: 600;
  }

  .hint strong {
    display: block;
    margin-block: 6px 10px;
    font-size: 0.9375rem;
    line-height: 1.25rem;
    font-weight: 600;
  }

  .hint q {
    display: block;
    quotes: none;
    padding: 10px 12px;
    border-radius: 8px;
    background: var(--sf-accent-soft);
    font-family: var(--sf-serif);
    font-size: 1rem;
    line-height: 1.4375rem;
    text-wrap: pretty;
  }

  figcaption {
    margin: 10px 0 0 40px;
    color: var(--sf-text-3);
    font-size: 0.75rem;
    line-height: 1rem;
  }

  h2 {
    font-size: 1.25rem;
    line-height: 1.75rem;
    font-weight: 600;
  }

  .try > p {
    margin-top: 2px;
    color: var(--sf-text-2);
    font-size: 0.9375rem;
    line-height: 1.375rem;
  }

  .doors {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 16px;
    margin-top: 20px;
  }

  .doors li {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 6px;
    padding: 20px;
    border: 1px solid var(--sf-line);
    border-radius: 12px;
    background: var(--sf-surface);
  }

  .doors .alone {
    border-style: dashed;
    border-color: var(--sf-control);
    background: transparent;
  }

  h3 {
    font-size: 0.9375rem;
    line-height: 1.375rem;
    font-weight: 600;
  }

  .doors p {
    flex: 1;
    padding-bottom: 12px;
    color: var(--sf-text-2);
    font-size: 0.875rem;
    line-height: 1.3125rem;
    text-wrap: pretty;
  }

  .doors .button {
    max-width: 100%;
    white-space: normal;
  }

  .principles {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 24px 32px;
    margin-top: 56px;
    padding-top: 28px;
    border-top: 1px solid var(--sf-line);
  }

  .principles p {
    margin-top: 2px;
    color: var(--sf-text-2);
    font-size: 0.8125rem;
    line-height: 1.25rem;
    text-wrap: pretty;
  }

  .principles h3 {
    font-size: 0.875rem;
  }

  footer {
    margin-top: 36px;
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

  footer a {
    color: var(--sf-accent);
    text-underline-offset: 3px;
  }

  @media (width < 960px) {
    .opening {
      grid-template-columns: minmax(0, 1fr);
      padding-block: 40px;
    }

    .doors {
      grid-template-columns: minmax(0, 1fr);
    }

    .principles {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  @media (width < 560px) {
    .page {
      padding: 12px 16px 36px;
    }

    .hint {
      margin-inline-start: 0;
    }

    figcaption {
      margin-inline-start: 4px;
    }

    .principles {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
