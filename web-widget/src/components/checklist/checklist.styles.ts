import { css } from "lit";

export default css`
  .stage + .stage {
    margin-top: 16px;
  }

  h3 {
    font: inherit;
  }

  .head {
    display: flex;
    align-items: center;
    gap: 6px;
    width: 100%;
    min-height: 24px;
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

  .name {
    flex: 1;
    min-width: 0;
    font-weight: 600;
  }

  .count {
    font-size: 0.75rem;
    color: var(--sf-text-3);
    white-space: nowrap;
    overflow-wrap: normal;
  }

  .head sf-icon,
  .spare sf-icon {
    color: var(--sf-text-3);
    --sf-icon-size: 14px;
  }

  sf-icon {
    transition: rotate 200ms var(--sf-ease);
  }

  sf-icon[data-up] {
    rotate: 180deg;
  }

  button.head:hover .count,
  .spare:hover {
    color: var(--sf-text);
  }

  .fold {
    display: grid;
    grid-template-rows: 0fr;
    transition: grid-template-rows 200ms var(--sf-ease);
  }

  .fold[data-open] {
    grid-template-rows: 1fr;
  }

  .fold > div {
    min-height: 0;
    min-width: 0;
    overflow: hidden;
    padding: 0 8px;
    margin: 0 -8px;
  }

  .fold[data-open] > div {
    overflow: visible;
  }

  .spare {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    margin-left: 28px;
    font-size: 0.75rem;
    color: var(--sf-text-3);
  }

  @media (prefers-reduced-motion: reduce) {
    .fold,
    sf-icon {
      transition: none;
    }
  }

  @media (forced-colors: active) {
    .head {
      border: 0;
    }
  }
`;
