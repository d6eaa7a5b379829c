import { css } from "lit";

export default css`
  .row {
    width: calc(100% + 12px);
    margin: 0 -6px;
    padding: 0 6px;
  }

  .row:hover {
    background: color-mix(in srgb, var(--sf-line) 40%, transparent);
  }

  .details {
    display: grid;
    gap: 6px;
    margin: 2px 0 10px 28px;
    padding: 2px 2px 2px 12px;
    border-left: 2px solid var(--sf-line);
  }

  .source,
  .link {
    font-size: 0.75rem;
    line-height: 1.125rem;
  }

  .source {
    color: var(--sf-text-2);
  }

  .keep {
    min-height: 28px;
    padding: 0 12px;
    font-size: 0.8125rem;
    font-weight: 600;
    border: 1px solid var(--sf-control);
  }

  .keep:hover {
    border-color: var(--sf-text);
  }

  @media (pointer: coarse) {
    .keep {
      min-height: 44px;
    }
  }

  @media (forced-colors: active) {
    .row {
      border: 0;
    }

    .row:hover {
      outline: 1px solid Highlight;
    }
  }
`;
