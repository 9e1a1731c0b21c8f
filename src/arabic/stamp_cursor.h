/* The pieces that a written date is read with. A cursor stands on a token; every reader either consumes what it read and returns true, or leaves
 * the cursor where it was and returns false. */
#ifndef ISNAD_ARABIC_STAMP_CURSOR_H
#define ISNAD_ARABIC_STAMP_CURSOR_H

#include "isnad/arabic.h"
#include "tables.h"

/* The phrases of a stretch of tokens when they were looked up before: hits of token t are hits[before[t - first]] to hits[before[t - first + 1]].
 * roles[t - first] has bit 1 << role for every role of time_words.tsv that begins there, and the bits below. */
typedef struct stamp_hits {
  const isnad_phrase *hits;
  const uint32_t *before;
  const uint64_t *roles;
  size_t first;
} stamp_hits;

#define STAMP_BIT(role) (UINT64_C(1) << (role))
#define STAMP_MONTH STAMP_BIT(60)
#define STAMP_WEEKDAY STAMP_BIT(61)
#define STAMP_HOLIDAY STAMP_BIT(62)
#define STAMP_COUNT STAMP_BIT(63) /* a number word */
_Static_assert(ISNAD_TIME_WORDS_ROLE_COUNT < 60, "the roles of time_words.tsv and four tables share a word of 64 bits");

/* The bits of one phrase that was found. */
uint64_t stamp_roles_of(const isnad_phrase *hit);

typedef struct stamp_cursor {
  const isnad_tokens *tokens;
  size_t at, last;
  const stamp_hits *known; /* NULL: phrases are looked up here */
  size_t cut_to;           /* known phrases may have lost proclitics up to this token (exclusive) */
  uint16_t table;          /* the row that was taken last */
  uint32_t row;
} stamp_cursor;

typedef struct stamp_day {
  int64_t days;     /* since 1970-01-01 */
  unsigned weekday; /* as written; 0 */
  bool hijri;       /* only the Hijri day is written; `days` is by the Umm al-Qura table */
  bool differs;     /* the two published tables begin that month on different days */
} stamp_day;

typedef struct stamp_clock {
  int32_t second; /* of the day */
  int32_t offset; /* seconds east of UTC */
  bool offset_known;
  isnad_slice zone; /* an IANA name when one is written, else empty */
  int32_t width;    /* 60, or 1 when seconds are written */
  bool hour_only;   /* no minutes are written */
  bool halved;      /* the half of the day is written */
} stamp_clock;

/* The kinds of words that dates are read with: the column role of time_words.tsv. */
typedef isnad_time_words_role time_role;
#define TIME(role) ISNAD_TIME_WORDS_ROLE_##role

/* --- tokens --- */

/* The code point of the mark under the cursor; 0 for a word, a number, or the end. */
uint32_t stamp_mark(const stamp_cursor *c);
bool stamp_take(stamp_cursor *c, uint32_t mark);

/* A whole number of ASCII digits after folding, with at most `digits` of them; `length` receives how many. */
bool stamp_number(stamp_cursor *c, size_t digits, unsigned *value, size_t *length);

/* A number token that holds three parts joined by points: "13.9.2023". */
bool stamp_pointed(stamp_cursor *c, unsigned parts[3], size_t lengths[3]);

/* A word with exactly this folded form (ASCII). */
bool stamp_word(stamp_cursor *c, const char *form);

/* Is the token under the cursor joined to the one before it? */
bool stamp_glued(const stamp_cursor *c);

/* --- tables --- */

/* The phrases of one table at the cursor, all of one length that fits; `room` is used when they have to be looked up. */
enum { STAMP_ROOM = 16 };
size_t stamp_hits_at(const isnad_phrase **hits, isnad_phrase room[STAMP_ROOM], const stamp_cursor *c, isnad_table table);

bool stamp_month_name(stamp_cursor *c, unsigned *month, bool *hijri);
bool stamp_weekday_name(stamp_cursor *c, unsigned *weekday);

bool stamp_take_word(stamp_cursor *c, time_role role, isnad_slice *value);

/* Whether what was looked up before leaves it open that one of these begins at the cursor. */
static inline bool stamp_may_begin(const stamp_cursor *c, uint64_t roles) {
  return c->at < c->last && (c->known == NULL || (c->known->roles[c->at - c->known->first] & roles) != 0);
}

/* A phrase of time_words.tsv with this role; `value` may be NULL. */
static inline bool stamp_time_word(stamp_cursor *c, time_role role, isnad_slice *value) {
  return stamp_may_begin(c, STAMP_BIT(role)) && stamp_take_word(c, role, value);
}

/* Skips small words that join the parts of a date: a few, so that a line of nothing else costs no more than its length. */
enum { STAMP_LINKS = 4 };
void stamp_links(stamp_cursor *c);

/* --- larger pieces --- */

/* A calendar day of any shape, its Hijri twin and its weekday included. A day without a year is none. */
bool stamp_read_day(stamp_cursor *c, stamp_day *out);

/* A clock time with what follows it: half of the day, zone, offset. */
bool stamp_read_clock(stamp_cursor *c, stamp_clock *out);

/* A zone alone, behind what the clock stands with. */
void stamp_zone_behind(stamp_cursor *c, stamp_clock *out);

/* The offset of an IANA zone at a local time, when the zone's rules are known. */
bool stamp_zone_offset(isnad_slice zone, int64_t local, int32_t *offset);

#endif
