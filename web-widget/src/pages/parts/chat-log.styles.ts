import { css } from "lit";

export const chatLogStyles = css`
  :host {
    display: block;
    position: relative;
    min-height: 0;
    overflow: hidden;
  }

  .scroll {
    height: 100%;
    overflow: hidden auto;
    overscroll-behavior: contain;
    padding: 24px 28px 12px;
    display: flex;
    flex-direction: column;
  }

  .scroll:focus-visible {
    outline-offset: -3px;
  }

  ol {
    display: flex;
    flex-direction: column;
    gap: 16px;
    margin-block-start: auto;
  }

  li {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 4px;
  }

  li.own {
    align-items: flex-end;
  }

  li.close {
    margin-block-start: -8px;
  }

  .bubble {
    max-width: min(480px, 88%);
    padding: 9px 14px;
    border-radius: 16px 16px 16px 4px;
    background: var(--sf-canvas);
    color: var(--sf-text);
    font-size: 0.9375rem;
    line-height: 1.375rem;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    text-wrap: pretty;
    scroll-margin: 24px;
  }

  .own .bubble {
    border-radius: 16px 16px 4px 16px;
    background: var(--sf-accent-soft);
  }

  .waiting .bubble {
    background: transparent;
    box-shadow: inset 0 0 0 1px var(--sf-control);
  }

  .marked .bubble {
    outline: 2px solid var(--sf-accent);
    outline-offset: 2px;
  }

  .meta {
    padding-inline: 4px;
    color: var(--sf-text-3);
    font-size: 0.75rem;
    line-height: 1rem;
    font-variant-numeric: tabular-nums;
  }

  li.note {
    align-items: center;
  }

  .note .bubble {
    padding: 2px 8px;
    background: transparent;
    color: var(--sf-text-3);
    font-size: 0.8125rem;
    line-height: 1.125rem;
    text-align: center;
  }

  .writing {
    min-height: 20px;
    padding: 8px 4px 0;
    color: var(--sf-text-2);
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

  @media (width < 480px) {
    .scroll {
      padding: 16px 16px 8px;
    }
  }

  @media (forced-colors: active) {
    .bubble {
      border: 1px solid CanvasText;
    }
  }
`;
