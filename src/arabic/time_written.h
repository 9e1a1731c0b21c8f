/* A day or a month as a text writes it, before its year is settled. */
#ifndef ISNAD_ARABIC_TIME_WRITTEN_H
#define ISNAD_ARABIC_TIME_WRITTEN_H

#include "arabic/time.h"

/* A day or month as written; the year in one of three ways or none. */
typedef struct written {
  unsigned weekday, day, month; /* 0: not written */
  bool hijri;
  bool has_year;
  int64_t year;
  time_turn turn; /* "last", "next" ... behind it */
  bool hopped;    /* the year was chosen for the weekday */
  bool told_year; /* year found from "of last year" */
  bool relative;
} written;

/* Settles the year and fills the value; the row is the one that the cursor took last. False for a day that does not exist. */
bool written_settle(stamp_cursor *c, const time_context *x, written *w, time_value *out);

/* The year behind a month, or the word that tells it. */
void written_tail(stamp_cursor *c, const time_context *x, written *w);

/* The month in a year of its calendar. */
bool written_month_of(const written *w, int64_t year, isnad_interval *out, uint8_t *give_or_take);

/* The year of its calendar that holds a moment. */
int64_t written_year_at(const written *w, int64_t at);
bool written_weekday_agrees(const written *w, isnad_interval day);

bool time_comma(stamp_cursor *c);

/* The article or a preposition joined to digits by tatweel. */
void time_before_year(stamp_cursor *c);

#endif
