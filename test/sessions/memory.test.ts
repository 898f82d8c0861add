// The tests' own session store keeps the contract too: what they prove with it holds for the others.
import { describe } from "vitest";
import { sessionStoreContract } from "../contracts/session-store.contract.js";
import { createMemorySessions } from "../support/memory-sessions.js";

describe("sessions in the tests' memory", () => {
  sessionStoreContract(async () => {
    let passed = 0;
    const store = createMemorySessions(() => Date.now() + passed);
    return {
      stores: [store, store],
      async pass(_chat, ms) {
        passed += ms;
      },
      lose: async (chat) => void store.chats.delete(chat),
      kept: async (chat) => (store.chats.has(chat) ? 1 : 0),
      stop: async () => {},
    };
  });
});
