/* The grammar of times. A reader stands on a cursor, consumes what it read and fills a value, or leaves the cursor where it was and returns false.
 * Values are read against a context: the moment of writing, what the sentence speaks of, and the time told of before. docs/TIMES.md tells it in
 * full. Moments are seconds on the clock of the place of writing. */
#ifndef ISNAD_ARABIC_TIME_H
#define ISNAD_ARABIC_TIME_H

#include "arabic/calendar.h"
#include "arabic/stamp_cursor.h"

enum { TIME_DEEPEST = 3 }; /* "the end of the first half of the last year of ..." */

typedef struct time_context {
  int64_t now;  /* one moment of the interval of writing */
  bool known;   /* that moment is known */
  bool future;  /* the clause speaks of what is to come */
  bool present; /* a verb of the present stands before it: what it tells is on its way, or of the day */
  bool nearest; /* a day without a year is the nearest one */
  bool label;   /* the text is nothing but a time, as sites print them */
  bool anchored;
  isnad_interval anchor; /* the time told of before */
  isnad_slice zone;      /* an IANA name, for clock times without one; empty: not known */
  bool floating;         /* clock times without a zone are of the same clock as `now` */
  unsigned depth;
} time_context;

typedef struct time_value {
  isnad_interval when;
  bool has_from, has_to;
  isnad_time_kind kind;
  isnad_grain grain;
  bool relative; /* told from `now` */
  bool hijri, contradicts;
  uint8_t give_or_take;
  bool hopped;      /* the year was chosen so that the weekday fits */
  uint8_t weekday;  /* a weekday and nothing else tells the day */
  bool unhalved;    /* a clock time of either half of the day */
  bool lone;        /* a mere year or the like: the caller decides whether it is one */
  const char *rule; /* a rule of structure; NULL: the row */
  uint16_t table;
  uint32_t row;
} time_value;

typedef bool time_reader(stamp_cursor *c, const time_context *x, time_value *out);

/* An amount of time: "five months", "two days", "a year and a half", "several weeks". */
typedef struct time_amount {
  time_unit unit;
  int64_t count;
  bool vague;   /* an untold number */
  bool bounded; /* "more than", "about" stands in it */
  bool counted; /* a number, a dual or a plural is written: not the bare word for one unit */
} time_amount;

typedef enum time_turn {
  TURN_PAST,
  TURN_NEXT,
  TURN_THIS,
  TURN_LAST,
  TURN_PRECEDING,
  TURN_FOLLOWING,
  TURN_SAME,
  TURN_BEFORE_LAST,
  TURN_AFTER_NEXT,
  TURN_FIRST,
  TURN_FEW,
  TURN_NONE
} time_turn;

/* --- pieces --- */

time_value time_of(const stamp_cursor *c, isnad_interval when, isnad_grain grain, isnad_time_kind kind);
bool time_takes(stamp_cursor *c, time_role role, const char *value);
int time_number_of(isnad_slice value); /* "-2": -2 */

/* Skips the small words between the parts of a time, but none that says what follows ("year", "month"). */
void time_links(stamp_cursor *c);
bool time_adjective(stamp_cursor *c, time_turn *turn);

/* "this", "that", "the same" before a unit; TURN_NONE: none of them. */
time_turn time_demonstrative(stamp_cursor *c);

/* A word of the role that is a unit. */
bool time_unit_word(stamp_cursor *c, time_role role, time_unit *unit);

/* How many "some days" and "days" are taken for. */
enum { TIME_VAGUE_COUNT = 3 };
bool time_small_number(stamp_cursor *c, unsigned least, unsigned most, unsigned *value);
bool time_word_is(const stamp_cursor *c, size_t at, time_role role, const char *value);

/* How many units a turn goes from now, or from the anchor (*from then is its begin). False: it does not go. */
bool time_steps(time_turn turn, const time_context *x, int64_t *steps, int64_t *from, bool *relative);

bool time_amount_at(stamp_cursor *c, time_amount *out);
time_value time_moved(const stamp_cursor *c, const time_context *x, const time_amount *a, int64_t from, int direction);

/* A year with its words before and behind it ("the year 2023", "2023 AD"). `sure`: a word or sign says that it is a year. */
bool time_year_number(stamp_cursor *c, int64_t *year, bool *hijri, bool *sure);

/* Makes "since" of a period: to this day, if it has begun. */
void time_open_since(time_value *v, const time_context *x);

/* Makes a day of each year of one whose year is not written, when such words follow ("8 March of each year"). */
void time_each_year(stamp_cursor *c, time_value *v);

/* --- readers --- */

time_reader time_unit_told, time_window, time_ago;       /* time_units.c */
time_reader time_date, time_month, time_year, time_days; /* time_dates.c; time_days: "13 and 14 June" */
time_reader time_day, time_plain_day;                    /* time_days.c; plain: without its clock or part */
time_reader time_clock;                                  /* time_clock.c */
time_reader time_part, time_portion, time_nth, time_season, time_decade, time_century, time_holiday;
time_reader time_period; /* any of those: the longest */
time_reader time_whole;  /* a period, or a unit that runs now: "the year" */
time_reader time_marked, time_recurring, time_nested, time_vague;

/* The clock behind a day: narrows it, and moves the cursor behind it (time_clock.c). */
void time_clock_behind(stamp_cursor *c, const time_context *x, time_value *out);

/* The longest time that begins at the cursor. */
bool time_read(stamp_cursor *c, const time_context *x, time_value *out);

#endif
