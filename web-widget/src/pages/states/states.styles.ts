import { css } from "lit";

export default css`
  :host {
    min-height: 100vh;
    background: var(--sf-canvas);
  }

  main {
    --panel: 380px;
    padding: 24px;
  }

  .w280 {
    --panel: 280px;
  }

  .w320 {
    --panel: 320px;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    align-items: baseline;
    justify-content: space-between;
  }

  h1,
  h2 {
    margin: 0;
    font: 400 1.375rem/2rem var(--sf-serif);
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 16px;
    font-size: 0.8125rem;
  }

  select {
    min-height: 28px;
    background: var(--sf-surface);
    border: 1px solid var(--sf-control);
    border-radius: var(--sf-radius-control);
  }

  .columns {
    display: flex;
    flex-wrap: wrap;
    gap: 32px;
    align-items: flex-start;
    margin-top: 16px;
  }

  section {
    width: var(--panel);
    max-width: 100%;
  }

  figure {
    margin: 16px 0 24px;
  }

  figcaption {
    margin-bottom: 8px;
    font-size: 0.75rem;
    line-height: 1rem;
    font-weight: 600;
  }

  .container {
    container-type: inline-size;
  }

  .framed {
    padding: 6px 14px;
    background: var(--sf-canvas);
    border: 1px solid var(--sf-line);
    border-radius: var(--sf-radius-card);
  }

  .panel {
    outline: 1px solid var(--sf-line);
    border-radius: var(--sf-radius-card);
    overflow: hidden;
  }

  .tall {
    height: 820px;
  }

  .middle {
    height: 560px;
  }

  .small {
    height: 300px;
  }

  @media (max-width: 420px) {
    main {
      padding: 0;
    }

    header,
    h2,
    figcaption {
      padding: 0 12px;
    }

    section {
      width: 100%;
    }
  }
`;
