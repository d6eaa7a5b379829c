import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { TypingNews } from "./typing-news.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("tells once that somebody writes, again now and then, and when they stop", () => {
  const told: boolean[] = [];
  const news = new TypingNews((active) => told.push(active));
  news.draft("B", 0);
  news.draft("Bo", 300);
  expect(told).toEqual([true]);
  news.draft("Bonjour", 2_600);
  expect(told).toEqual([true, true]);
  vi.advanceTimersByTime(3_000);
  expect(told).toEqual([true, true, false]);
});

it("tells at once that an emptied field is not being written in", () => {
  const told: boolean[] = [];
  const news = new TypingNews((active) => told.push(active));
  news.draft("Bonjour", 0);
  news.draft("", 100);
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual([true, false]);
});
