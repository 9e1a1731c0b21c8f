#include "serve/exchange.h"

#include <string.h>

typedef struct gathering {
  line_list *out;
  isnad_arena *arena;
  size_t room, skip, most;
  bool failed;
} gathering;

static bool take(void *context, isnad_slice line) {
  gathering *g = context;
  if (g->skip > 0) {
    g->skip--;
    return true;
  }
  if (g->most > 0 && g->out->count == g->most) {
    g->out->more = true;
    return false;
  }
  if (g->out->count == g->room) {
    isnad_slice *more = isnad_arena_grow(g->arena, g->out->items, g->room, g->room * 2 + 32, sizeof *more);
    if (more != NULL) {
      g->out->items = more;
      g->room = g->room * 2 + 32;
    }
  }
  isnad_slice copy = isnad_arena_copy(g->arena, line);
  g->failed = g->out->count == g->room || copy.bytes == NULL;
  if (g->failed) return false;
  g->out->items[g->out->count++] = copy;
  return true;
}

isnad_status gather(line_list *out, exchange *x, view_call call, isnad_view view, size_t skip, size_t most) {
  gathering g = {.out = out, .arena = x->arena, .skip = skip, .most = most};
  *out = (line_list){NULL, 0, false};
  view.json = true;
  view.english = x->english;
  view.desk = x->desk;
  view.line = take;
  view.context = &g;
  isnad_status status = call(x, &view);
  if (g.failed) return isnad_arena_fail(&x->err, x->arena, "serve");
  if (status == ISNAD_CANCELLED && out->more) return ISNAD_OK;
  return status;
}

isnad_status gather_trees(tree_list *out, exchange *x, view_call call, isnad_view view, size_t skip, size_t most) {
  line_list lines;
  *out = (tree_list){NULL, 0, false};
  isnad_status status = gather(&lines, x, call, view, skip, most);
  if (status != ISNAD_OK) return status;
  out->items = isnad_arena_array(x->arena, lines.count + 1, sizeof *out->items);
  if (out->items == NULL) return isnad_arena_fail(&x->err, x->arena, "serve");
  for (size_t i = 0; i < lines.count; i++) out->items[i] = tree_read(x->arena, lines.items[i]);
  out->count = lines.count;
  out->more = lines.more;
  return ISNAD_OK;
}

const tree *gather_one(exchange *x, view_call call, isnad_view view) {
  tree_list list;
  return gather_trees(&list, x, call, view, 0, 1) == ISNAD_OK && list.count > 0 ? list.items[0] : NULL;
}

const tree *gather_split(tree_list *lines, const char *name) {
  const tree *found = NULL;
  while (lines->count > 0 && tree_text(lines->items[0], "is").length > 0) {
    if (isnad_slice_is(tree_text(lines->items[0], "is"), name)) found = lines->items[0];
    *lines = (tree_list){lines->items + 1, lines->count - 1, lines->more};
  }
  return found;
}

/* --- the views --- */

static isnad_slice arg_or_field(const exchange *x, const char *name) { return x->args[0].length > 0 ? x->args[0] : request_field(&x->ask, name); }

static isnad_status missing(exchange *x, const char *what) {
  return isnad_err_set(&x->err, ISNAD_BAD_ARGUMENT, "serve", (isnad_span){0, 0}, "say %s", what);
}

isnad_status call_stories(exchange *x, const isnad_view *view) {
  isnad_view asked = *view;
  isnad_slice order = request_field(&x->ask, "order");
  asked.largest = isnad_slice_is(order, "largest");
  asked.trending = isnad_slice_is(order, "trending");
  if (order.length > 0 && !asked.largest && !asked.trending && !isnad_slice_is(order, "newest"))
    return missing(x, "order=newest, largest or trending");
  return isnad_view_stories(x->store, &asked, &x->err);
}

isnad_status call_story(exchange *x, const isnad_view *view) { return isnad_view_story(x->store, x->args[0], view, &x->err); }
isnad_status call_threads(exchange *x, const isnad_view *view) { return isnad_view_threads(x->store, view, &x->err); }
isnad_status call_thread(exchange *x, const isnad_view *view) { return isnad_view_thread(x->store, x->args[0], view, &x->err); }

isnad_status call_events(exchange *x, const isnad_view *view) {
  isnad_view asked = *view;
  isnad_slice stories[FIELDS_MOST];
  size_t count = 0;
  asked.by = request_field(&x->ask, "who");
  asked.about = request_field(&x->ask, "about");
  if (x->args[0].length > 0) stories[count++] = x->args[0];
  for (size_t i = 0; i < x->ask.field_count && count < FIELDS_MOST; i++)
    if (isnad_slice_is(x->ask.fields[i].name, "story")) stories[count++] = x->ask.fields[i].value;
  if (count == 0 && asked.by.length == 0 && asked.about.length == 0) return missing(x, "story=, who= or about=");
  return isnad_view_events(x->store, stories, count, &asked, &x->err);
}

isnad_status call_article(exchange *x, const isnad_view *view) {
  isnad_view asked = *view;
  asked.text = true;
  return isnad_view_article(x->store, x->args[0], &asked, &x->err);
}

isnad_status call_copies(exchange *x, const isnad_view *view) { return isnad_view_copies(x->store, x->args[0], view, &x->err); }
isnad_status call_related(exchange *x, const isnad_view *view) { return isnad_view_related(x->store, x->args[0], view, &x->err); }

isnad_status call_chain(exchange *x, const isnad_view *view) { return isnad_view_chain(x->store, x->args[0], view, &x->err); }

isnad_status call_claims(exchange *x, const isnad_view *view) {
  isnad_slice story = arg_or_field(x, "story");
  return story.length == 0 ? missing(x, "story=, the id of a story") : isnad_view_claims(x->store, story, view, &x->err);
}

isnad_status call_quotes(exchange *x, const isnad_view *view) {
  return isnad_view_quotes(x->store, request_field(&x->ask, "by"), request_field(&x->ask, "about"), view, &x->err);
}

isnad_status call_compare(exchange *x, const isnad_view *view) {
  isnad_slice a = request_field(&x->ask, "a"), b = request_field(&x->ask, "b");
  if (a.length == 0 || b.length == 0) return missing(x, "a= and b=, the ids of two articles");
  return isnad_view_compare(x->store, a, b, view, &x->err);
}

isnad_status call_named(exchange *x, const isnad_view *view) {
  isnad_view asked = *view;
  asked.only = request_field(&x->ask, "type");
  return isnad_view_named(x->store, &asked, &x->err);
}

/* part= asks for lines of one kind, where the page itself does not. */
isnad_status call_who(exchange *x, const isnad_view *view) {
  static const char *const parts[] = {"", "spelling", "role", "story", "article", "statement"};
  isnad_view asked = *view;
  isnad_slice part = request_field(&x->ask, "part");
  size_t i = 0;
  while (i < sizeof parts / sizeof parts[0] && !isnad_slice_is(part, parts[i])) i++;
  if (i == sizeof parts / sizeof parts[0]) return missing(x, "part=spelling, role, story, article or statement");
  if (asked.only.length == 0) asked.only = part;
  return isnad_view_who(x->store, x->args[0], &asked, &x->err);
}

isnad_status call_outlets(exchange *x, const isnad_view *view) { return isnad_view_outlets(x->store, view, &x->err); }
isnad_status call_outlet(exchange *x, const isnad_view *view) { return isnad_view_outlet(x->store, x->args[0], view, &x->err); }

isnad_status call_check(exchange *x, const isnad_view *view) {
  isnad_slice text = request_field(&x->ask, "text");
  return text.length == 0 ? missing(x, "text=, a sentence") : isnad_view_check(x->store, text, view, &x->err);
}

isnad_status call_stats(exchange *x, const isnad_view *view) { return isnad_view_stats(x->store, view, &x->err); }
