// A link that opens a place in a group of Telegram's for its members: a topic, or a message.

/**
 * @param group the group's id
 * @param place the topic's id, or the message's
 * @returns `undefined` in a basic group, whose places have no links
 */
export function placeLink(group: string, place: string): string | undefined {
  const supergroup = /^-100(\d+)$/u.exec(group)?.[1];
  return supergroup === undefined ? undefined : `https://t.me/c/${supergroup}/${place}`;
}
