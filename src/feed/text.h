/* Values of fields: HTML as text, written times, addresses. */
#ifndef ISNAD_FEED_TEXT_H
#define ISNAD_FEED_TEXT_H

#include "isnad/feed.h"

/* HTML as text: markup and references undone, scripts and styles left out, white space made one blank. `lines`: blocks and breaks part lines;
 * else all is one line. Points into `html` when nothing had to change; empty when the arena refuses. Linear. */
isnad_slice feed_text(isnad_arena *arena, isnad_slice html, bool lines);

/* White space made one blank, ends trimmed; nothing else changes. */
isnad_slice feed_plain(isnad_arena *arena, isnad_slice text, bool lines);

/* Whether a text holds a tag. */
bool feed_is_markup(isnad_slice text);

/* A written time: RFC 822 with its zones and their misspellings, ISO 8601, seconds since 1970, and every date that isnad_stamp_at reads. `when` stays
 * unknown when it is none of these. */
isnad_feed_time feed_time(isnad_arena *arena, isnad_slice written);

/* A url of a page: resolved, http or https, with a host. Empty when it is none. */
isnad_slice feed_address(isnad_arena *arena, isnad_slice base, isnad_slice reference);

/* A number written in ASCII digits, at most `most`; 0 when it is none. */
uint64_t feed_number(isnad_slice text, uint64_t most);

#endif
