import { css } from "lit";

export default css`
  .card {
    background: var(--sf-surface);
    border: 1px solid var(--sf-line);
    border-radius: var(--sf-radius-card);
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

  li {
    display: flex;
    align-items: flex-start;
    gap: 8px;
    padding: 10px 10px 10px 12px;
    --sf-icon-size: 15px;
  }

  li + li {
    border-top: 1px solid var(--sf-line);
  }

  li > sf-icon {
    margin-top: 3px;
    color: var(--sf-risk);
  }

  li.serious > sf-icon {
    color: var(--sf-breach);
  }

  .what {
    flex: 1;
    min-width: 0;
    line-height: 1.375rem;
  }

  .quoted {
    text-decoration: underline wavy 1.5px var(--sf-risk-gfx);
    text-underline-offset: 4px;
    text-decoration-skip-ink: none;
  }

  .serious .quoted {
    text-decoration-color: var(--sf-breach);
  }

  .to {
    --sf-icon-size: 12px;
    margin: 0 4px;
    color: var(--sf-text-3);
  }

  .phrase {
    font-size: 0.9375rem;
  }

  .other {
    min-height: 24px;
    margin-inline-end: 6px;
    padding: 0 8px;
    border: 1px solid var(--sf-line);
    border-radius: var(--sf-radius-mark);
    color: var(--sf-accent);
    font-size: 0.875rem;
  }

  .other:hover {
    border-color: var(--sf-accent);
    color: var(--sf-accent-hover);
  }

  .text {
    display: block;
    color: var(--sf-text-3);
    line-height: 1.125rem;
    margin-top: 2px;
  }

  .link {
    flex: none;
    margin-top: 1px;
  }

  .icon-button {
    width: 24px;
    height: 24px;
  }

  .foot {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px 12px;
    font-size: 0.75rem;
    line-height: 1rem;
    color: var(--sf-text-3);
    --sf-icon-size: 14px;
  }

  .foot sf-icon {
    color: var(--sf-accent);
  }

  .blocked,
  .blocked sf-icon {
    color: var(--sf-breach);
  }

  ul + .foot {
    border-top: 1px solid var(--sf-line);
  }
`;
