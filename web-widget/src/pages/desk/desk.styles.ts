import { css } from "lit";

export const deskStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto auto minmax(0, 1fr);
    height: 100dvh;
    min-height: 320px;
    background: var(--sf-surface);
    color: var(--sf-text);
    overflow: hidden;
  }

  .top {
    grid-row: 2;
    display: flex;
    align-items: center;
    gap: 8px 16px;
    min-height: 56px;
    padding: 4px 20px;
    border-bottom: 1px solid var(--sf-line);
  }

  .house {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 14px;
    flex: 1;
    min-width: 0;
  }

  h1 {
    font-family: var(--sf-serif);
    font-size: 1.25rem;
    line-height: 1.75rem;
    font-weight: 400;
  }

  .house p {
    color: var(--sf-text-2);
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

  .agent {
    display: flex;
    align-items: center;
    gap: 10px;
    font-size: 0.8125rem;
    line-height: 1.125rem;
    white-space: nowrap;
  }

  .disc {
    flex: none;
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    border-radius: 50%;
    background: var(--sf-sunken);
    color: var(--sf-text-2);
    font-size: 0.75rem;
    font-weight: 600;
  }

  .agent .disc {
    width: 30px;
    height: 30px;
    background: var(--sf-accent-soft);
    color: var(--sf-accent);
    font-size: 0.6875rem;
  }

  sf-panes {
    grid-row: 3;
    display: none;
  }

  .columns {
    grid-row: 4;
    display: grid;
    grid-template-columns: 272px minmax(0, 1fr) 380px;
    min-height: 0;
  }

  main {
    display: contents;
  }

  sf-room-list {
    border-inline-end: 1px solid var(--sf-line);
  }

  .chat {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }

  .who {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 61px;
    padding: 8px 28px;
    border-bottom: 1px solid var(--sf-line);
  }

  .who > div {
    flex: 1;
    min-width: 0;
  }

  h2 {
    overflow-wrap: anywhere;
    font-size: 1rem;
    line-height: 1.375rem;
    font-weight: 600;
  }

  .who p {
    overflow-wrap: anywhere;
    color: var(--sf-text-2);
    font-size: 0.75rem;
    line-height: 1rem;
  }

  sf-chat-log {
    flex: 1;
    min-height: 96px;
  }

  .notice:not(:empty) {
    margin: 0 24px 8px;
    padding: 8px 12px;
    border-radius: 8px;
    background: var(--sf-risk-soft);
    color: var(--sf-risk);
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

  sf-composer {
    margin: 0 24px 20px;
  }

  .over {
    padding: 16px 24px 24px;
    border-top: 1px solid var(--sf-line);
    color: var(--sf-text-2);
    font-size: 0.875rem;
    line-height: 1.25rem;
    text-align: center;
  }

  .coach {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    border-inline-start: 1px solid var(--sf-line);
    background: var(--sf-canvas);
  }

  souffleur-sidebar {
    flex: 1;
    min-height: 0;
  }

  .empty {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 12px;
    padding: 24px;
    text-align: center;
  }

  .empty h2 {
    font-family: var(--sf-serif);
    font-size: 1.6875rem;
    line-height: 2.25rem;
    font-weight: 400;
    text-wrap: balance;
  }

  .empty p {
    max-width: 400px;
    color: var(--sf-text-2);
    font-size: 0.9375rem;
    line-height: 1.375rem;
    text-wrap: pretty;
  }

  .empty .ways {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 8px;
    margin-top: 8px;
  }

  .skip {
    position: absolute;
    z-index: 1;
    inset-block-end: 24px;
    inset-inline-end: 400px;
    clip-path: inset(50%);
    pointer-events: none;
    background: var(--sf-surface);
  }

  .skip:focus-visible {
    clip-path: none;
  }

  @media (width < 1240px) {
    .columns {
      grid-template-columns: 232px minmax(0, 1fr) 340px;
    }

  }

  /* Two columns: Souffleur stays, the list and the chat share the other. */
  @media (width < 1000px) {
    sf-panes {
      display: block;
    }

    .columns {
      grid-template-columns: minmax(0, 1fr) 340px;
    }

    sf-room-list {
      border: 0;
    }

    [data-pane="list"]:not([data-idle]) .chat,
    [data-pane="list"][data-idle] sf-room-list,
    [data-pane="chat"] sf-room-list,
    [data-pane="coach"] sf-room-list {
      display: none;
    }

    .agent .who-name {
      display: none;
    }
  }

  @media (width < 700px) {
    .top {
      padding-inline: 16px;
    }

    .house p,
    .agent {
      display: none;
    }

    .columns {
      grid-template-columns: minmax(0, 1fr);
    }

    [data-pane="coach"] .chat {
      display: none;
    }

    [data-pane="list"] .coach,
    [data-pane="chat"] .coach {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .coach {
      border: 0;
    }

    sf-hint-line {
      margin: 0 12px 8px;
    }

    .who {
      padding-inline: 16px;
    }

    .notice:not(:empty),
    sf-composer {
      margin-inline: 12px;
      margin-bottom: 12px;
    }
  }

  @media (width < 380px) {
    h1 {
      font-size: 1.125rem;
      line-height: 1.5rem;
    }

    .who .disc {
      display: none;
    }
  }
`;
