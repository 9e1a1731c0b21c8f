/* What feeds, lists of feeds, sitemaps and pages have in common when they are shown. */
#ifndef ISNAD_VIEW_FEED_SHEET_H
#define ISNAD_VIEW_FEED_SHEET_H

#include "isnad/feed.h"
#include "view/sheet.h"

enum { LISTED_TITLE = 160 };

typedef struct listing {
  sheet sheet;
  isnad_slice name; /* of the file */
} listing;

/* What stands above a list: a line, or an object. */
typedef struct list_head {
  isnad_feed_kind kind;
  isnad_slice version, title, charset;
  size_t count;
  const char *what; /* is counted */
  const isnad_feed_faults *faults;
} list_head;

isnad_status feed_sheet_head(listing *l, const list_head *head);

/* Faults as members of the object that is open; as lines. */
void feed_sheet_write_faults(json_writer *w, const isnad_feed_faults *faults);
isnad_status feed_sheet_fault_lines(listing *l, const isnad_feed_faults *faults);

/* A written time as a member; as the first cell of a line. */
void feed_sheet_write_time(json_writer *w, const char *key, const isnad_feed_time *time);
void feed_sheet_when(sheet *s, const isnad_feed_time *time);

/* An object of a line of its own, with the name of the file. */
void feed_sheet_open(listing *l);
isnad_status feed_sheet_close(listing *l);

/* Read and shown whole. links: ISNAD_NOT_FOUND when the page names none. */
isnad_status feed_sheet_outlines(listing *l, isnad_arena *arena, isnad_slice bytes, const isnad_feed_options *options, isnad_err *err);
isnad_status feed_sheet_sitemap(listing *l, isnad_arena *arena, isnad_slice bytes, const isnad_feed_options *options, isnad_err *err);
isnad_status feed_sheet_links(listing *l, isnad_arena *arena, isnad_slice bytes, const isnad_feed_options *options, isnad_err *err);

#endif
