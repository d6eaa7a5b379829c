import { css } from "lit";

export const accountRowStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .row {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 1.4fr) minmax(0, 1.6fr) 6rem auto;
    align-items: center;
    gap: 4px 16px;
    padding: 10px 16px;
  }

  .name {
    font-weight: 600;
  }

  .mark {
    padding: 1px 8px;
    border-radius: 999px;
    background: var(--sf-sunken);
    color: var(--sf-text-2);
    font-size: 0.75rem;
    font-weight: 500;
  }

  .login,
  .roles,
  .teams {
    color: var(--sf-text-2);
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }

  .state {
    color: var(--sf-risk);
    font-size: 0.8125rem;
    line-height: 1.125rem;
    font-weight: 500;
  }

  .row .button {
    min-height: 36px;
  }

  .panel {
    display: grid;
    gap: 20px;
    padding: 16px 16px 24px;
    border-top: 1px solid var(--sf-line);
  }

  .panel > * {
    max-width: 34rem;
  }

  .note {
    color: var(--sf-text-2);
    text-wrap: pretty;
  }

  .otherwise {
    display: grid;
    gap: 12px;
    padding-top: 16px;
    border-top: 1px solid var(--sf-line);
  }

  h3 {
    font-size: 0.875rem;
    line-height: 1.25rem;
    font-weight: 600;
  }

  .remove {
    color: var(--sf-breach);
  }

  @container (width < 640px) {
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .row .edit {
      grid-area: 1 / 2;
      align-self: start;
    }

    .roles,
    .teams,
    .state {
      grid-column: 1 / -1;
    }

    .state:empty {
      display: none;
    }
  }
`;
