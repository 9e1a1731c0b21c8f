/* What the server answers: one table of routes. */
#ifndef ISNAD_SERVE_ROUTES_H
#define ISNAD_SERVE_ROUTES_H

#include "serve/exchange.h"

typedef enum route_flag {
  ROUTE_HEAVY = 1,   /* may take long: never on all workers at once, and an older reply is shown while a new one is made */
  ROUTE_EMPTY = 2,   /* nothing found is an empty list, not an error */
  ROUTE_SKIPS = 4,   /* the view leaves out what is before the page itself */
  ROUTE_LIVE = 8,    /* never cached */
  ROUTE_STORY = 16,  /* args[0] or story= names a story that has to be there */
  ROUTE_ARTICLE = 32 /* args[0] names an article that has to be there */
} route_flag;

typedef struct route {
  const char *method;
  const char *pattern; /* "stories/" and "*" for a part that the client chooses */
  void (*json)(exchange *x, const struct route *self);
  void (*html)(exchange *x);
  void (*feed)(exchange *x);
  view_call list; /* what a JSON list or object is made of */
  unsigned flags;
} route;

/* The route of a method and path; fills args. NULL with *code 404 or 405. */
const route *route_find(const char *method, const request *ask, isnad_slice args[2], unsigned *code);

/* The formats that a route offers, as bits. */
unsigned route_formats(const route *r);

/* Fills the reply of an exchange whose `wanted` is one of the formats of the route. */
void route_answer(const route *r, exchange *x);

/* --- JSON --- */
void api_list(exchange *x, const route *self);   /* {"items":[...],"next":cursor} */
void api_object(exchange *x, const route *self); /* the first line of the view */
void api_story(exchange *x, const route *self);
void api_read(exchange *x, const route *self);
void api_add(exchange *x, const route *self);
void api_search(exchange *x, const route *self);
void api_index(exchange *x, const route *self);

/* One page of a list: what the fields limit= and cursor= ask for. False: they make no sense, and the problem is written. */
typedef struct page_asked {
  size_t limit, offset;
  uint64_t last; /* hash of the line before the page */
} page_asked;
bool page_read(page_asked *out, exchange *x, size_t fallback);

/* The lines of that page; `next` is the cursor of the one behind, empty at the end. */
isnad_status page_lines(line_list *out, isnad_slice *next, exchange *x, view_call call, isnad_view view, const page_asked *asked, bool skips);

#endif
