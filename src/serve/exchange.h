/* One request being answered: the store it reads, what the views said, and the reply that is being written. Lives on one worker. */
#ifndef ISNAD_SERVE_EXCHANGE_H
#define ISNAD_SERVE_EXCHANGE_H

#include "base/buf.h"
#include "isnad/view.h"
#include "serve/request.h"
#include "view/drawing/tree.h"

typedef struct server_facts {
  const char *version;
  /* Adds captures and writes a summary in JSON; NULL: POST /captures is not offered. */
  isnad_status (*add)(void *context, isnad_slice *summary, isnad_arena *arena, isnad_slice lines, isnad_err *err);
  void *context;
} server_facts;

typedef struct exchange {
  isnad_arena *arena;
  isnad_store *store;
  struct isnad_search **search; /* of the worker: opened when it is first asked */
  isnad_view_desk *desk;        /* of the worker: what the views of this reply share */
  request ask;
  isnad_slice method, body, body_type;
  isnad_slice host;    /* by which the client reached us: feeds give whole addresses */
  isnad_slice args[2]; /* of the path: what stood for "*" in the route's pattern */
  format wanted;
  bool english;
  const server_facts *facts;
  buf out;
  unsigned code; /* HTTP status */
  const char *type;
  isnad_err err;
} exchange;

/* --- what the views say --- */

typedef struct line_list {
  isnad_slice *items; /* each one JSON object */
  size_t count;
  bool more; /* others come behind */
} line_list;

/* A view that an exchange can ask for. */
typedef isnad_status (*view_call)(exchange *x, const isnad_view *view);

/* Lines [skip, skip + most) of a view as JSON; most 0: all. `view` says what else is asked for. Nothing found is an empty list.
 * Returns ISNAD_OK, or what the view returned, with x->err filled. */
isnad_status gather(line_list *out, exchange *x, view_call call, isnad_view view, size_t skip, size_t most);

/* The same, read. An item is NULL when memory is short. */
typedef struct tree_list {
  const tree **items;
  size_t count;
  bool more;
} tree_list;
isnad_status gather_trees(tree_list *out, exchange *x, view_call call, isnad_view view, size_t skip, size_t most);

/* The first line of a view; NULL: none. */
const tree *gather_one(exchange *x, view_call call, isnad_view view);
/* Takes the lines about the whole ("is") off the front of a list, and gives the one of that name, NULL when there is none. */
const tree *gather_split(tree_list *lines, const char *name);

/* --- the views, with what the path and the fields ask for --- */
isnad_status call_stories(exchange *x, const isnad_view *view);
isnad_status call_story(exchange *x, const isnad_view *view); /* args[0] */
isnad_status call_threads(exchange *x, const isnad_view *view);
isnad_status call_thread(exchange *x, const isnad_view *view);  /* args[0] */
isnad_status call_events(exchange *x, const isnad_view *view);  /* args[0], else story=, who=, about= */
isnad_status call_article(exchange *x, const isnad_view *view); /* args[0] */
isnad_status call_copies(exchange *x, const isnad_view *view);  /* args[0] */
isnad_status call_related(exchange *x, const isnad_view *view); /* args[0] */
isnad_status call_chain(exchange *x, const isnad_view *view);   /* args[0] */
isnad_status call_claims(exchange *x, const isnad_view *view);  /* args[0], else story= */
isnad_status call_quotes(exchange *x, const isnad_view *view);  /* by=, about= */
isnad_status call_compare(exchange *x, const isnad_view *view); /* a=, b= */
isnad_status call_named(exchange *x, const isnad_view *view);   /* type= */
isnad_status call_who(exchange *x, const isnad_view *view);     /* args[0] */
isnad_status call_outlets(exchange *x, const isnad_view *view);
isnad_status call_outlet(exchange *x, const isnad_view *view); /* args[0] */
isnad_status call_check(exchange *x, const isnad_view *view);  /* text= */
isnad_status call_search(exchange *x, const isnad_view *view); /* q=, order=, cursor= */
isnad_status call_stats(exchange *x, const isnad_view *view);

/* --- replies --- */

/* Writes a problem (RFC 9457), as HTML when that is wanted. `detail` is for people; may be NULL. */
void reply_problem(exchange *x, unsigned code, const char *detail);

/* The same for what a view returned; ISNAD_OK is no problem. */
void reply_failure(exchange *x, isnad_status status);

/* The problem as JSON alone, for replies that need no exchange. */
void problem_json(buf *out, unsigned code, const char *detail);

/* The English name of an HTTP status ("Not Found"). */
const char *reason_of(unsigned code);

#endif
