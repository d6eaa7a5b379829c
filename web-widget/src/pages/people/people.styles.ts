import { css } from "lit";

export const peopleStyles = css`
  main {
    width: 100%;
    max-width: 1080px;
    margin-inline: auto;
    padding: 36px 36px 64px;
  }

  .top,
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }

  h1,
  .head .count {
    flex: 1;
    min-width: min(100%, 12rem);
  }

  .self,
  .count {
    color: var(--sf-text-2);
  }

  section {
    margin-top: 36px;
  }

  h2 {
    font-size: 1.125rem;
    line-height: 1.5rem;
    font-weight: 600;
  }

  .head .count {
    min-width: 6rem;
  }

  h3 {
    margin-bottom: 16px;
    font-size: 0.9375rem;
    line-height: 1.375rem;
    font-weight: 600;
  }

  .new {
    margin-top: 16px;
  }

  .new > * {
    display: block;
    max-width: 34rem;
  }

  .search {
    display: grid;
    gap: 6px;
    max-width: 26rem;
    margin-top: 16px;
  }

  .list {
    margin-top: 16px;
    border: 1px solid var(--sf-line);
    border-radius: 12px;
    background: var(--sf-surface);
  }

  .list > li + li {
    border-top: 1px solid var(--sf-line);
  }

  .whole {
    margin-top: 16px;
  }

  @media (width < 560px) {
    main {
      padding: 24px 16px 48px;
    }

    h1 {
      flex-basis: 100%;
    }

    .self {
      flex: 1;
    }
  }
`;
