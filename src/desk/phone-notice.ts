// What a person reads in the chat that was verified by their former phone, once the staff has changed the one on record.
import { maskPhone, type Phone } from "../domain/phone.js";
import type { Message } from "../journeys/message.js";
import { line } from "../words/line.js";

export function phoneChangedMessage(phone: Phone, hotline: string): Message {
  return {
    lines: [
      line("desk-phone-told-changed", { last: maskPhone(phone) }),
      line("desk-phone-told-not-you", { hotline: { code: hotline } }),
    ],
    buttons: [],
  };
}
