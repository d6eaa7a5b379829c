import { css } from "lit";

export default css`
  header {
    position: relative;
    display: flex;
    align-items: flex-start;
    gap: 8px;
  }

  .who {
    flex: 1;
    min-width: 0;
  }

  h2 {
    font-size: 1rem;
    line-height: 1.375rem;
    font-weight: 600;
  }

  .facets {
    display: flex;
    gap: 6px;
    font-size: 0.75rem;
    line-height: 1rem;
    color: var(--sf-text-3);
    --sf-icon-size: 14px;
  }

  .facets sf-icon {
    margin-top: 1px;
  }

  .language {
    flex: none;
    font-size: 0.75rem;
    line-height: 1.375rem;
    color: var(--sf-text-3);
    white-space: nowrap;
    overflow-wrap: normal;
  }

  .more {
    margin: -3px -6px 0 0;
  }

  .menu {
    position: absolute;
    z-index: 2;
    top: 32px;
    right: -4px;
    width: min(264px, 100%);
    max-height: 60vh;
    overflow: auto;
    padding: 8px 12px 12px;
    background: var(--sf-raised);
    border: 1px solid var(--sf-line);
    border-radius: var(--sf-radius-card);
    box-shadow: var(--sf-e2);
  }

  .entry {
    display: flex;
    align-items: center;
    gap: 10px;
    width: 100%;
    min-height: 36px;
    font-size: 0.8125rem;
    --sf-icon-size: 16px;
  }

  .entry sf-icon {
    color: var(--sf-text-3);
  }

  .entry:hover {
    color: var(--sf-accent);
  }

  fieldset {
    border: 0;
    margin: 8px 0 0;
    padding: 0;
    min-width: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }

  legend,
  .caption {
    padding: 0;
    margin: 8px 0 4px;
    font-size: 0.75rem;
    line-height: 1rem;
    color: var(--sf-text-3);
  }

  label {
    position: relative;
    display: inline-flex;
  }

  label input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  label span {
    padding: 4px 10px;
    font-size: 0.8125rem;
    line-height: 1.125rem;
    border: 1px solid var(--sf-line);
    border-radius: 999px;
    color: var(--sf-text-2);
  }

  label input:hover + span {
    border-color: var(--sf-control);
  }

  label input:checked + span {
    border-color: var(--sf-accent);
    background: var(--sf-accent-soft);
    color: var(--sf-text);
    font-weight: 500;
  }

  label input:focus-visible + span {
    outline: 2px solid var(--sf-focus);
    outline-offset: 2px;
  }

  li {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 12px;
    font-size: 0.8125rem;
    line-height: 1.5rem;
  }

  @media (forced-colors: active) {
    label input:checked + span {
      border: 2px solid Highlight;
    }
  }
`;
