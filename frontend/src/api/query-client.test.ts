import { MutationObserver, onlineManager, QueryObserver } from "@tanstack/react-query";
import { afterEach, expect, it } from "vitest";
import { queryClient } from "./query-client";

afterEach(() => onlineManager.setOnline(true));

const away = () => Promise.reject(new Error("away"));

it("an act without a network fails at once, and is not sent later", async () => {
  onlineManager.setOnline(false);
  const act = new MutationObserver(queryClient, { mutationFn: away });
  await expect(act.mutate()).rejects.toThrow("away");
  expect(act.getCurrentResult().isPaused).toBe(false);
});

it("a read without a network says so", async () => {
  onlineManager.setOnline(false);
  const read = new QueryObserver(queryClient, { queryKey: ["away"], queryFn: away });
  const { error } = await read.refetch();
  expect(error?.message).toBe("away");
});
