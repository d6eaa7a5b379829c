import { css } from "lit";

export const stripStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .findings {
    margin: 0 12px;
    padding-block: 6px 2px;
    border-top: 1px solid var(--sf-line);
  }

  .finding {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: start;
    gap: 0 10px;
    min-height: 32px;
    padding-block: 2px;
    padding-inline: 4px 0;
    font-size: 0.8125rem;
    line-height: 1.375rem;
    color: var(--sf-text-2);
  }

  .sign {
    margin-top: 7px;
    color: var(--sf-risk);
  }

  .urgent > .sign {
    color: var(--sf-breach);
  }

  .said {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
    min-width: 0;
    padding-block: 4px;
    overflow-wrap: anywhere;
  }

  .words {
    color: var(--sf-text);
  }

  .instead {
    display: inline-flex;
    align-items: baseline;
    gap: 8px;
  }

  .becomes {
    font-family: var(--sf-serif);
    font-size: 1rem;
    color: var(--sf-text);
  }

  .arrow {
    --sf-icon-size: 14px;
    align-self: center;
    color: var(--sf-text-3);
  }

  .acts {
    display: flex;
    align-items: center;
    gap: 8px;
  }

  .act,
  .drop {
    min-height: 28px;
    border: 0;
    border-radius: 8px;
    background: transparent;
  }

  .act {
    padding: 4px 8px;
    color: var(--sf-accent);
    font-weight: 600;
  }

  .drop {
    display: grid;
    place-items: center;
    width: 28px;
    padding: 0;
    color: var(--sf-text-2);
  }

  .act:hover,
  .drop:hover {
    background: var(--sf-sunken);
  }

  .other {
    min-height: 24px;
    padding: 0 8px;
    border: 1px solid var(--sf-line);
    border-radius: 8px;
    background: transparent;
    color: var(--sf-accent);
  }

  .other:hover {
    background: var(--sf-sunken);
  }

  .others {
    padding: 0 4px 4px 30px;
    color: var(--sf-text-3);
    font-size: 0.75rem;
    line-height: 1rem;
  }

  @container (width < 420px) {
    .finding {
      gap: 0 8px;
    }

    .why {
      flex: 1 1 100%;
    }

    .said {
      padding-bottom: 2px;
      line-height: 1.125rem;
    }

    .acts {
      gap: 0;
      margin-inline-end: -4px;
    }
  }
`;
