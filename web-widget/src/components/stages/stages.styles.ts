import { css } from "lit";

export default css`
  ol {
    display: grid;
    grid-template-columns: repeat(4, minmax(max-content, 1fr));
    gap: 4px;
  }

  li {
    min-width: 0;
    font-size: 0.75rem;
    line-height: 1rem;
    color: var(--sf-text-3);
    position: relative;
  }

  .bar {
    display: block;
    height: 3px;
    margin-bottom: 6px;
    background: var(--sf-line);
    transition: background 200ms var(--sf-ease);
  }

  .past .bar {
    background: var(--sf-accent);
  }

  .now .bar::before {
    content: "";
    display: block;
    width: 50%;
    height: 100%;
    background: var(--sf-accent);
  }

  .past {
    color: var(--sf-text-2);
  }

  .now {
    color: var(--sf-text);
    font-weight: 600;
  }

  .label {
    display: block;
    white-space: nowrap;
    overflow-wrap: normal;
  }

  li:not(:last-child) .label {
    padding-inline-end: 1em;
  }

  @container (width < 320px) {
    ol {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }

    li:not(.now) .label {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  :host([bare]) .label {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  :host([bare]) .bar {
    margin: 0;
  }

  @media (forced-colors: active) {
    .bar {
      border-top: 3px dotted CanvasText;
    }

    .past .bar,
    .now .bar {
      border-top-style: solid;
    }
  }
`;
