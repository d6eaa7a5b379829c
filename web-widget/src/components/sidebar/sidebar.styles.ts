import { css } from "lit";

export default css`
  :host {
    container-type: inline-size;
    height: 100%;
    min-width: 0;
    overflow: hidden auto;
    background: var(--sf-canvas);
  }

  aside {
    position: relative;
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: min-content;
    max-width: 420px;
    padding: 16px 16px 8px;
    gap: 14px;
  }

  .top {
    display: grid;
    gap: 12px;
    flex: none;
    min-width: 0;
  }

  .top > * {
    min-width: 0;
  }

  .clocks {
    margin: -2px 0;
  }

  .ended {
    font-size: 0.8125rem;
    color: var(--sf-text-2);
  }

  .hints {
    display: grid;
    gap: 8px;
    margin: 0 -4px;
    min-width: 0;
  }

  .hints > * {
    min-width: 0;
  }

  .hints[data-empty] {
    position: absolute;
  }

  .fewer {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 24px;
    padding: 0 4px;
    font-size: 0.75rem;
    line-height: 1rem;
    color: var(--sf-text-2);
    --sf-icon-size: 14px;
  }

  .list {
    flex: 1 1 auto;
    min-height: 96px;
    contain: size;
    overflow: hidden auto;
    margin: 0 -16px;
    padding: 2px 16px 4px;
    scrollbar-width: thin;
    overscroll-behavior: contain;
  }

  .plain {
    padding: 24px 12px;
    text-align: center;
    font-size: 0.8125rem;
    line-height: 1.25rem;
    color: var(--sf-text-2);
  }

  .calm {
    padding: 20px 12px 28px;
    text-align: center;
    font-size: 0.8125rem;
    line-height: 1.25rem;
    color: var(--sf-text-2);
  }

  .calm .phrase {
    margin-bottom: 4px;
    font-size: 1.125rem;
    line-height: 1.625rem;
    color: var(--sf-text);
  }

  .skeleton {
    display: grid;
    gap: 16px;
    padding: 12px 0;
  }

  .skeleton span {
    height: 10px;
    border-radius: 5px;
    background: var(--sf-line);
    width: 82%;
  }

  .skeleton .short {
    width: 58%;
  }

  .foot {
    position: relative;
    flex: none;
    display: grid;
    gap: 8px;
    min-width: 0;
  }

  .foot > * {
    min-width: 0;
  }

  sf-draft,
  sf-elsewhere {
    margin: 0 -4px;
  }

  .state {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
  }

  sf-connection:is([state="stale"], [state="offline"], [state="over"], [state="refused"], [state="muted"]) {
    flex: 1 0 100%;
    margin: 0 -4px;
  }

  .shortcuts {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    margin-left: auto;
    font-size: 0.75rem;
    line-height: 1rem;
    color: var(--sf-text-3);
    --sf-icon-size: 16px;
  }

  .shortcuts:hover {
    color: var(--sf-text);
  }

  #keys {
    position: absolute;
    z-index: 2;
    inset: auto -4px 36px;
    max-height: 70vh;
    overflow: auto;
  }

  .undelivered {
    display: flex;
    align-items: flex-start;
    gap: 10px;
    padding: 10px 8px 10px 12px;
    margin: 0 -4px;
    background: var(--sf-surface);
    border: 1px solid var(--sf-line);
    border-radius: var(--sf-radius-control);
    font-size: 0.8125rem;
    line-height: 1.25rem;
    --sf-icon-size: 16px;
  }

  .undelivered > span {
    flex: 1;
    min-width: 0;
  }

  .undelivered > sf-icon {
    margin-top: 2px;
    color: var(--sf-breach);
  }

  .skip {
    position: absolute;
    z-index: 3;
    top: 8px;
    left: 12px;
    padding: 6px 12px;
    background: var(--sf-raised);
    border: 1px solid var(--sf-control);
    clip-path: inset(50%);
  }

  .skip:focus-visible {
    clip-path: none;
  }

  @container (width < 320px) {
    aside {
      padding: 12px 12px 8px;
    }

    .list {
      margin: 0 -12px;
      padding: 2px 12px 4px;
    }
  }

  :host([folded]) {
    overflow: hidden;
  }

  :host([folded]) aside {
    min-height: 0;
    padding: 0;
  }

  :host([folded]) aside > :not(.reader) {
    display: none;
  }

  :host([short]) aside {
    gap: 8px;
    padding-top: 10px;
  }

  :host([short]) .top {
    gap: 8px;
  }

  @media (forced-colors: active) {
    .skeleton span {
      border: 1px solid GrayText;
    }
  }
`;
